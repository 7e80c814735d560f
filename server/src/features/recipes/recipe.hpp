// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/meetings/meeting.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// What a cluster says of its beginning (glossary: "recipe"): who led, since when, and the first result.
struct Recipe {
    ClusterId cluster_id{};
    std::optional<Date> began_on;             ///< First day of the programme, or of the cluster's work.
    std::optional<Date> first_result_on;      ///< Not before `began_on`.
    std::optional<std::string> first_result;  ///< At most 300 code points.
    std::optional<std::string> first_result_source;  ///< Where it can be seen; at most 300 code points.
    std::vector<MembershipId> leader_ids;            ///< At most 12; each once.
    std::int64_t version = 1;
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_id", &Recipe::cluster_id, Access::read_only),
            field("began_on", &Recipe::began_on),
            field("first_result_on", &Recipe::first_result_on),
            field("first_result", &Recipe::first_result),
            field("first_result_source", &Recipe::first_result_source),
            field("leader_ids", &Recipe::leader_ids),
            field("version", &Recipe::version, Access::read_only),
            field("updated_at", &Recipe::updated_at, Access::read_only),
        };
    }
};

namespace recipes {

/// Of how many pairs of leaders it is known whether they worked together before, by the first wave.
struct EarlierWork {
    std::optional<std::string> wave_title;  ///< Empty: there is no closed first wave.
    int asked = 0;
    int answered = 0;  ///< Of the whole wave.
    int pairs = 0;     ///< Of the leaders.
    int known = 0;     ///< Both answered, or one said that they did.
    int worked_together = 0;
    /// Why nothing is known: "no_wave", "no_leaders" (fewer than two), "question_missing", "not_open".
    std::optional<std::string> gap;

    static constexpr auto fields() {
        return std::tuple{
            field("wave_title", &EarlierWork::wave_title),
            field("asked", &EarlierWork::asked),
            field("answered", &EarlierWork::answered),
            field("pairs", &EarlierWork::pairs),
            field("known", &EarlierWork::known),
            field("worked_together", &EarlierWork::worked_together),
            field("gap", &EarlierWork::gap),
        };
    }
};

struct TrustActCount {
    MeetingKind kind = MeetingKind::other;
    int held = 0;

    static constexpr auto fields() {
        return std::tuple{field("kind", &TrustActCount::kind), field("held", &TrustActCount::held)};
    }
};

/// Trust acts held, from the register of meetings.
struct TrustActs {
    int meetings = 0;               ///< Of every kind, in the register.
    int held = 0;                   ///< Trust acts among them.
    std::optional<int> first_year;  ///< In the 365 days from the beginning; empty: no beginning known.
    std::optional<int> before_first_result;  ///< From the beginning to the first result, that day included.
    std::optional<Date> first_on;            ///< Of all meetings: the register tells of no time before.
    std::optional<Date> last_on;
    std::vector<TrustActCount> kinds;  ///< Of trust acts, in the order of the kinds; none without any.
    /// "no_meetings" in the register, or "no_beginning" to count from.
    std::optional<std::string> gap;

    static constexpr auto fields() {
        return std::tuple{
            field("meetings", &TrustActs::meetings),
            field("held", &TrustActs::held),
            field("first_year", &TrustActs::first_year),
            field("before_first_result", &TrustActs::before_first_result),
            field("first_on", &TrustActs::first_on),
            field("last_on", &TrustActs::last_on),
            field("kinds", &TrustActs::kinds),
            field("gap", &TrustActs::gap),
        };
    }
};

/// The three figures of the card that clusters are compared by.
struct RecipeFigures {
    std::optional<double> worked_before_share;  ///< Of the pairs known, in [0, 1].
    std::optional<int> trust_acts_first_year;
    std::optional<int> days_to_first_result;

    static constexpr auto fields() {
        return std::tuple{
            field("worked_before_share", &RecipeFigures::worked_before_share),
            field("trust_acts_first_year", &RecipeFigures::trust_acts_first_year),
            field("days_to_first_result", &RecipeFigures::days_to_first_result),
        };
    }
};

/// One figure over the other clusters that have it.
struct PeerMedian {
    int clusters = 0;              ///< With that figure, this one left out.
    std::optional<double> median;  ///< Empty below least_peers.

    static constexpr auto fields() {
        return std::tuple{field("clusters", &PeerMedian::clusters), field("median", &PeerMedian::median)};
    }
};

/// Fewer clusters than that would show one of them.
inline constexpr int least_peers = 3;

struct PeerMedians {
    PeerMedian worked_before_share;
    PeerMedian trust_acts_first_year;
    PeerMedian days_to_first_result;

    static constexpr auto fields() {
        return std::tuple{
            field("worked_before_share", &PeerMedians::worked_before_share),
            field("trust_acts_first_year", &PeerMedians::trust_acts_first_year),
            field("days_to_first_result", &PeerMedians::days_to_first_result),
        };
    }
};

/// GET /api/clusters/{cluster_id}/recipe: what was there before trust, what was done for it, and how long it
/// took.
struct RecipeCard {
    Recipe recipe;
    std::string cluster_name;
    bool is_demo = false;
    std::vector<std::string> leaders;  ///< Labels, by name.
    EarlierWork earlier;
    TrustActs acts;
    RecipeFigures figures;
    PeerMedians peers;

    static constexpr auto fields() {
        return std::tuple{
            field("recipe", &RecipeCard::recipe),   field("cluster_name", &RecipeCard::cluster_name),
            field("is_demo", &RecipeCard::is_demo), field("leaders", &RecipeCard::leaders),
            field("earlier", &RecipeCard::earlier), field("acts", &RecipeCard::acts),
            field("figures", &RecipeCard::figures), field("peers", &RecipeCard::peers),
        };
    }
};

}  // namespace recipes

}  // namespace konbit
