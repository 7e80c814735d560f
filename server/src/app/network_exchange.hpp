// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_input.hpp"
#include "engine/network/exchange.hpp"

#include <iosfwd>

namespace konbit {

struct ConversionRequest {
    std::string from;           ///< Path.
    std::string from_format{};  ///< Empty: by the path's ending.
    std::string to{};           ///< Path; empty: standard output.
    std::string to_format{};    ///< Empty: by the path's ending, csv for standard output.
    std::string nodes{};        ///< For csv: the members' file.
    std::string nodes_to{};     ///< For csv: where the members' file is written.
    bool is_undirected = false;
    std::vector<std::string> later{};        ///< Paths of later waves; `from` is the first.
    std::vector<std::string> later_nodes{};  ///< For csv: their members' files; none: `nodes` for all.
    std::string answered{};                  ///< Column of the members that says who answered.
    int wave = 0;                            ///< Of several waves this one, from 1; 0: all of them.
};
/// Reads a network in one format and writes it in another; several waves as GEXF with spells or for RSiena.
/// @return A warning when something could not be kept, else an empty text.
Read<std::string> convert_network(const ConversionRequest& request, std::ostream& out);

struct GenerationRequest {
    int members = 100;
    std::int64_t ties = 800;
    std::uint64_t seed = 1;
    bool is_undirected = false;
    std::string format = "csv";
};
/// Writes a random network, every one with these numbers equally likely.
Read<std::string> generate_network(const GenerationRequest& request, std::ostream& out);

}  // namespace konbit
