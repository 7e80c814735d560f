// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/duplicates/score.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace konbit::duplicates {

/// A record of the register that resembles what was asked for.
struct Match {
    std::size_t place = 0;  ///< In the list from which the register was made.
    Score score;
};

/// Many organizations, made ready to be asked for those that resemble one.
///
/// Only those are compared that share a key: the name without blanks, its first or last letters, the first or
/// last letters of a rare word, two words that follow each other, initials, the website, the phone. A key
/// that very many share tells nothing and is left out.
class Register {
  public:
    /// @complexity O(n log n)
    explicit Register(std::vector<Fingerprint> organizations);

    /// Those at least `possible` alike, the most alike first, then by place.
    /// @complexity O(keys * (log n + most_sharers)) comparisons; 10,000 questions to 50,000 take about a
    /// second.
    std::vector<Match> matches(const Fingerprint& candidate) const;

  private:
    struct Entry {
        std::uint64_t key;
        std::uint32_t place;
        auto operator<=>(const Entry&) const = default;
    };

    std::vector<std::uint32_t> sharers(const Fingerprint& candidate) const;

    std::vector<Fingerprint> organizations_;
    std::vector<Entry> entries_;
};

}  // namespace konbit::duplicates
