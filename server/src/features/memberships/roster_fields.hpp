// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace konbit {

/// What a column of a member list can hold.
enum class RosterField {
    name,
    label,
    kind,
    country,
    locality,
    subsector,
    size,
    founded_year,
    website,
    contact_name,
    email,
    phone,
    language,
    subgroup,
    participates_in_programme,
    joined_on,
};
constexpr auto names(RosterField) {
    return std::to_array<std::string_view>(
        {"name", "label", "kind", "country", "locality", "subsector", "size", "founded_year", "website",
         "contact_name", "email", "phone", "language", "subgroup", "participates_in_programme", "joined_on"});
}
inline constexpr std::size_t roster_field_count = names_of<RosterField>().size();

/// The field that a header means, in English, Spanish or French, whatever its case, accents and punctuation.
/// @return Nothing for a column that Konbit does not take over.
std::optional<RosterField> field_of_header(std::string_view header);

}  // namespace konbit
