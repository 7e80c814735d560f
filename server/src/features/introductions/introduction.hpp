// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/membership.hpp"
#include "features/surveys/wave.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

using IntroductionId = Id<struct IntroductionTag>;

/// Which need an introduction serves; each has its own list, as no score compares them.
enum class IntroductionKind {
    close_triangle,    ///< The two share a contact who can introduce them.
    bridge_groups,     ///< They belong to two groups that few connect.
    bring_in_isolate,  ///< The first has no contact beside the facilitator, the other can take it along.
};
constexpr auto names(IntroductionKind) {
    return std::to_array<std::string_view>({"close_triangle", "bridge_groups", "bring_in_isolate"});
}

/// How far it came, as people say. Whether a tie grew of it, the next wave says (IntroductionOutcome).
enum class IntroductionState { introduced, met, working, declined };
constexpr auto names(IntroductionState) {
    return std::to_array<std::string_view>({"introduced", "met", "working", "declined"});
}

/// What the first wave after it says of the two: nobody sets this by hand.
enum class IntroductionOutcome {
    no_wave_yet,
    tie,      ///< One named the other in an open question.
    no_tie,   ///< Both answered, and neither did.
    unknown,  ///< They were not asked, or not both answered.
};
constexpr auto names(IntroductionOutcome) {
    return std::to_array<std::string_view>({"no_wave_yet", "tie", "no_tie", "unknown"});
}

/// Two members whom the facilitator brings together (glossary: "introduction").
struct Introduction {
    IntroductionId id{};
    ClusterId cluster_id{};
    WaveId wave_id{};  ///< On whose answers the proposal rests.
    IntroductionKind kind = IntroductionKind::close_triangle;
    MembershipId one_id{};
    MembershipId other_id{};
    std::optional<MembershipId> introducer_id;  ///< Empty: the facilitator introduces them.
    IntroductionState state = IntroductionState::introduced;
    Date introduced_on{};             ///< Given as today when left out; not before the wave was closed.
    std::optional<Date> met_on;       ///< Kept from `met` on.
    std::optional<Date> working_on;   ///< Kept in `working` only.
    std::optional<std::string> note;  ///< At most 500 code points; for the facilitator only.
    std::optional<Instant> mailed_at;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Introduction::id, Access::read_only),
            field("cluster_id", &Introduction::cluster_id, Access::read_only),
            field("wave_id", &Introduction::wave_id, Access::read_only),
            field("kind", &Introduction::kind),
            field("one_id", &Introduction::one_id),
            field("other_id", &Introduction::other_id),
            field("introducer_id", &Introduction::introducer_id),
            field("state", &Introduction::state).defaulted(),
            field("introduced_on", &Introduction::introduced_on).defaulted(),
            field("met_on", &Introduction::met_on),
            field("working_on", &Introduction::working_on),
            field("note", &Introduction::note),
            field("mailed_at", &Introduction::mailed_at, Access::read_only),
            field("version", &Introduction::version, Access::read_only),
            field("created_at", &Introduction::created_at, Access::read_only),
            field("updated_at", &Introduction::updated_at, Access::read_only),
        };
    }
};

/// An introduction as the facilitator sees it.
struct ShownIntroduction : Introduction {
    std::string one_label;
    std::string other_label;
    std::optional<std::string> introducer_label;
    std::string wave_title;
    IntroductionOutcome outcome = IntroductionOutcome::no_wave_yet;
    std::optional<std::string> outcome_wave_title;  ///< Of the wave that says so.

    static constexpr auto fields() {
        return std::tuple_cat(
            Introduction::fields(),
            std::tuple{
                field("one_label", &ShownIntroduction::one_label, Access::read_only),
                field("other_label", &ShownIntroduction::other_label, Access::read_only),
                field("introducer_label", &ShownIntroduction::introducer_label, Access::read_only),
                field("wave_title", &ShownIntroduction::wave_title, Access::read_only),
                field("outcome", &ShownIntroduction::outcome, Access::read_only),
                field("outcome_wave_title", &ShownIntroduction::outcome_wave_title, Access::read_only),
            });
    }
};

/// What became of all of them: an indicator of the facilitator's work, never of a member.
struct IntroductionConversion {
    int taken_up = 0;
    int met = 0;  ///< Of all; those who work together have met.
    int working = 0;
    int declined = 0;
    int judged = 0;  ///< Of which a later wave can say whether there is a tie.
    int tied = 0;    ///< Of these, with a tie.

    static constexpr auto fields() {
        return std::tuple{
            field("taken_up", &IntroductionConversion::taken_up),
            field("met", &IntroductionConversion::met),
            field("working", &IntroductionConversion::working),
            field("declined", &IntroductionConversion::declined),
            field("judged", &IntroductionConversion::judged),
            field("tied", &IntroductionConversion::tied),
        };
    }
};

/// GET /api/clusters/{cluster_id}/introductions.
struct IntroductionDesk {
    IntroductionConversion conversion;
    std::vector<ShownIntroduction> items;  ///< The newest first.

    static constexpr auto fields() {
        return std::tuple{field("conversion", &IntroductionDesk::conversion),
                          field("items", &IntroductionDesk::items)};
    }
};

namespace introductions {

/// An introduction that keeps every rule that needs no database: dates follow one another and are not in the
/// future, and stand only where the state has come so far. A date that is missing there becomes today.
/// @return ErrorCode::invalid with "/other_id" "same", "/introducer_id" "same", "/note" "too_long", and at a
///         date "in_future" or "before_from".
Result<Introduction> checked(Introduction introduction, Date today);

/// @return Zeros without any.
IntroductionConversion conversion_of(const std::vector<ShownIntroduction>& all);

}  // namespace introductions

}  // namespace konbit
