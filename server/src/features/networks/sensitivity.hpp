// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "engine/network/observed.hpp"

#include <optional>

namespace konbit::networks {

/// One density under three ways to treat the members who did not answer. None of them is the truth; how far
/// they lie apart says how much silence leaves open (docs/metrics/nonresponse.md).
struct DensityStrip {
    std::optional<double> zero_filled;    ///< As if the silent had no tie.
    std::optional<double> available;      ///< Of those who answered only: what Konbit reports.
    std::optional<double> reconstructed;  ///< The silent filled in by what the others said of them.

    /// The lowest and the highest of the three; nothing when none is known.
    std::optional<double> low() const;
    std::optional<double> high() const;

    static constexpr auto fields() {
        return std::tuple{
            field("zero_filled", &DensityStrip::zero_filled),
            field("available", &DensityStrip::available),
            field("reconstructed", &DensityStrip::reconstructed),
        };
    }
};

/// @param asked  Members of the wave.
/// @return Nothing in each of them with fewer than two members, and below 65% response: there a density is an
///         interval (figures.hpp), and no three numbers.
/// @complexity O(nodes + ties).
DensityStrip density_strip(const network::ObservedNetwork& network, int asked);

/// Whether two waves differ by more than silence alone could make: their strips do not touch.
/// @return Nothing when one of them is not known.
std::optional<bool> are_distinguishable(const DensityStrip& one, const DensityStrip& other);

}  // namespace konbit::networks
