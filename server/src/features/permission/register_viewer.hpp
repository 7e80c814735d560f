// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/viewer.hpp"

#include <string>
#include <string_view>

/// As organizations_visible_to() in viewer.hpp, for the registers beside the directory. What somebody may
/// change is part of what they may see.
namespace konbit {

/// Rows of `projects AS alias` that `viewer` may see: the published ones as far as their visibility reaches.
std::string projects_visible_to(const Viewer& viewer, std::string_view alias);
/// Those that `viewer` may change: with one of their countries or clusters in reach.
std::string projects_editable_by(const Viewer& viewer, std::string_view alias);

/// Rows of `experts AS alias`: those who have confirmed their profile themselves, and for stewards all that
/// they may change.
std::string experts_visible_to(const Viewer& viewer, std::string_view alias);
std::string experts_editable_by(const Viewer& viewer, std::string_view alias);

/// Rows of `agreements AS alias`: what all parties made public; else only for those who keep it, and, when it
/// is no longer private, for the parties and the people of its cluster. Administrators are nobody here.
std::string agreements_visible_to(const Viewer& viewer, std::string_view alias);
std::string agreements_editable_by(const Viewer& viewer, std::string_view alias);

}  // namespace konbit
