// SPDX-License-Identifier: Apache-2.0
#include "engine/network/brokerage_chance.hpp"

#include <cmath>
#include <numeric>

namespace konbit::network {

std::optional<double> Moments::z(double count) const {
    if (!(variance > 0)) return std::nullopt;
    return (count - mean) / std::sqrt(variance);
}

BrokerageChance::BrokerageChance(std::vector<double> sizes, double density)
    : sizes_(std::move(sizes)),
      actors_(std::accumulate(sizes_.begin(), sizes_.end(), 0.0)),
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
    double itinerant = 0, itinerant_pairs = 0, liaison = 0, liaison_pairs = 0;
    for (std::size_t other = 0; other < sizes_.size(); ++other) {
        if (other == group) continue;
        const double size = sizes_[other], rest = foreign - size;
        itinerant += size * (size - 1);
        itinerant_pairs += size * (size - 1) * (size - 2);
        liaison += size * rest;
        liaison_pairs += size * rest * (rest - 1);
    }
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

Moments BrokerageChance::liaison_of_all() const {
    double triples = 0, covariance = 0;
    for (std::size_t i = 0; i < sizes_.size(); ++i)
        for (std::size_t j = 0; j < sizes_.size(); ++j)
            for (std::size_t k = 0; k < sizes_.size(); ++k) {
                if (i == j || j == k || i == k) continue;
                const double from = sizes_[i], broker = sizes_[j], to = sizes_[k];
                triples += from * broker * to;
                covariance += from * broker * to *
                              ((4 * (actors_ - broker) - 2 * (from + to + 1)) * both_use_ +
                               (4 * (actors_ - to) - 2 * (from + broker + 1)) * opposite_ +
                               (actors_ - (from + to + 1)) * both_exclude_);
            }
    return moments(triples, covariance);
}

std::array<Moments, broker_roles> BrokerageChance::of_all() const {
    Moments coordinator;
    double crossing = 0, itinerant = 0, representative = 0;
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
        const double size = sizes_[i], foreign = actors_ - size;
        const Moments inside = within_one_group(size);
        coordinator.mean += inside.mean;
        coordinator.variance += inside.variance;
        const double triples = size * (size - 1) * foreign;
        crossing += triples;
        representative += triples * ((actors_ - 3) * both_use_ + (size - 2) * both_exclude_);
        for (std::size_t j = 0; j < sizes_.size(); ++j) {
            if (i == j) continue;
            itinerant += size * (size - 1) * sizes_[j] *
                         ((2 * size + 2 * sizes_[j] - 6) * both_use_ + (foreign - 1) * both_exclude_);
        }
    }
    const Moments across = moments(crossing, representative);
    return {coordinator,      moments(crossing, itinerant), across, across,
            liaison_of_all(), within_one_group(actors_)};
}

}  // namespace konbit::network
