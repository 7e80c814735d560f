// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/countries/country_names.hpp"
#include "features/memberships/roster.hpp"

#include <string_view>
#include <vector>

namespace konbit {

inline constexpr std::size_t most_roster_rows = 500;

/// One row of a member list, understood.
struct RosterDraft {
    RosterRow shown;            ///< What the preview shows of it, problems included.
    Organization organization;  ///< As it would be created.
    Membership membership;      ///< As it would be entered; ids are not filled yet.
};

/// A member list, understood.
struct RosterSheet {
    RosterPreview shown;  ///< Without rows and counts.
    std::vector<RosterDraft> drafts;
};

/// What a list may leave unsaid.
struct RosterDefaults {
    std::string country_code;     ///< Of rows without a country: the seat of the cluster.
    std::string language = "en";  ///< Of rows without a language.
    int current_year = 9999;
};

/// Reads a member list of any of the encodings and delimiters of core/csv.
/// @return Every row with its problems; ErrorCode::invalid only when the file is no table at all, has no
/// column for
///         the name ("missing_column") or more than most_roster_rows rows ("too_many_rows").
Result<RosterSheet> read_roster(std::string_view bytes, const CountryNames& countries,
                                const RosterDefaults& defaults);

}  // namespace konbit
