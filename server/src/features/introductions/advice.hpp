// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/introductions/introduction.hpp"
#include "features/networks/network_report.hpp"

#include <map>
#include <set>
#include <utility>

namespace konbit::introductions {

/// Two members who should meet, and why: facts of open questions, in numbers. The words are the reader's.
struct IntroductionProposal {
    IntroductionKind kind = IntroductionKind::close_triangle;
    MembershipId one_id{};
    MembershipId other_id{};
    std::string one_label;
    std::string other_label;
    std::optional<MembershipId> introducer_id;
    std::optional<std::string> introducer_label;
    int common_contacts = 0;  ///< Members with whom both have a tie; the facilitator is not counted.
    std::optional<std::string> one_group;  ///< Of a bridge: its country, or its line of business.
    std::optional<std::string> other_group;
    std::optional<std::string> subsector;  ///< The line of business that both have.

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &IntroductionProposal::kind),
            field("one_id", &IntroductionProposal::one_id),
            field("other_id", &IntroductionProposal::other_id),
            field("one_label", &IntroductionProposal::one_label),
            field("other_label", &IntroductionProposal::other_label),
            field("introducer_id", &IntroductionProposal::introducer_id),
            field("introducer_label", &IntroductionProposal::introducer_label),
            field("common_contacts", &IntroductionProposal::common_contacts),
            field("one_group", &IntroductionProposal::one_group),
            field("other_group", &IntroductionProposal::other_group),
            field("subsector", &IntroductionProposal::subsector),
        };
    }
};

/// What the groups of a bridge are.
enum class BridgeGroup { country, subsector };
constexpr auto names(BridgeGroup) { return std::to_array<std::string_view>({"country", "subsector"}); }

/// Why there are no lists, or not all of them.
enum class IntroductionWithheld {
    open,         ///< The wave is not closed.
    response,     ///< Too few answered for any list.
    few_answers,  ///< Too few answered to say who bridges groups; the other lists stand.
    know_hidden,  ///< Who knows whom is not asked openly: lists would tell it.
};
constexpr auto names(IntroductionWithheld) {
    return std::to_array<std::string_view>({"open", "response", "few_answers", "know_hidden"});
}

/// Whom to introduce to whom, from the open questions of one wave.
struct IntroductionAdvice {
    WaveId wave_id{};
    std::string wave_title;
    std::optional<Instant> closed_at;
    int asked = 0;
    int answered = 0;
    std::vector<QuestionKey> questions;  ///< Whose ties are counted.
    int considered = 0;                  ///< Answered, present, willing and free for another introduction.
    int refusing = 0;                    ///< Members who do not want to be introduced. Which, is not told.
    int busy = 0;                        ///< Members with as many introductions under way as one can bear.
    BridgeGroup group_kind = BridgeGroup::country;
    std::optional<IntroductionWithheld> withheld;
    std::vector<IntroductionProposal> proposals;  ///< By kind, then the best first; at most 10 of a kind.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_id", &IntroductionAdvice::wave_id),
            field("wave_title", &IntroductionAdvice::wave_title),
            field("closed_at", &IntroductionAdvice::closed_at),
            field("asked", &IntroductionAdvice::asked),
            field("answered", &IntroductionAdvice::answered),
            field("questions", &IntroductionAdvice::questions),
            field("considered", &IntroductionAdvice::considered),
            field("refusing", &IntroductionAdvice::refusing),
            field("busy", &IntroductionAdvice::busy),
            field("group_kind", &IntroductionAdvice::group_kind),
            field("withheld", &IntroductionAdvice::withheld),
            field("proposals", &IntroductionAdvice::proposals),
        };
    }
};

/// What is known beside the answers.
struct Circumstances {
    std::set<MembershipId> present;   ///< Members that belong to the cluster today.
    std::set<MembershipId> refusing;  ///< Want no introductions.
    std::map<MembershipId, int>
        under_way;  ///< Introductions of which they are one side, not met and not declined.
    std::map<MembershipId, int> introducing;  ///< Introductions that they are asked to make.
    std::set<std::pair<MembershipId, MembershipId>>
        taken_up;  ///< Whatever became of them; the lower id first.
};

/// So many introductions under way a member is spared a further one.
inline constexpr int most_under_way = 2;
/// So many a member is asked to make, in all lists.
inline constexpr int most_introducing = 2;

/// The pair with the lower id first.
std::pair<MembershipId, MembershipId> pair_of(const MembershipId& one, const MembershipId& other);

/// The three lists. They rest on open questions that may be shown by name, leave the facilitator out, and
/// name only members who answered: of the others it is not known whether they have met.
///
/// Sealed answers are not needed and need not be opened.
IntroductionAdvice advise(const networks::WaveData& data, const Circumstances& circumstances);

/// What a later wave says of two members.
IntroductionOutcome outcome_of(const networks::WaveData& later, const MembershipId& one,
                               const MembershipId& other);

}  // namespace konbit::introductions
