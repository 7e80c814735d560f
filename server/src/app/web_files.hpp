// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/web_files.hpp"

namespace konbit {

/// The web client that was linked into this binary.
const WebFiles& embedded_web_files();

}  // namespace konbit
