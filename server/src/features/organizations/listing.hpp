// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace konbit {

/// Whether a record has left the hands of its editors.
enum class Publication {
    draft,      ///< Seen by those who may edit it.
    published,  ///< Seen as far as its visibility reaches.
};
constexpr auto names(Publication) { return std::to_array<std::string_view>({"draft", "published"}); }

/// Whether somebody of the organization or cluster itself keeps the record (glossary: "stub").
enum class Claim { unclaimed, claimed };
constexpr auto names(Claim) { return std::to_array<std::string_view>({"unclaimed", "claimed"}); }

/// The longest texts of directory records, in code points.
inline constexpr int longest_name = 200;
inline constexpr int longest_acronym = 30;
inline constexpr int longest_locality = 120;
inline constexpr int longest_description = 4000;
inline constexpr int longest_url = 300;

}  // namespace konbit
