// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <utility>

namespace konbit {

/// Random numbers that are the same on every machine and with every library, so that results can be repeated.
///
/// Not for secrets: those come from the system (core/id.hpp, libsodium).
/// @source splitmix64, Steele, Lea & Flood (2014), OOPSLA, doi:10.1145/2660193.2660195.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    /// Uniform in [0, 1).
    double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

    /// Uniform in 0 .. count-1; `count` is positive (asserted).
    int below(int count) {
        assert(count > 0);
        // The bias of this product is below 2^-32 * count: nothing at the sizes of networks.
        return static_cast<int>((bits() >> 32) * static_cast<std::uint64_t>(count) >> 32);
    }

    /// Puts the items in a random order (Fisher-Yates).
    template <class T>
    void shuffle(std::span<T> items) {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(static_cast<int>(i))]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace konbit
