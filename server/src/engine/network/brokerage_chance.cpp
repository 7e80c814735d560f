// SPDX-License-Identifier: Apache-2.0
#include "engine/network/brokerage_chance.hpp"

#include <cmath>

namespace konbit::network {

std::optional<double> Moments::z(double count) const {
    if (!(variance > 0)) return std::nullopt;
    return (count - mean) / std::sqrt(variance);
}

PowerSums power_sums(const std::vector<double>& sizes) {
    PowerSums sums;
    for (const double size : sizes) {
        sums.first += size;
        sums.second += size * size;
        sums.third += size * size * size;
        sums.fourth += size * size * size * size;
    }
    return sums;
}

BrokerageChance::BrokerageChance(std::vector<double> sizes, double density)
    : sizes_(std::move(sizes)),
      sums_(power_sums(sizes_)),
      actors_(sums_.first),
      triple_(density * density * (1 - density)),
      both_use_(std::pow(density * (1 - density), 3)),
      opposite_(-std::pow(density, 4) * std::pow(1 - density, 2)),
      both_exclude_(std::pow(density, 5) * (1 - density)) {}

Moments BrokerageChance::moments(double triples, double covariance) const {
    return {triples * triple_, triples * triple_ * (1 - triple_) + covariance};
}

/// Two triples of one broker share the tie to it or the tie from it, and nothing else.
std::array<Moments, broker_roles> BrokerageChance::of_member(std::size_t group) const {
    const double own = sizes_[group] - 1, foreign = actors_ - sizes_[group];
    // Sums of powers of the other groups' sizes: what runs over pairs of groups comes down to these.
    const double squares = sums_.second - std::pow(sizes_[group], 2),
                 cubes = sums_.third - std::pow(sizes_[group], 3);
    const double itinerant = squares - foreign, itinerant_pairs = cubes - 3 * squares + 2 * foreign;
    const double liaison = foreign * foreign - squares,
                 liaison_pairs = std::pow(foreign, 3) - 2 * foreign * squares + cubes - liaison;
    const Moments across = moments(own * foreign, own * foreign * (own + foreign - 2) * both_use_);
    const double all = actors_ - 1;
    return {moments(own * (own - 1), 2 * own * (own - 1) * (own - 2) * both_use_),
            moments(itinerant, 2 * itinerant_pairs * both_use_),
            across,
            across,
            moments(liaison, 2 * liaison_pairs * both_use_),
            moments(all * (all - 1), 2 * all * (all - 1) * (all - 2) * both_use_)};
}

/// All triples of a set of actors.
Moments BrokerageChance::within_one_group(double size) const {
    const double triples = size * (size - 1) * (size - 2);
    return moments(triples, triples * ((4 * size - 10) * both_use_ + 4 * (size - 3) * opposite_ +
                                       (size - 3) * both_exclude_));
}

/// Triples of three different groups are all triples of groups less those that name one twice.
Moments BrokerageChance::liaison_of_all() const {
    if (sizes_.size() < 3) return {};  // exactly: rounding would leave a trace
    const auto& [first, second, third, fourth] = sums_;
    const double triples = std::pow(first, 3) - 3 * first * second + 2 * third;
    // The same, each triple of groups weighted with the size of one of them, whichever.
    const double weighted = first * first * second - 2 * first * third - second * second + 2 * fourth;
    return moments(triples, ((4 * first - 2) * triples - 8 * weighted) * (both_use_ + opposite_) +
                                ((first - 1) * triples - 2 * weighted) * both_exclude_);
}

std::array<Moments, broker_roles> BrokerageChance::of_all() const {
    Moments coordinator;
    double crossing = 0, itinerant = 0, representative = 0;
    for (const double size : sizes_) {
        const double foreign = actors_ - size;
        const Moments inside = within_one_group(size);
        coordinator.mean += inside.mean;
        coordinator.variance += inside.variance;
        const double triples = size * (size - 1) * foreign;
        crossing += triples;
        representative += triples * ((actors_ - 3) * both_use_ + (size - 2) * both_exclude_);
        itinerant += size * (size - 1) *
                     (((2 * size - 6) * foreign + 2 * (sums_.second - size * size)) * both_use_ +
                      foreign * (foreign - 1) * both_exclude_);
    }
    const Moments across = moments(crossing, representative);
    return {coordinator,      moments(crossing, itinerant), across, across,
            liaison_of_all(), within_one_group(actors_)};
}

}  // namespace konbit::network
