// SPDX-License-Identifier: Apache-2.0
#include "features/search/facet.hpp"

#include <algorithm>
#include <tuple>

namespace konbit {

std::vector<Facet> FacetSum::largest_first() const {
    std::vector<Facet> facets;
    for (const auto& [code, count] : counts_) facets.push_back({code, count});
    std::ranges::sort(facets, [](const Facet& a, const Facet& b) {
        return std::tie(b.count, a.code) < std::tie(a.count, b.code);
    });
    return facets;
}

}  // namespace konbit
