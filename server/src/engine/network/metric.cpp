// SPDX-License-Identifier: Apache-2.0
#include "engine/network/metric.hpp"

#include "engine/network/metric_list.hpp"

namespace konbit::network {

std::span<const Metric> metrics() {
    static const std::vector<Metric> all = [] {
        const auto everyday = everyday_metrics(), analyst = analyst_metrics();
        std::vector<Metric> list(everyday.begin(), everyday.end());
        list.insert(list.end(), analyst.begin(), analyst.end());
        return list;
    }();
    return all;
}

const Metric* find_metric(std::string_view id) {
    const auto found = std::ranges::find(metrics(), id, &Metric::id);
    return found == metrics().end() ? nullptr : &*found;
}

}  // namespace konbit::network
