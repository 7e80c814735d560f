// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/analyses/analysis.hpp"

namespace konbit::analyses {

/// What the job is told.
struct AnalysisOrder {
    AnalysisId analysis_id{};
    ClusterId cluster_id{};

    static constexpr auto fields() {
        return std::tuple{field("analysis_id", &AnalysisOrder::analysis_id),
                          field("cluster_id", &AnalysisOrder::cluster_id)};
    }
};

}  // namespace konbit::analyses
