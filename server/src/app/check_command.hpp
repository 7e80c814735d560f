// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

namespace konbit {

/// `konbit check`: one line per thing looked at, "ok" or "look" with what to do. Changes nothing but what
/// every start does: the schema is brought up to date.
/// @return 0 when nothing is to be mended, else 1.
int check_installation(const ServeConfig& config);

}  // namespace konbit
