// SPDX-License-Identifier: Apache-2.0
#include "features/statements/statement_store.hpp"

#include "db/columns.hpp"
#include "features/statements/statement_facts.hpp"
#include "features/statements/statement_rules.hpp"

namespace konbit::statements {

namespace {

/// Dates are text that orders as days do.
constexpr std::string_view beginning = "0001-01-01";
constexpr std::string_view end_of_days = "9999-12-31";

std::vector<StatementEntry> list_entries(db::Session& session, const StatementReader& by,
                                         const Period& period) {
    return session.query<StatementEntry>(
        "SELECT " + db::columns<StatementEntry>() +
            " FROM statement_entries WHERE membership_id = $1 AND happened_on BETWEEN $2 AND $3"
            " ORDER BY happened_on DESC, id DESC",
        by.membership(), period.from ? period.from->str() : std::string(beginning),
        period.to ? period.to->str() : std::string(end_of_days));
}

}  // namespace

Result<Statement> find(db::Session& session, const StatementReader& by, const Period& period) {
    Statement statement;
    statement.membership_id = by.membership();
    statement.cluster_id = by.cluster();
    statement.cluster_name =
        session.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster());
    statement.organization_name = session.value<std::string>(
        "SELECT o.name FROM organizations o JOIN memberships m ON m.organization_id = o.id WHERE m.id = $1",
        by.membership());
    statement.from = period.from;
    statement.to = period.to;
    statement.facts = list_facts(session, by.membership());
    statement.entries = list_entries(session, by, period);
    statement.totals = totals_of(statement.entries);
    statement.missing = missing_from(statement.entries);
    return statement;
}

std::vector<OwnMembership> list_own(db::Session& session, const SignedIn& by) {
    return session.query<OwnMembership>(
        "SELECT m.id, m.cluster_id, c.name, o.name FROM memberships m JOIN clusters c ON c.id = m.cluster_id"
        " JOIN organizations o ON o.id = m.organization_id WHERE"
        " EXISTS (SELECT 1 FROM grants g WHERE g.account_id = $1 AND g.scope = 'organization'"
        " AND g.role IN ('member', 'bso_officer') AND g.scope_id = CAST(o.id AS TEXT))"
        " OR EXISTS (SELECT 1 FROM contact_roles r JOIN people p ON p.id = r.person_id"
        " WHERE p.account_id = $1 AND r.cluster_id = m.cluster_id AND r.organization_id = o.id"
        " AND r.until IS NULL) ORDER BY c.sort_key, m.sort_key, m.id",
        by.account());
}

Result<StatementEntry> find_entry(db::Session& session, const Facilitator& by, const StatementEntryId& id) {
    auto entry = session.one<StatementEntry>("SELECT " + db::columns<StatementEntry>() +
                                                 " FROM statement_entries WHERE id = $1 AND cluster_id = $2",
                                             id, by.cluster());
    if (!entry) return failure(ErrorCode::not_found, "statement_entry");
    return *std::move(entry);
}

Result<StatementEntry> insert(db::Session& session, StatementEntry entry, const MembershipId& membership,
                              const Facilitator& by, Instant now) {
    KONBIT_TRY(StatementEntry valid, checked(std::move(entry), utc_date(now)));
    valid.id = new_id<StatementEntryId>();
    valid.cluster_id = by.cluster();
    valid.membership_id = membership;
    valid.recorded_by = by.viewer().account();
    valid.recorded_at = now;
    valid.version = 1;
    db::insert(session, "statement_entries", valid);
    return valid;
}

Result<StatementEntry> update(db::Session& session, StatementEntry entry, const Facilitator& by,
                              Instant now) {
    KONBIT_TRY(const StatementEntry stored, find_entry(session, by, entry.id));
    entry.membership_id = stored.membership_id;
    KONBIT_TRY(StatementEntry valid, checked(std::move(entry), utc_date(now)));
    return db::update(session, "statement_entries", std::move(valid));
}

Result<void> remove(db::Session& session, const StatementEntry& entry, const Facilitator& by) {
    const auto removed =
        session.change("DELETE FROM statement_entries WHERE id = $1 AND cluster_id = $2 AND version = $3",
                       entry.id, by.cluster(), entry.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    return {};
}

}  // namespace konbit::statements
