// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/permutation.hpp"

#include <span>
#include <vector>

namespace konbit::network {

/// Labels of groups dealt out anew among the actors that have one; negative ones (unknown) stay with theirs.
class ShuffledLabels {
  public:
    /// @param group_of  Must outlive this.
    explicit ShuffledLabels(std::span<const int> group_of)
        : group_of_(group_of), labels_(group_of.begin(), group_of.end()) {
        for (std::size_t node = 0; node < group_of.size(); ++node)
            if (group_of[node] >= 0) known_.push_back(node);
        order_.resize(known_.size());
    }

    /// @return Valid until the next call.
    std::span<const int> draw(Random& random) {
        shuffle_anew(order_, random);
        for (std::size_t i = 0; i < known_.size(); ++i) labels_[known_[i]] = group_of_[known_[order_[i]]];
        return labels_;
    }

  private:
    std::span<const int> group_of_;
    std::vector<std::size_t> known_;
    std::vector<int> order_;
    std::vector<int> labels_;
};

}  // namespace konbit::network
