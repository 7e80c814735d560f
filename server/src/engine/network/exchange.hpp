// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/network/graph.hpp"

#include <array>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::network {

struct WeightedTie {
    int from = 0, to = 0;
    double weight = 1;

    auto operator<=>(const WeightedTie&) const = default;
};

/// What is known of each actor under one name.
struct ActorColumn {
    std::string name;
    std::vector<std::string> values;  ///< One per actor; empty where unknown.

    bool operator==(const ActorColumn&) const = default;
};

/// A network as files of other programs hold it.
struct NetworkDocument {
    Direction direction = Direction::directed;
    std::vector<std::string> ids;  ///< Names of the actors, each once and none empty.
    std::vector<ActorColumn> columns;
    std::vector<WeightedTie> ties;  ///< As they were given; undirected ones once.

    Graph graph() const;
    bool operator==(const NetworkDocument&) const = default;
};

enum class NetworkFormat {
    csv,      ///< Pairs of names; actors without ties and columns need a second table.
    matrix,   ///< A table with actors in rows and columns.
    graphml,  ///< GraphML: igraph, networkx, Gephi, visone.
    gexf,     ///< GEXF 1.3: Gephi.
    pajek,    ///< Pajek .net.
    dl,       ///< UCINET DL.
    vna,      ///< NetDraw VNA.
};

constexpr std::array<std::string_view, 7> names(NetworkFormat) {
    return {"csv", "matrix", "graphml", "gexf", "pajek", "dl", "vna"};
}

/// A file with more is refused, so that no file can fill the memory.
inline constexpr std::size_t most_actors = 100'000;
inline constexpr std::size_t most_ties = 5'000'000;
inline constexpr std::size_t most_matrix_actors = 5'000;
inline constexpr std::size_t most_values = 20'000'000;  ///< Columns times actors.

/// Reads a file of another program.
///
/// @param members    For csv: the table of actors (column id, others are kept), if there is one.
/// @param direction  For csv, matrix, dl and vna, which do not say it; an undirected tie may then be given
/// both ways.
/// @return ErrorCode::invalid with `reason` "edges" or "nodes", as read_network(), and one finding whose
/// pointer names
///         the row (in XML: the line) and the field. Codes: those of read_csv(), `missing_column`,
///         `missing_id`, `duplicate_id`, `unknown_id`, `not_a_number`, `not_xml`, `not_this_format`,
///         `several_networks`, `too_many_members`, `too_many_ties`, `too_many_values`, `wrong_count` (params:
///         value).
/// @note GraphML and GEXF are named by label where labels are there, each once; else by id.
Result<NetworkDocument> read_document(std::string_view bytes, NetworkFormat format, Direction direction,
                                      std::optional<std::string_view> members = {});

/// Writes the network, row by row.
///
/// Columns are kept by graphml, gexf and vna, and by write_members() beside csv. Letters that XML cannot hold
/// (control characters) become U+FFFD there.
void write_document(const NetworkDocument& document, NetworkFormat format, std::ostream& out);

/// The table of actors that goes with csv.
void write_members(const NetworkDocument& document, std::ostream& out);

}  // namespace konbit::network
