// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "db/session.hpp"
#include "features/clusters/stage_change.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

/// How clusters came to their stages.
namespace konbit::stages {

/// The history of a cluster's stage, oldest first; nothing of one that the viewer may not see.
std::vector<StageChange> list(db::Session& session, const Viewer& viewer, const ClusterId& cluster);

/// The same with names, for those who edit the cluster.
std::vector<ListedStageChange> list(db::Session& session, const ClusterEditor& by);

/// Notes a stage and makes the latest one that of the cluster.
/// @return ErrorCode::invalid for a day in the future or a note that is too long.
Result<StageChange> insert(db::Session& session, StageChange change, const ClusterEditor& by, Instant now);

/// Enters a stage of the past as an importer found it; the cluster keeps the stage that it has.
void insert(db::Session& session, StageChange change, const DirectoryEditor& by, Instant now);

/// Notes a stage that was set together with other fields of the cluster, reached today.
void note(db::Session& session, const ClusterId& cluster, Stage stage, const Viewer& by, Instant now);

}  // namespace konbit::stages
