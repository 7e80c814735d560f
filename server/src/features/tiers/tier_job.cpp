// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/tier_job.hpp"

#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/history/history.hpp"
#include "features/jobs/runner.hpp"
#include "features/tiers/tier_store.hpp"

namespace konbit::tiers {

namespace {

constexpr int records_at_once = 200;

/// The record that a job is about: "cluster 0190…".
std::optional<Subject> subject_of(std::string_view payload) {
    const auto blank = payload.find(' ');
    if (blank == payload.npos) return std::nullopt;
    const auto kind = from_name<RecordKind>(payload.substr(0, blank));
    const auto id = RecordId::parse(payload.substr(blank + 1));
    if (!kind || !id) return std::nullopt;
    return Subject{*kind, *id};
}

Result<void> refresh_one(App& app, std::string_view payload) {
    const auto subject = subject_of(payload);
    if (!subject) return failure(ErrorCode::malformed, "payload");
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        refresh(session, System{}, *subject, now);
        return {};
    });
}

/// A portion in a transaction of its own, so that others write in between. @return Its last id.
Result<std::optional<RecordId>> refresh_portion(App& app, RecordKind kind,
                                                const std::optional<RecordId>& after) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<std::optional<RecordId>> {
        const auto ids = list_after(session, System{}, kind, after, records_at_once);
        for (const auto& id : ids) refresh(session, System{}, {kind, id}, now);
        return ids.empty() ? std::nullopt : std::optional(ids.back());
    });
}

Result<void> refresh_all(App& app, jobs::JobContext& context) {
    for (const RecordKind kind : {RecordKind::cluster, RecordKind::organization}) {
        std::optional<RecordId> after;
        do {
            if (context.is_stopping()) return failure(ErrorCode::unavailable, "stopping");
            KONBIT_TRY(after, refresh_portion(app, kind, after));
        } while (after);
    }
    return {};
}

TierEvidence demo_evidence(const ClusterId& cluster, EvidencePurpose purpose, Instant now) {
    TierEvidence evidence;
    evidence.id = new_id<TierEvidenceId>();
    evidence.kind = RecordKind::cluster;
    evidence.record_id = RecordId::parse(cluster.view()).value();
    evidence.purpose = purpose;
    evidence.title = purpose == EvidencePurpose::agreement ? "Members' agreement" : "Review of the directory";
    evidence.held_on = utc_date(now);
    evidence.created_at = now;
    return evidence;
}

std::vector<ClusterId> demo_clusters(db::Session& session, std::string_view tiers) {
    return session.query<ClusterId>(
        "SELECT id FROM clusters c WHERE c.is_demo AND c.tier IN (" + std::string(tiers) +
        ") AND NOT EXISTS (SELECT 1 FROM tier_evidence e WHERE e.record_id = c.id) ORDER BY id");
}

}  // namespace

void add_tier_jobs(jobs::Handlers& handlers, App& app) {
    handlers.add(std::string(history::tier_job),
                 [&app](jobs::JobContext& context) { return refresh_one(app, context.payload()); });
    handlers.add(
        "tiers", [&app](jobs::JobContext& context) { return refresh_all(app, context); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

Result<void> load_demo_evidence(App& app) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        const auto verified = demo_clusters(session, "'verified'");
        for (const auto& id : demo_clusters(session, "'active', 'verified'"))
            db::insert(session, "tier_evidence", demo_evidence(id, EvidencePurpose::agreement, now));
        for (const auto& id : verified)
            db::insert(session, "tier_evidence", demo_evidence(id, EvidencePurpose::review, now));
        return {};
    });
}

}  // namespace konbit::tiers
