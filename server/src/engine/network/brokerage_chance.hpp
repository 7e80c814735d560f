// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/brokerage.hpp"

namespace konbit::network {

/// A count's mean and variance where every possible tie is there with the same chance.
struct Moments {
    double mean = 0, variance = 0;

    std::optional<double> z(double count) const;
};

/// Sums of the sizes' first four powers.
struct PowerSums {
    double first = 0, second = 0, third = 0, fourth = 0;
};

PowerSums power_sums(const std::vector<double>& sizes);

/// What chance gives, by group sizes and density alone.
class BrokerageChance {
  public:
    /// @param sizes    Of the groups.
    /// @param density  Chance of a tie.
    BrokerageChance(std::vector<double> sizes, double density);

    /// Of one actor of the group.
    /// @complexity O(1).
    std::array<Moments, broker_roles> of_member(std::size_t group) const;
    /// Of all actors together.
    /// @complexity O(groups).
    std::array<Moments, broker_roles> of_all() const;

  private:
    Moments liaison_of_all() const;
    Moments within_one_group(double size) const;
    Moments moments(double triples, double covariance) const;

    std::vector<double> sizes_;
    PowerSums sums_;
    double actors_;
    double triple_;        ///< Chance that two ties are there and the third is not.
    double both_use_;      ///< Covariance of two triples that need the same tie.
    double opposite_;      ///< Of two triples of which one needs a tie, the other its absence.
    double both_exclude_;  ///< Of two triples that need the absence of the same tie.
};

}  // namespace konbit::network
