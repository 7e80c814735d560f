// SPDX-License-Identifier: Apache-2.0
#include "engine/network/contacts.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

constexpr int nobody = std::numeric_limits<int>::max();

int at(std::span<const int> list, std::size_t place) { return place < list.size() ? list[place] : nobody; }

}  // namespace

Contacts::Contacts(const Graph& graph) {
    start_.reserve(graph.node_count() + 1);
    all_.reserve(2 * graph.edge_count());
    start_.push_back(0);
    for (int node = 0; node < graph.node_count(); ++node) {
        const auto named = graph.out(node), naming = graph.in(node);
        for (std::size_t i = 0, j = 0; i < named.size() || j < naming.size();) {
            const int other = std::min(at(named, i), at(naming, j));
            const int out = at(named, i) == other, in = at(naming, j) == other;
            all_.push_back({other, names * out + is_named * in});
            i += out;
            j += in;
        }
        start_.push_back(static_cast<int>(all_.size()));
    }
}

}  // namespace konbit::network
