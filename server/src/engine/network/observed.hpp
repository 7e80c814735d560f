// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/dyad_census.hpp"
#include "engine/network/graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// What a survey saw of a network: the ties that members reported, and whose answers there are.
///
/// A member who did not answer has unknown ties, not zero ties. An empty answer ("none of these") is an
/// answer.
class ObservedNetwork {
  public:
    /// @param edges         Reported ties; those of members who are not in `has_answered` are left out.
    /// @param has_answered  One entry per member of the roster.
    ObservedNetwork(std::vector<bool> has_answered, std::span<const Edge> edges);

    /// Reported ties, directed from the member who reports.
    const Graph& reported() const { return reported_; }
    int node_count() const { return reported_.node_count(); }
    bool has_answered(int node) const { return has_answered_[node]; }
    int answers() const { return answers_; }

  private:
    std::vector<bool> has_answered_;
    int answers_ = 0;
    Graph reported_;
};

/// Share of the roster that answered; nothing for an empty roster.
std::optional<double> response_rate(const ObservedNetwork& network);

/// Share of pairs of which both members answered: on these alone rest reciprocity and the dyad census.
/// @return In [0, 1]; nothing for fewer than two members.
std::optional<double> dyads_fully_observed_share(const ObservedNetwork& network);

/// Share of pairs of which at least one member answered.
/// @return In [0, 1]; nothing for fewer than two members.
std::optional<double> dyads_any_observed_share(const ObservedNetwork& network);

/// Reported ties as a share of those that the members who answered could have reported: ties / (answers *
/// (n-1)).
/// @return In [0, 1]; nothing without answers or with fewer than two members.
std::optional<double> density_available(const ObservedNetwork& network);

/// By which share of those who could name it each member was named: answers, without its own.
/// @return In [0, 1] per member; NaN where nobody else answered.
std::vector<double> indegree_share_of_observers(const ObservedNetwork& network);

/// Pairs by kind, of pairs with two answers only.
DyadCensus dyad_census_observed(const ObservedNetwork& network);

/// @return Share of ties answered by a tie back, on pairs with two answers; nothing without ties there.
std::optional<double> reciprocity_edgewise_observed(const ObservedNetwork& network);

/// A network in which the missing answers are filled in by what the others said of these members.
struct ReconstructedNetwork {
    Graph graph;                  ///< Directed: reported ties and filled-in ones.
    std::vector<Edge> filled_in;  ///< Ties that nobody reported in this direction; draw them dashed.
    /// Ties as a share of the ordered pairs of which anything is known; nothing when nothing is.
    std::optional<double> density_known_cells;
};

/// Gives a member who did not answer a tie to each member who named it. Pairs without any answer stay
/// unknown.
///
/// @note For maps and paths. Never for reciprocity: it would be 1 on every filled-in pair.
/// @source Stork & Richards (1992), Group & Organization Management 17(2), 193-209,
/// doi:10.1177/1059601192172006.
ReconstructedNetwork reconstructed(const ObservedNetwork& network);

/// When two members' reports make a tie. Set for each question when the survey is designed.
enum class Symmetrization {
    either,  ///< One report is enough ("knows").
    both,    ///< Both must report ("worked with"); where only one of them answered, its report is taken,
             ///< flagged.
};

/// On what a tie between two members rests.
enum class TieSupport {
    both_report,   ///< Each names the other.
    one_reports,   ///< Both answered, one names the other.
    other_silent,  ///< The other did not answer.
};

/// A network of ties without direction.
struct SymmetrizedNetwork {
    Graph graph;                      ///< Undirected.
    std::vector<Edge> ties;           ///< As graph.edges().
    std::vector<TieSupport> support;  ///< Of each of `ties`.
    /// Ties as a share of the pairs that could be judged: with any answer (either), with two (both: then only
    /// ties between members who answered count). Nothing when there are no such pairs.
    std::optional<double> density_known_dyads;
};

SymmetrizedNetwork symmetrized(const ObservedNetwork& network, Symmetrization rule);

}  // namespace konbit::network
