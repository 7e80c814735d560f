// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "engine/network/exchange.hpp"

namespace konbit {

/// The files in which one network comes in.
enum class NetworkFileFormat {
    csv,  ///< These seven are network::NetworkFormat.
    matrix,
    graphml,
    gexf,
    pajek,
    dl,
    vna,
    json,  ///< As network_json.hpp.
};
constexpr auto names(NetworkFileFormat) {
    return std::to_array<std::string_view>(
        {"csv", "matrix", "graphml", "gexf", "pajek", "dl", "vna", "json"});
}

namespace networks {

/// @return As network::read_document().
Result<network::NetworkDocument> read_network_file(std::string_view bytes, NetworkFileFormat format,
                                                   network::Direction direction);

/// As network::write_document().
std::string network_file(const network::NetworkDocument& document, NetworkFileFormat format);

}  // namespace networks

}  // namespace konbit
