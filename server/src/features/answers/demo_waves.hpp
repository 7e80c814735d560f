// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/capabilities.hpp"

#include <functional>

namespace konbit::answers {

/// The device of every invented answer.
inline constexpr std::string_view demonstration_device = "demonstration";

/// Moves a date of the demonstration into the time in which it is loaded.
using Moved = std::function<Date(Date)>;

/// Loads the invented waves of data/demo with their answers, through the same functions that take real ones:
/// sealed answers are sealed, times are those of the story. A wave that is there already stays; one that was
/// not finished is made anew.
/// @param cluster  The demonstration cluster, with its memberships.
/// @return ErrorCode::invalid for a file that cannot be read.
/// @throws std::out_of_range when the files name a member that is not on the roster of the wave.
Result<void> load_demo_waves(App& app, const ClusterId& cluster, const Moved& moved);

}  // namespace konbit::answers
