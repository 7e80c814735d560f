// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/network/strength.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::network {

/// The two files that describe a network, as bytes.
struct NetworkFiles {
    std::string_view edges;  ///< Columns `from` and `to` (or `source` and `target`).
    std::optional<std::string_view>
        nodes{};  ///< Column `id`; without this file the actors are those with ties.
};

struct NetworkReading {
    Direction direction = Direction::directed;
    std::optional<std::string> group_column{};  ///< A column of the node file.
    bool has_weights = false;  ///< Whether to look for a column `weight` (or `strength`) in the edge file.
};

/// A network with the names that its files give.
struct NamedNetwork {
    Graph graph;
    std::vector<std::string> ids;  ///< Of each actor, as written.
    std::vector<int> group_of{};   ///< Empty when no group column was asked for; -1 where the cell is empty.
    std::vector<std::string> group_names;  ///< Of each group number, in order of appearance.
    std::optional<Strengths> strengths;    ///< Where weights were asked for and the file has them.
    std::vector<std::string> warnings;     ///< What was dropped or guessed, in English sentences.
};

/// Reads a network from tables. Other columns are ignored; an empty weight is 1.
///
/// Loops and repeated ties are dropped with a warning.
///
/// @return ErrorCode::invalid with `reason` "edges" or "nodes", the file, and one finding: the codes of
/// read_csv(), or
///         `missing_column`, `missing_id`, `duplicate_id`, `unknown_id`, `not_a_number` (params: value).
Result<NamedNetwork> read_network(const NetworkFiles& files, const NetworkReading& reading = {});

}  // namespace konbit::network
