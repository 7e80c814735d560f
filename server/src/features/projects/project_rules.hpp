// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/projects/project.hpp"

namespace konbit {

/// Returns the project with its texts trimmed and its sort key made, if it satisfies every rule that needs no
/// database. What is published names its source.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<ProjectProfile> checked(ProjectProfile project);

/// Notes what is wrong with an amount of money: both or none of its parts, nothing below zero, a currency of
/// the reference data.
void check_money(Findings& findings, const std::optional<std::int64_t>& amount_minor,
                 const std::optional<std::string>& currency);

}  // namespace konbit
