// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// A value that a list can be narrowed to, and how many records would remain.
struct Facet {
    std::string code;
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("code", &Facet::code, Access::read_only),
            field("count", &Facet::count, Access::read_only),
        };
    }
};

/// Adds up how many records have each value.
class FacetSum {
  public:
    void add(const std::optional<std::string>& code, std::int64_t count) {
        if (code) counts_[*code] += count;
    }
    /// Largest first, equal ones by code.
    std::vector<Facet> largest_first() const;

  private:
    std::map<std::string, std::int64_t> counts_;
};

}  // namespace konbit
