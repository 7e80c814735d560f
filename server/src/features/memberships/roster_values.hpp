// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "features/organizations/organization.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What the cells of a member list mean, in English, Spanish or French. Each returns nothing when it cannot
/// tell.
namespace konbit::roster {

/// "Co-operative", "empresa", "organisme d'appui", or a code of OrganizationKind.
std::optional<OrganizationKind> kind_of(std::string_view text);

/// "small", "pequeña", "moyenne", or a number of persons employed.
std::optional<SizeBand> size_of(std::string_view text);

/// "yes", "no", "x", "sí", "oui", "1", "false" …
std::optional<bool> truth_of(std::string_view text);

/// An ISO 639 code of a language that Konbit writes to members in, from the code or a name.
std::optional<std::string> language_of(std::string_view text);

/// 2025-09-15, 15/09/2025 or 15.9.2025: the day stands first, as everywhere in the region.
std::optional<Date> date_of(std::string_view text);

/// Whether a spreadsheet could run the cell as a formula. Telephone and other plain numbers may begin with +
/// or -.
bool is_formula(std::string_view cell);

}  // namespace konbit::roster
