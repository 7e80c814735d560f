// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "features/answers/row_state.hpp"
#include "features/externals/external.hpp"
#include "features/surveys/series.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// The network of a wave: what its answers say, as far as they may be shown. analyze() is a pure function of
/// WaveData.
namespace konbit::networks {

/// Whether the answers can change no more: nothing that two looks could tell apart happens between them.
constexpr bool is_final(WaveState state) {
    return state == WaveState::frozen || state == WaveState::published;
}

/// A member of the roster, at its place on it.
struct Actor {
    WaveMember member{};
    bool is_asked = true;     ///< Some members are only listed (Wave::asks).
    int place_in_layout = 0;  ///< Its number in WaveData::layout; the same organization in every wave.

    /// Whether it withdrew, or objected to being listed, after freezing: it counts and is never named.
    bool is_unnamed() const { return member.label.empty(); }
};

/// One member naming another, by their places on the roster.
struct Tie {
    int from = 0;
    int to = 0;
    int value = 1;  ///< On the question's scale, above 0.

    auto operator<=>(const Tie&) const = default;
};

/// How far people who answer for the same members agree on one question.
struct InformantAgreement {
    int members = 0;              ///< Of whom at least two people answered it.
    int cells = 0;                ///< Pairs of answers that were compared.
    std::optional<double> kappa;  ///< In [-1, 1]; 1: they always agree, 0: as often as by chance.
    std::optional<std::string>
        reason;  ///< Why there is none: "few_members", or "no_variation" when all said the same.

    static constexpr auto fields() {
        return std::tuple{
            field("members", &InformantAgreement::members),
            field("cells", &InformantAgreement::cells),
            field("kappa", &InformantAgreement::kappa),
            field("reason", &InformantAgreement::reason),
        };
    }
};

/// A tie that the member at its other end says is wrong, by their places.
struct Dispute {
    QuestionId question_id{};
    int from = 0;  ///< Who named the other.
    int to = 0;    ///< Who disputes it.

    bool operator==(const Dispute&) const = default;
};

/// All answers to one question.
struct QuestionData {
    Question question{};
    std::vector<RowState> rows{};  ///< One for each actor.
    /// Whether the ties of this actor's row may be shown by name: always in open questions, with consent in
    /// limited ones, never in sealed ones.
    std::vector<bool> is_named{};
    std::vector<Tie> ties{};                     ///< Of observed rows, ascending.
    std::vector<surveys::SeriesBreak> breaks{};  ///< Why figures are no continuation of the last wave's.
    std::optional<std::string> relation{};       ///< What an imported network calls these ties.
    std::optional<InformantAgreement>
        agreement{};  ///< Open questions only; empty where one person answers for each member.
};

/// Organizations outside the cluster, and what the members say of them.
struct ExternalData {
    std::vector<External> actors{};  ///< By kind, then by name.
    QuestionData said{};             ///< Ties go from places on the roster to places in `actors`.
};

/// The ties of open questions over all waves of a cluster, so that a member keeps its place on the map.
struct LayoutData {
    int actor_count = 0;
    std::vector<network::Edge> ties{};
    /// Number of the wave, from 0 in the order of opening, in which each actor first stood on the roster and
    /// each tie was first named; empty: all in the first.
    std::vector<int> actor_waves{};
    std::vector<int> tie_waves{};
};

/// What was noted when a wave was frozen.
struct Freeze {
    std::string results_sha256;  ///< Of results_hash() in freezing.hpp.
    std::string engine_version;  ///< Of the program that froze it.
    Instant frozen_at{};
    bool is_intact = true;  ///< Whether the wave still holds what it held then.
    int release = 1;   ///< Grows when somebody withdraws after freezing and the results are worked out anew.
    int new_keys = 0;  ///< How many of the releases only sealed the same answers by another key; not sent.

    static constexpr auto fields() {
        return std::tuple{
            field("results_sha256", &Freeze::results_sha256),
            field("engine_version", &Freeze::engine_version),
            field("frozen_at", &Freeze::frozen_at),
            field("is_intact", &Freeze::is_intact),
            field("release", &Freeze::release),
        };
    }
};

/// Everything that is known of a wave, sealed answers included: it lives only while figures are worked out.
struct WaveData {
    Wave wave{};
    std::string cluster_name{};
    std::vector<Actor> actors{};
    std::vector<bool> has_declined{};       ///< One for each actor.
    std::vector<QuestionData> questions{};  ///< About members, in the order of asking.
    std::optional<ExternalData> externals{};
    std::vector<Dispute> disputes{};  ///< Whether or not there is such a tie.
    LayoutData layout{};
    std::optional<Freeze> freeze{};  ///< Empty while the results may still change.

    const QuestionData* find(QuestionKey key) const {
        for (const auto& each : questions)
            if (each.question.key == key) return &each;
        return nullptr;
    }
    /// Whether answers were taken out after freezing. Whoever saw the totals before could tell them by
    /// subtraction, so that only what is known by name is shown from then on.
    bool is_thinned() const { return freeze && freeze->release - freeze->new_keys > 1; }
    int asked() const { return static_cast<int>(std::ranges::count(actors, true, &Actor::is_asked)); }
    int size() const { return static_cast<int>(actors.size()); }
};

}  // namespace konbit::networks
