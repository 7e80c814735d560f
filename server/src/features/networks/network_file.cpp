// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_file.hpp"

#include "features/networks/network_json.hpp"

#include <sstream>

namespace konbit::networks {

namespace {

/// Every format but JSON.
network::NetworkFormat of_engine(NetworkFileFormat format) {
    constexpr auto known = names(network::NetworkFormat{});
    static_assert(known.size() == static_cast<std::size_t>(NetworkFileFormat::json));
    return static_cast<network::NetworkFormat>(format);
}

}  // namespace

Result<network::NetworkDocument> read_network_file(std::string_view bytes, NetworkFileFormat format,
                                                   network::Direction direction) {
    if (format == NetworkFileFormat::json) return network_from_json(bytes);
    return network::read_document(bytes, of_engine(format), direction);
}

std::string network_file(const network::NetworkDocument& document, NetworkFileFormat format) {
    std::ostringstream out;
    if (format == NetworkFileFormat::json)
        network_to_json(document, out);
    else
        write_document(document, of_engine(format), out);
    return std::move(out).str();
}

}  // namespace konbit::networks
