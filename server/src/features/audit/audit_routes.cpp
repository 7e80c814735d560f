// SPDX-License-Identifier: Apache-2.0
#include "features/audit/audit_routes.hpp"

#include "db/database.hpp"
#include "features/audit/audit_store.hpp"
#include "features/audit/check.hpp"
#include "features/audit/outside_store.hpp"
#include "features/audit/trail.hpp"

namespace konbit::audit {

namespace {

/// A table that a spreadsheet still opens; whoever needs more asks for one period after another.
constexpr int most_rows = 100'000;

struct AuditQuery : AuditFilter {
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple_cat(AuditFilter::fields(),
                              std::tuple{field("limit", &AuditQuery::limit).defaulted(),
                                         field("after", &AuditQuery::after).defaulted()});
    }
};

struct CheckQuery {
    std::optional<Date> from;

    static constexpr auto fields() { return std::tuple{field("from", &CheckQuery::from)}; }
};

struct QuarterQuery {
    std::string quarter;

    static constexpr auto fields() {
        return std::tuple{field("quarter", &QuarterQuery::quarter).defaulted()};
    }
};

Result<Page<AuditLine>> show(App& app, const Auditor& by, http::Query<AuditQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return list(session, by, query, page); });
}

Result<http::Response> table(App& app, const Auditor& by, http::Query<AuditFilter> query) {
    auto text = app.database.read([&](db::Session& session) { return csv(session, by, query, most_rows); });
    return http::download(std::move(text), "text/csv; charset=utf-8", "audit.csv");
}

Result<AuditCheck> follow(App& app, const Auditor&, http::Query<CheckQuery> query) {
    return check(app.database, query.from ? query.from->str() : std::string(),
                 heads_in(app.config.data / audit_folder));
}

Result<OutsideReadings> readers(App& app, ClusterId, const ClusterInsider& by,
                                http::Query<QuarterQuery> query) {
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& session) { return outside_readings(session, by, query.quarter, now); });
}

}  // namespace

}  // namespace konbit::audit

namespace konbit {

std::span<const http::Route<App>> audit_routes() {
    using namespace audit;
    using http::route;
    static const std::array all{
        route(http::get, "/api/audit", "Who did what, the latest first", may_audit, show),
        route(http::get, "/api/audit.csv", "The audit log as a table", may_audit, table),
        route(http::get, "/api/audit/check",
              "Follows the chain of the audit log, and says where it is broken", may_audit, follow),
        route(http::get, "/api/clusters/{cluster_id}/outside_readers",
              "Which organizations from outside opened the cluster's pages in a quarter", may_read_as_insider,
              readers),
    };
    return all;
}

}  // namespace konbit
