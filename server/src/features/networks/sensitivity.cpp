// SPDX-License-Identifier: Apache-2.0
#include "features/networks/sensitivity.hpp"

#include "engine/survey/disclosure.hpp"

#include <algorithm>
#include <vector>

namespace konbit::networks {

namespace {

std::vector<double> known(const DensityStrip& strip) {
    std::vector<double> values;
    for (const auto& each : {strip.zero_filled, strip.available, strip.reconstructed})
        if (each) values.push_back(*each);
    return values;
}

}  // namespace

std::optional<double> DensityStrip::low() const {
    const auto values = known(*this);
    return values.empty() ? std::nullopt : std::optional(std::ranges::min(values));
}

std::optional<double> DensityStrip::high() const {
    const auto values = known(*this);
    return values.empty() ? std::nullopt : std::optional(std::ranges::max(values));
}

DensityStrip density_strip(const network::ObservedNetwork& network, int asked) {
    const auto n = static_cast<double>(network.node_count());
    const auto level = disclosure::report_level(network.answers(), asked);
    if (n < 2 || level == disclosure::ReportLevel::interval_only) return {};
    return {.zero_filled = static_cast<double>(network.reported().edge_count()) / (n * (n - 1)),
            .available = density_available(network),
            .reconstructed = reconstructed(network).density_known_cells};
}

std::optional<bool> are_distinguishable(const DensityStrip& one, const DensityStrip& other) {
    if (!one.low() || !other.low()) return std::nullopt;
    return *one.high() < *other.low() || *other.high() < *one.low();
}

}  // namespace konbit::networks
