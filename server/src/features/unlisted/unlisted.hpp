// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/organizations/organization.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

/// Organizations that a respondent knows and the roster lacks. What is answered about them stands beside the
/// network of the roster: it is counted apart until the facilitator says who they are.
namespace konbit {

using UnlistedId = Id<struct UnlistedTag>;

/// What the facilitator made of it.
enum class UnlistedVerdict {
    pending,
    merged,    ///< It is a member of the roster: its ties are the member's.
    accepted,  ///< It stands outside of the roster.
    rejected,  ///< It is no organization: counted nowhere.
};
constexpr auto names(UnlistedVerdict) {
    return std::to_array<std::string_view>({"pending", "merged", "accepted", "rejected"});
}

}  // namespace konbit

namespace konbit::unlisted {

/// More than anybody names; it only keeps a broken page from filling the database.
inline constexpr int most_of_one_respondent = 300;

/// An organization as its respondent describes it.
struct UnlistedOrganization {
    std::string name;                         ///< 2-200 code points after trimming, no way to reach anybody.
    std::optional<std::string> country_code;  ///< Of the region; empty: outside of it.
    std::optional<std::string> locality;      ///< Town, village or parish.
    OrganizationKind kind = OrganizationKind::firm;
    std::string device;  ///< As in Tap.
    std::int64_t sequence = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &UnlistedOrganization::name),
            field("country_code", &UnlistedOrganization::country_code),
            field("locality", &UnlistedOrganization::locality),
            field("kind", &UnlistedOrganization::kind).defaulted(),
            field("device", &UnlistedOrganization::device),
            field("sequence", &UnlistedOrganization::sequence),
        };
    }
};

/// The organization with its texts trimmed if it satisfies every rule.
/// @return ErrorCode::invalid with "/name" "required", "too_short", "too_long" or "has_contact" (an address,
/// or
///         seven digits and more), the same for "/locality"; "/country_code" "unknown_code"; "/device",
///         "/sequence" as for a Tap.
Result<UnlistedOrganization> checked(UnlistedOrganization organization);

/// What of it the page of its respondent shows.
struct PageUnlistedAnswer {
    QuestionId question_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{field("question_id", &PageUnlistedAnswer::question_id),
                          field("value", &PageUnlistedAnswer::value)};
    }
};

struct PageUnlisted {
    UnlistedId id{};
    std::string name;
    std::optional<std::string> country_code;
    std::vector<PageUnlistedAnswer> answers;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &PageUnlisted::id),
            field("name", &PageUnlisted::name),
            field("country_code", &PageUnlisted::country_code),
            field("answers", &PageUnlisted::answers),
        };
    }
};

}  // namespace konbit::unlisted
