// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/analyses/compute.hpp"
#include "features/permission/capabilities.hpp"

#include <string>
#include <vector>

/// Questions to a wave's network, what they were put to, and their results.
namespace konbit::analyses {

/// The answers for a question as they stand, and their hash.
struct StoredInput {
    Input input;
    std::string sha256;
};

/// Reads what a question is put to; sealed rows are not opened.
/// @return ErrorCode::invalid with "/before" "not_allowed" when that is no earlier wave of the cluster.
Result<StoredInput> load(db::Session& db, const Analyst& by, const AnalysisQuestion& asked);

/// The questions put to a wave, the latest first; at most fifty.
std::vector<Analysis> list(db::Session& db, const Analyst& by);

/// @return ErrorCode::not_found with "analysis" when the wave has none of that id.
Result<Analysis> find(db::Session& db, const Analyst& by, const AnalysisId& id);

/// The same question put to equal answers before, done or under way.
std::optional<Analysis> find_equal(db::Session& db, const Analyst& by, const AnalysisQuestion& asked,
                                   const std::string& sha256);

/// For the job, which has no viewer; null when it was removed with its wave.
std::optional<Analysis> find_waiting(db::Session& db, const AnalysisId& id);

void insert(db::Session& db, const Analysis& analysis);

/// Ends an analysis that waits. @return False when it was ended before.
bool finish(db::Session& db, const Analysis& ended);

/// The waves of the cluster that a programme effect can compare a wave with: answered, opened earlier, the
/// latest first.
std::vector<Wave> earlier_waves(db::Session& db, const Analyst& by);

}  // namespace konbit::analyses
