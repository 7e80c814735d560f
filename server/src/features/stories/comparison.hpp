// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/survey/disclosure.hpp"
#include "features/networks/wave_data.hpp"

/// How one question of a wave looks beside chance and beside other clusters.
namespace konbit::stories {

/// A figure beside the same of random networks with as many members and contacts.
struct ChanceStrip {
    std::string id{};  ///< Of engine/network/metric.hpp.
    std::optional<double> value{};
    std::optional<double> low{};  ///< 95% of the random networks lie between these two.
    std::optional<double> high{};
    std::optional<double> mean{};
    std::optional<double> percentile{};  ///< Share of the random networks with a lower value, in [0, 1].

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ChanceStrip::id),     field("value", &ChanceStrip::value),
            field("low", &ChanceStrip::low),   field("high", &ChanceStrip::high),
            field("mean", &ChanceStrip::mean), field("percentile", &ChanceStrip::percentile),
        };
    }
};

/// Contacts given by a member on average, beside the same of other clusters. Never densities: those fall as
/// clusters grow.
struct PeerStrip {
    std::optional<double> value{};
    int clusters = 0;  ///< Others with a finished wave that asked this and that two thirds answered.
    std::optional<double> percentile{};  ///< Share of them with fewer; nothing below least_peers.
    std::optional<double> median{};      ///< Of the others; nothing below disclosure::least_people.

    static constexpr auto fields() {
        return std::tuple{
            field("value", &PeerStrip::value),
            field("clusters", &PeerStrip::clusters),
            field("percentile", &PeerStrip::percentile),
            field("median", &PeerStrip::median),
        };
    }
};

struct Comparison {
    QuestionKey question = QuestionKey::know;
    int n = 0;
    int asked = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    std::vector<ChanceStrip> chance;  ///< None below 65% response; no ways beyond 300 members.
    int draws = 0;                    ///< Random networks.
    PeerStrip peers;

    static constexpr auto fields() {
        return std::tuple{
            field("question", &Comparison::question), field("n", &Comparison::n),
            field("asked", &Comparison::asked),       field("level", &Comparison::level),
            field("chance", &Comparison::chance),     field("draws", &Comparison::draws),
            field("peers", &Comparison::peers),
        };
    }
};

/// Clusters beside which a network measure may be placed: fewer would be told apart.
inline constexpr int least_peers = 3;

/// What a comparison needs.
struct Compared {
    networks::WaveData data{};
    QuestionKey question = QuestionKey::know;
    std::vector<double> peers{};  ///< Mean degree of each other cluster.
};

/// Rests on rows by name, filled in from one side, without direction.
/// @complexity O(draws * members * contacts).
Comparison comparison_of(const Compared& compared);

PeerStrip beside(std::optional<double> value, std::vector<double> peers);

}  // namespace konbit::stories
