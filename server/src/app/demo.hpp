// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"

namespace konbit {

/// Loads the invented demonstration: directory, waves with their answers, accounts. What is there already
/// stays, so that every start may call it.
Result<void> load_demo(App& app);

}  // namespace konbit
