// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.hpp"

#include <span>

namespace konbit {

/// data/reference as it was when the binary was built.
std::span<const EmbeddedFile> reference_files();

/// data/demo as it was when the binary was built.
std::span<const EmbeddedFile> demo_files();

}  // namespace konbit
