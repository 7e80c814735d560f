// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.hpp"

#include <span>

namespace konbit {

/// locales/<language>.json as they were when the binary was built.
std::span<const EmbeddedFile> locale_files();

}  // namespace konbit
