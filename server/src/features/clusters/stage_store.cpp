// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/stage_store.hpp"

#include "db/columns.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/profiles/profile_rules.hpp"

namespace konbit::stages {

namespace {

void put(db::Session& session, StageChange& change, const Viewer& by, Instant now) {
    change.id = new_id<StageChangeId>();
    change.account_id = by.account();
    change.created_at = now;
    db::insert(session, "stage_changes", change);
}

/// The stage with the latest day counts; of several on one day the one that was noted last.
void settle_stage(db::Session& session, const ClusterId& cluster, Instant now) {
    session.change(
        "UPDATE clusters SET version = version + 1, updated_at = $2,"
        " stage = (SELECT s.stage FROM stage_changes s WHERE s.cluster_id = $1"
        " ORDER BY s.reached_on DESC, s.created_at DESC, s.id DESC LIMIT 1) WHERE id = $1",
        cluster, now);
}

Result<StageChange> checked(StageChange change, Date today) {
    tidy(change.note);
    Findings findings;
    findings.require(change.reached_on.days <= today.days, "/reached_on", "in_future");
    check_length(findings, "/note", change.note, longest_detail);
    return std::move(findings).or_value(std::move(change));
}

}  // namespace

std::vector<StageChange> list(db::Session& session, const Viewer& viewer, const ClusterId& cluster) {
    return session.query<StageChange>("SELECT " + db::columns<StageChange>("s") +
                                          " FROM stage_changes s JOIN clusters c ON c.id = s.cluster_id"
                                          " WHERE s.cluster_id = $1 AND " +
                                          clusters_visible_to(viewer, "c") +
                                          " ORDER BY s.reached_on, s.created_at, s.id",
                                      cluster);
}

std::vector<ListedStageChange> list(db::Session& session, const ClusterEditor& by) {
    return session.query<ListedStageChange>(
        "SELECT " + db::columns<StageChange>("s") +
            ", a.name AS account_name FROM stage_changes s LEFT JOIN accounts a ON a.id = s.account_id"
            " WHERE s.cluster_id = $1 ORDER BY s.reached_on, s.created_at, s.id",
        by.cluster());
}

Result<StageChange> insert(db::Session& session, StageChange change, const ClusterEditor& by, Instant now) {
    change.cluster_id = by.cluster();
    KONBIT_TRY(StageChange valid, checked(std::move(change), utc_date(now)));
    put(session, valid, by.viewer(), now);
    settle_stage(session, by.cluster(), now);
    return valid;
}

void insert(db::Session& session, StageChange change, const DirectoryEditor& by, Instant now) {
    put(session, change, by.viewer(), now);
}

void note(db::Session& session, const ClusterId& cluster, Stage stage, const Viewer& by, Instant now) {
    StageChange change;
    change.cluster_id = cluster;
    change.stage = stage;
    change.reached_on = utc_date(now);
    put(session, change, by, now);
}

}  // namespace konbit::stages
