// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange.hpp"

#include "engine/network/exchange_formats.hpp"

#include <utility>

namespace konbit::network {

Graph NetworkDocument::graph() const {
    std::vector<Edge> edges;
    edges.reserve(ties.size());
    for (const WeightedTie& tie : ties) edges.push_back({tie.from, tie.to});
    return {static_cast<int>(ids.size()), edges, direction};
}

Result<NetworkDocument> read_document(std::string_view bytes, NetworkFormat format, Direction direction,
                                      std::optional<std::string_view> members) {
    switch (format) {
        case NetworkFormat::csv:
            return read_pairs(bytes, direction, members);
        case NetworkFormat::matrix:
            return read_matrix(bytes, direction);
        case NetworkFormat::graphml:
            return read_graphml(bytes);
        case NetworkFormat::gexf:
            return read_gexf(bytes);
        case NetworkFormat::pajek:
            return read_pajek(bytes);
        case NetworkFormat::dl:
            return read_dl(bytes, direction);
        case NetworkFormat::vna:
            return read_vna(bytes, direction);
    }
    std::unreachable();
}

void write_document(const NetworkDocument& document, NetworkFormat format, std::ostream& out) {
    switch (format) {
        case NetworkFormat::csv:
            return write_pairs(document, out);
        case NetworkFormat::matrix:
            return write_matrix(document, out);
        case NetworkFormat::graphml:
            return write_graphml(document, out);
        case NetworkFormat::gexf:
            return write_gexf(document, out);
        case NetworkFormat::pajek:
            return write_pajek(document, out);
        case NetworkFormat::dl:
            return write_dl(document, out);
        case NetworkFormat::vna:
            return write_vna(document, out);
    }
}

}  // namespace konbit::network
