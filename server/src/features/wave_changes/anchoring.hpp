// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/wave_changes/wave_change.hpp"

#include <span>

namespace konbit::wave_changes {

/// What one respondent made of those whom it knew last time.
struct KeptByRespondent {
    bool is_control = false;
    std::int64_t former = 0;  ///< Known last time, still on the roster; above 0.
    std::int64_t kept = 0;    ///< Of these, named again.

    static constexpr auto fields() {
        return std::tuple{
            field("is_control", &KeptByRespondent::is_control),
            field("former", &KeptByRespondent::former),
            field("kept", &KeptByRespondent::kept),
        };
    }
};

/// How much more those keep who found their former ticks than those who did not.
/// @return Nothing without respondents; counts of respondents only below disclosure::least_people in either
/// group.
/// @note A ratio of sums: a respondent who knew many weighs more. The margin takes the answers of one
/// respondent as
///       belonging together, and is rough below some twenty respondents in the smaller group.
/// @source Cochran (1977), Sampling Techniques, chapter 6 (ratio estimates), section 6.4.
std::optional<Anchoring> anchoring_of(std::span<const KeptByRespondent> respondents);

}  // namespace konbit::wave_changes
