// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/analyses/analysis.hpp"
#include "features/analyses/measures.hpp"
#include "features/app.hpp"
#include "features/permission/capabilities.hpp"

#include <string>
#include <vector>

namespace konbit::analyses {

/// A question that was put, as its reader sees it.
struct AnalysisView : Analysis {
    double progress = 0;     ///< 0 to 1, while it is worked out.
    bool is_current = true;  ///< False once the answers are no longer those that it was put to.

    static constexpr auto fields() {
        return std::tuple_cat(Analysis::fields(), std::tuple{field("progress", &AnalysisView::progress),
                                                             field("is_current", &AnalysisView::is_current)});
    }
};

struct ComparableWave {
    WaveId id{};
    std::string title;

    static constexpr auto fields() {
        return std::tuple{field("id", &ComparableWave::id), field("title", &ComparableWave::title)};
    }
};

/// What can be asked of the network of a wave, and what was.
struct AnalysisDesk {
    std::vector<AnalysisView> items;      ///< The latest first; at most fifty.
    std::vector<QuestionKey> questions;   ///< Those whose answers a test may rest on: no sealed ones.
    std::vector<Likeness> likenesses;     ///< Those in which members differ.
    std::vector<ComparableWave> earlier;  ///< The latest first.
    bool knows_participation = false;     ///< Whether of any member it is stated.

    static constexpr auto fields() {
        return std::tuple{
            field("items", &AnalysisDesk::items),
            field("questions", &AnalysisDesk::questions),
            field("likenesses", &AnalysisDesk::likenesses),
            field("earlier", &AnalysisDesk::earlier),
            field("knows_participation", &AnalysisDesk::knows_participation),
        };
    }
};

Result<AnalysisDesk> desk_of(App& app, const Analyst& by);

/// Every measure of one question; as measures_of().
Result<MeasureReport> measures(App& app, const Analyst& by, const MeasuresAsked& asked);

/// @return ErrorCode::not_found with "analysis".
Result<AnalysisView> view(App& app, const Analyst& by, const AnalysisId& id);

/// Puts a question to the wave, as a job; one that was put to equal answers before is not put again.
/// @return As check() in compute.hpp,.
Result<AnalysisView> ask(App& app, const Analyst& by, const AnalysisQuestion& asked);

/// Ends an analysis that is not worked out yet.
/// @return ErrorCode::conflict with "analysis_finished".
Result<AnalysisView> cancel(App& app, const Analyst& by, const AnalysisId& id);

}  // namespace konbit::analyses
