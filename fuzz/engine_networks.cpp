// SPDX-License-Identifier: Apache-2.0
// A network from any program: reading it must end within its limits, whatever the bytes, and what was read
// must come back from a file of ours as it was. The first byte chooses the format.
#include "engine/network/exchange.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace konbit::network;
    if (size == 0) return 0;
    constexpr std::size_t formats = names(NetworkFormat{}).size();
    const auto format = static_cast<NetworkFormat>(data[0] % formats);
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto found = read_document(bytes, format, Direction::directed);
    if (!found) return found.error().fields.empty() ? (__builtin_trap(), 0) : 0;
    if (found->graph().node_count() != static_cast<int>(found->ids.size())) __builtin_trap();
    if (found->direction == Direction::undirected) return 0;
    std::ostringstream out;
    write_document(*found, NetworkFormat::dl, out);
    const auto again = read_document(out.str(), NetworkFormat::dl, Direction::directed);
    if (!again || again->ids != found->ids || again->ties != found->ties) __builtin_trap();
    return 0;
}
