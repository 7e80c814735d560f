// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/organizations/organization.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What the words in a cell mean, in English, Spanish or French. Each returns nothing when it cannot tell.
namespace konbit::imports {

/// "Co-operative", "empresa", "organisme d'appui", or a code of OrganizationKind.
std::optional<OrganizationKind> kind_of(std::string_view text);

/// "small", "pequeña", "moyenne", or a number of persons employed.
std::optional<SizeBand> size_of(std::string_view text);

/// "yes", "no", "x", "sí", "oui", "1", "false" …
std::optional<bool> truth_of(std::string_view text);

/// An ISO 639 code of a language that Konbit writes to members in, from the code or a name.
std::optional<std::string> language_of(std::string_view text);

/// Whether a spreadsheet could run the cell as a formula. Telephone and other plain numbers may begin with +
/// or -.
bool is_formula(std::string_view cell);

}  // namespace konbit::imports
