// SPDX-License-Identifier: Apache-2.0
// What `konbit network report` is given: a table of ties and one of members, parted by a form feed.
#include "engine/network/network_csv.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace konbit::network;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t end = bytes.find('\f');
    NetworkFiles files{.edges = bytes.substr(0, end)};
    if (end != bytes.npos) files.nodes = bytes.substr(end + 1);
    const auto found = read_network(files, {.has_weights = true});
    if (!found) return found.error().fields.empty() ? (__builtin_trap(), 0) : 0;
    if (found->graph.node_count() != static_cast<int>(found->ids.size())) __builtin_trap();
    return 0;
}
