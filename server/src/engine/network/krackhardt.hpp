// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>

namespace konbit::network {

/// How much a network resembles the chart of an organization, an out-tree, in four respects. A tree has 1 in
/// all.
struct KrackhardtDimensions {
    /// Share of pairs that ties of any direction connect; nothing for fewer than two actors.
    std::optional<double> connectedness;
    /// Of the pairs with a path in some direction, the share without one back; nothing without ties.
    std::optional<double> hierarchy;
    /// How few ties there are beyond those that hold each piece together; nothing when no piece has room for
    /// more.
    std::optional<double> efficiency;
    /// Share of pairs of a piece that have a common superior (an actor with paths to both) with a path to
    /// every other such actor, as R sna counts. Nothing without a piece of three.
    std::optional<double> lubness;
    /// The same with a path from every other such actor: the closest common superior of Krackhardt's text.
    std::optional<double> lubness_closest;
};

/// Made for directed networks; in an undirected one hierarchy is 0, and lubness 1 in both ways of counting.
///
/// @complexity O(nodes + edges) and at most cubic in the number of strong components, of which there are few.
/// @source Krackhardt (1994), Graph theoretical dimensions of informal organizations, in Carley & Prietula
/// (eds.),
///         Computational Organization Theory, 89-111, ISBN 978-0-8058-1406-4.
KrackhardtDimensions krackhardt_dimensions(const Graph& graph);

}  // namespace konbit::network
