// SPDX-License-Identifier: Apache-2.0
#include "engine/network/programme_effect.hpp"

#include "engine/network/share.hpp"

#include <cassert>

namespace konbit::network {
namespace {

/// Both waves, reduced to what can be compared.
class Blocks {
  public:
    Blocks(const Wave& first, const Wave& second) : change_(compare(first, second)) {
        for (int node = 0; node < first.network.node_count(); ++node) {
            if (!first.is_member[node] || !second.is_member[node]) continue;
            stayed_.push_back(node);
            if (first.network.has_answered(node) && second.network.has_answered(node))
                answered_.push_back(node);
        }
    }

    const std::vector<int>& answered() const { return answered_; }

    ProgrammeEffect effect(const std::vector<bool>& takes_part) const {
        ProgrammeEffect effect;
        for (const int node : answered_) ++(takes_part[node] ? effect.taking_part : effect.not_taking_part);
        const auto block = [&](int from, int to) -> BlockChange& {
            if (takes_part[from] != takes_part[to]) return effect.mixed;
            return takes_part[from] ? effect.participants : effect.others;
        };
        for (const int from : answered_)
            for (const int to : stayed_)
                if (from != to) ++block(from, to).cells;
        for (const auto& [from, to] : change_.kept)
            ++block(from, to).ties_before, ++block(from, to).ties_after;
        for (const auto& [from, to] : change_.lost) ++block(from, to).ties_before;
        for (const auto& [from, to] : change_.gained) ++block(from, to).ties_after;
        return effect;
    }

  private:
    WaveChange change_;
    std::vector<int> stayed_, answered_;
};

std::optional<double> difference_in_differences(const ProgrammeEffect& effect) {
    const auto of_participants = effect.participants.difference(), of_others = effect.others.difference();
    if (!of_participants || !of_others) return std::nullopt;
    return *of_participants - *of_others;
}

}  // namespace

std::optional<double> BlockChange::density_before() const { return share(ties_before, cells); }

std::optional<double> BlockChange::density_after() const { return share(ties_after, cells); }

std::optional<double> BlockChange::difference() const { return share(ties_after - ties_before, cells); }

ProgrammeEffect programme_effect(const Wave& first, const Wave& second, const std::vector<bool>& takes_part,
                                 const Shuffles& shuffles) {
    assert(static_cast<int>(takes_part.size()) == first.network.node_count());
    const Blocks blocks(first, second);
    ProgrammeEffect effect = blocks.effect(takes_part);
    const auto observed = difference_in_differences(effect);
    if (!observed) return effect;
    const std::vector<int>& actors = blocks.answered();
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&, order = std::vector<int>(actors.size()), labels = takes_part](Random& random) mutable {
            shuffle_anew(order, random);
            for (std::size_t i = 0; i < actors.size(); ++i) labels[actors[i]] = takes_part[actors[order[i]]];
            return difference_in_differences(blocks.effect(labels)).value_or(0);
        };
    });
    effect.difference_in_differences = permutation_test(*observed, shuffled);
    return effect;
}

}  // namespace konbit::network
