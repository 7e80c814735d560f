// SPDX-License-Identifier: Apache-2.0
#include "engine/network/dyad_transitions.hpp"

#include <cassert>
#include <utility>

namespace konbit::network {
namespace {

struct Dyad {
    bool there, back;

    DyadState state() const {
        if (there && back) return DyadState::mutual;
        return there || back ? DyadState::asymmetric : DyadState::null;
    }
};

Dyad dyad(const Wave& wave, int a, int b) {
    const Graph& ties = wave.network.reported();
    return {ties.has_edge(a, b), ties.has_edge(b, a)};
}

bool is_known(const Wave& wave, int node) { return wave.is_member[node] && wave.network.has_answered(node); }

}  // namespace

DyadTransitions dyad_transitions(const Wave& first, const Wave& second) {
    assert(first.network.node_count() == second.network.node_count());
    std::vector<int> known;
    for (int node = 0; node < first.network.node_count(); ++node)
        if (is_known(first, node) && is_known(second, node)) known.push_back(node);
    DyadTransitions transitions;
    for (std::size_t i = 0; i < known.size(); ++i)
        for (std::size_t j = i + 1; j < known.size(); ++j) {
            const Dyad before = dyad(first, known[i], known[j]), after = dyad(second, known[i], known[j]);
            ++transitions.pairs[std::to_underlying(before.state())][std::to_underlying(after.state())];
            const bool stayed_asymmetric =
                before.state() == DyadState::asymmetric && after.state() == DyadState::asymmetric;
            transitions.reversed += stayed_asymmetric && before.there != after.there;
        }
    return transitions;
}

}  // namespace konbit::network
