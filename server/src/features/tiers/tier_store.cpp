// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/tier_store.hpp"

#include "db/columns.hpp"
#include "features/desk/directory_record.hpp"
#include "features/tiers/facts.hpp"

namespace konbit::tiers {

namespace {

std::optional<Tier> stored_tier(db::Session& session, const Subject& subject) {
    return session.value<std::optional<Tier>>(
        "SELECT tier FROM record_tiers WHERE kind = $1 AND record_id = $2", subject.kind, subject.id);
}

template <class T>
std::vector<T> documents(db::Session& session, std::string_view table, const Subject& subject) {
    return session.query<T>("SELECT " + db::columns<T>() + " FROM " + std::string(table) +
                                " WHERE kind = $1 AND record_id = $2 ORDER BY created_at DESC, id",
                            subject.kind, subject.id);
}

/// Whether the viewer edits the record, and so may know what it lacks.
bool edits(db::Session& session, const Viewer& viewer, const desk::DirectoryRecord& record) {
    if (record.kind == RecordKind::cluster &&
        viewer.holds(Role::facilitator, ClusterId::parse(record.id.view()).value()))
        return true;
    if (record.kind == RecordKind::organization &&
        viewer.holds(Role::member, OrganizationId::parse(record.id.view()).value()))
        return true;
    return session.value<std::int64_t>("SELECT count(*) FROM countries k WHERE k.code = $1 AND " +
                                           countries_kept_by(viewer, "k.code"),
                                       record.country_code) > 0;
}

Result<desk::DirectoryRecord> kept_record(db::Session& session, const DirectoryEditor& by,
                                          const Subject& subject) {
    KONBIT_TRY(auto record, desk::find_record(session, by.viewer(), subject.kind, subject.id));
    if (!by.may_edit(record.country_code)) return failure(ErrorCode::forbidden, "other_country");
    return record;
}

template <class Document>
Document noted(db::Session& session, std::string_view table, Document document, const Viewer& by,
               Instant now) {
    document.account_id = by.account();
    document.created_at = now;
    db::insert(session, table, document);
    refresh(session, System{}, {document.kind, document.record_id}, now);
    return document;
}

void keep(db::Session& session, const Subject& subject, std::optional<Tier> tier, Date today) {
    session.change(
        "INSERT INTO record_tiers (kind, record_id, tier, since) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (kind, record_id) DO UPDATE SET tier = excluded.tier, since = excluded.since",
        subject.kind, subject.id, tier, today);
}

void keep_step(db::Session& session, const Subject& subject, std::optional<Tier> before,
               std::optional<Tier> after, Instant now) {
    session.change(
        "INSERT INTO tier_changes (id, kind, record_id, before, after, changed_at)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        new_id<Id<struct TierChangeTag>>(), subject.kind, subject.id, before, after, now);
}

}  // namespace

TierRules rules_of(db::Session& session, std::string_view country_code) {
    return session
        .one<TierRules>("SELECT " + db::columns<TierRules>() + " FROM tier_rules WHERE country_code = $1",
                        country_code)
        .value_or(TierRules{});
}

Result<TierRules> put_rules(db::Session& session, std::string_view country_code, const TierRules& rules,
                            const DirectoryEditor& by, Instant now) {
    if (!by.may_edit(country_code)) return failure(ErrorCode::forbidden, "other_country");
    KONBIT_TRY(const TierRules valid, checked(rules));
    session.change(
        "INSERT INTO tier_rules (country_code, least_firms, active_months, needs_agreement, updated_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (country_code) DO UPDATE SET least_firms ="
        " excluded.least_firms, active_months = excluded.active_months, needs_agreement ="
        " excluded.needs_agreement, updated_at = excluded.updated_at",
        country_code, valid.least_firms, valid.active_months, valid.needs_agreement, now);
    return valid;
}

Result<TierReport> report(db::Session& session, const Viewer& viewer, const Subject& subject, Date today) {
    KONBIT_TRY(const auto record, desk::find_record(session, viewer, subject.kind, subject.id));
    const auto known = known_of(session, subject, today);
    if (!known) return failure(ErrorCode::not_found, std::string(name_of(subject.kind)));
    Verdict verdict = judge(known->facts, rules_of(session, known->country_code), today);
    TierReport report;
    report.tier = verdict.tier;
    if (!edits(session, viewer, record)) return report;
    report.next = verdict.next;
    report.missing = std::move(verdict.missing);
    report.evidence = documents<TierEvidence>(session, "tier_evidence", subject);
    report.waivers = documents<TierWaiver>(session, "tier_waivers", subject);
    report.steps = session.query<TierStep>(
        "SELECT after, changed_at FROM tier_changes WHERE kind = $1 AND record_id = $2"
        " ORDER BY changed_at DESC, id DESC",
        subject.kind, subject.id);
    return report;
}

Result<TierEvidence> insert_agreement(db::Session& session, TierEvidence evidence, const Facilitator& by,
                                      Instant now) {
    KONBIT_TRY(TierEvidence valid, checked(std::move(evidence), utc_date(now)));
    valid.id = new_id<TierEvidenceId>();
    valid.kind = RecordKind::cluster;
    valid.record_id = RecordId::parse(by.cluster().view()).value();
    valid.purpose = EvidencePurpose::agreement;
    return noted(session, "tier_evidence", std::move(valid), by.viewer(), now);
}

Result<TierEvidence> insert_review(db::Session& session, TierEvidence evidence, const DirectoryEditor& by,
                                   Instant now) {
    KONBIT_CHECK(kept_record(session, by, {evidence.kind, evidence.record_id}));
    KONBIT_TRY(TierEvidence valid, checked(std::move(evidence), utc_date(now)));
    valid.id = new_id<TierEvidenceId>();
    valid.purpose = EvidencePurpose::review;
    return noted(session, "tier_evidence", std::move(valid), by.viewer(), now);
}

Result<TierWaiver> insert_waiver(db::Session& session, TierWaiver waiver, const DirectoryEditor& by,
                                 Instant now) {
    KONBIT_CHECK(kept_record(session, by, {waiver.kind, waiver.record_id}));
    KONBIT_TRY(TierWaiver valid, checked(std::move(waiver), utc_date(now)));
    valid.id = new_id<TierWaiverId>();
    return noted(session, "tier_waivers", std::move(valid), by.viewer(), now);
}

void refresh(db::Session& session, const System&, const Subject& subject, Instant now) {
    const Date today = utc_date(now);
    const auto known = known_of(session, subject, today);
    if (!known) return;
    const auto tier = judge(known->facts, rules_of(session, known->country_code), today).tier;
    // Lists and cards of clusters read their own column, in which a listing is the least.
    if (subject.kind == RecordKind::cluster)
        session.change("UPDATE clusters SET tier = $2 WHERE id = $1 AND tier <> $2", subject.id,
                       tier.value_or(Tier::listed));
    const auto before = stored_tier(session, subject);
    if (before == tier) return;
    keep(session, subject, tier, today);
    keep_step(session, subject, before, tier, now);
}

std::vector<RecordId> list_after(db::Session& session, const System&, RecordKind kind,
                                 const std::optional<RecordId>& after, int most) {
    const std::string_view table = kind == RecordKind::cluster ? "clusters" : "organizations";
    return session.query<RecordId>(
        "SELECT id FROM " + std::string(table) + " WHERE id > $1 ORDER BY id LIMIT $2",
        after.value_or(RecordId{}), most);
}

}  // namespace konbit::tiers
