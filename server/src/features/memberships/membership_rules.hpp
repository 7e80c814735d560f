// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/memberships/membership.hpp"

#include <string>
#include <string_view>

namespace konbit {

inline constexpr int longest_label = 60;
inline constexpr std::size_t most_tags = 12;
inline constexpr int longest_tag = 30;

/// Returns the membership with its texts trimmed and its sort key made, if it satisfies every rule that needs
/// no database. The label must have been filled (label_of) before.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<Membership> checked(Membership membership);

/// What a member of that kind is to a cluster when nobody says otherwise.
MemberCategory category_of(OrganizationKind kind);

/// A label for an organization without one: its name, cut at the last whole word that fits.
std::string label_of(std::string_view organization_name);

/// Whether a text can be an e-mail address: one @ with something before it and a dotted host after it, no
/// blanks.
bool is_email(std::string_view text);

/// Whether a text can be a telephone number: at least seven digits, beside them only blanks and + - ( ) . /
bool is_phone(std::string_view text);

}  // namespace konbit
