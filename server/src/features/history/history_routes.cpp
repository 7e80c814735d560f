// SPDX-License-Identifier: Apache-2.0
#include "features/history/history_routes.hpp"

#include "db/database.hpp"
#include "features/history/history_store.hpp"
#include "features/history/removed_batches.hpp"
#include "features/history/undo.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::NoContent;
using http::Query;

struct HistoryQuery {
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("limit", &HistoryQuery::limit).defaulted(),
            field("after", &HistoryQuery::after).defaulted(),
        };
    }
};

struct RemovalsQuery {
    std::optional<BatchId> batch_id;  ///< Empty: what was taken out alone.
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("batch_id", &RemovalsQuery::batch_id),
            field("limit", &RemovalsQuery::limit).defaulted(),
            field("after", &RemovalsQuery::after).defaulted(),
        };
    }
};

Result<Page<HistoryLine>> of_organization(App& app, OrganizationId, const OrganizationEditor& by,
                                          Query<HistoryQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return history::list(session, by, page); });
}

Result<Page<HistoryLine>> of_cluster(App& app, ClusterId, const Facilitator& by, Query<HistoryQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return history::list(session, by, page); });
}

Result<Page<HistoryLine>> of_membership(App& app, MembershipId id, const Facilitator& by,
                                        Query<HistoryQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    const RecordId record = RecordId::parse(id.view()).value();
    return app.database.read([&](db::Session& session) {
        return history::list(session, by, RecordKind::membership, record, page);
    });
}

Result<Page<HistoryLine>> removed(App& app, const DirectoryEditor& by, Query<RemovalsQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return history::list_removed(session, by, query.batch_id, page); });
}

Result<Page<RemovedBatch>> removed_batches(App& app, const DirectoryEditor& by, Query<HistoryQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return history::list_removed_batches(session, by, page); });
}

Result<NoContent> undo(App& app, ChangeId, const Reverter& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_CHECK(history::undo(session, by, now));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> history_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/organizations/{id}/history", "What became of an organization's record",
                    may_edit_organization, of_organization),
        http::route(get, "/api/clusters/{cluster_id}/history", "What became of a cluster and its roster",
                    may_facilitate, of_cluster),
        http::route(get, "/api/memberships/{id}/history", "What became of one entry of a roster",
                    may_facilitate_membership, of_membership),
        http::route(get, "/api/removals",
                    "Organizations that were taken out of the directory, alone or in one batch",
                    may_add_to_directory, removed),
        http::route(get, "/api/removals/batches", "Imports that were taken back, with what went with each",
                    may_add_to_directory, removed_batches),
        http::route(post, "/api/changes/{change_id}/undo", "Takes back one change", may_revert_change, undo),
    };
    return all;
}

}  // namespace konbit
