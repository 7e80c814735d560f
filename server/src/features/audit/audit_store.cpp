// SPDX-License-Identifier: Apache-2.0
#include "features/audit/audit_store.hpp"

#include "core/csv.hpp"
#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"

namespace konbit::audit {

namespace {

constexpr std::string_view lines =
    "SELECT e.id, e.happened_at, e.action, e.outcome, e.account_id, a.name, e.role, e.scope, e.scope_id,"
    " e.on_behalf_of, e.address, e.route, e.object_kind, e.object_id, e.reason, e.changes, e.node, e.number"
    " FROM audit_entries e LEFT JOIN accounts a ON a.id = e.account_id"
    " WHERE (CAST($1 AS TEXT) IS NULL OR CAST(e.account_id AS TEXT) = $1 OR a.email_folded = $2)"
    " AND (CAST($3 AS TEXT) IS NULL OR e.action = $3)"
    " AND (CAST($4 AS TEXT) IS NULL OR e.outcome = $4)"
    " AND (CAST($5 AS TEXT) IS NULL OR e.object_kind = $5)"
    " AND (CAST($6 AS TEXT) IS NULL OR e.object_id = $6)"
    " AND e.happened_at >= $7 AND e.happened_at < $8"
    " AND (e.happened_at, e.id) < ($9, $10) ORDER BY e.happened_at DESC, e.id DESC LIMIT $11";

/// The days asked for, as instants; everything where none is.
Instant begin_of(const std::optional<Date>& day) { return day ? start_of(*day) : Instant{0}; }
Instant end_of(const std::optional<Date>& day) {
    constexpr Instant far{253'402'300'799'999};  // the last of the year 9999
    return day ? start_of(*day) + day_ms : far;
}

std::string changes_of(const AuditLine& line) {
    std::string text;
    for (const auto& each : line.changes)
        text += (text.empty() ? "" : "; ") + each.field + ": " + each.before + " > " + each.after;
    return text;
}

void write_line(CsvWriter& out, const AuditLine& line) {
    const auto spelled = [](const auto& value) {
        return value ? std::string(name_of(*value)) : std::string();
    };
    out.cell(line.happened_at.str())
        .cell(name_of(line.action))
        .cell(name_of(line.outcome))
        .cell(line.account_id ? line.account_id->view() : "")
        .cell(line.account_name.value_or(""))
        .cell(spelled(line.role))
        .cell(spelled(line.scope))
        .cell(line.scope_id.value_or(""))
        .cell(line.on_behalf_of.value_or(""))
        .cell(line.address)
        .cell(line.route)
        .cell(line.object_kind)
        .cell(line.object_id.value_or(""))
        .cell(line.reason)
        .cell(changes_of(line))
        .cell(line.node)
        .cell(static_cast<long long>(line.number))
        .end_row();
}

}  // namespace

Result<Page<AuditLine>> list(db::Session& session, const Auditor&, const AuditFilter& filter,
                             const PageRequest& page) {
    const auto email = filter.account ? accounts::folded_email(*filter.account) : std::string();
    return session.page<AuditLine>(page, db::descending(&AuditLine::happened_at), lines, filter.account,
                                   email, filter.action, filter.outcome, filter.object_kind, filter.object_id,
                                   begin_of(filter.from), end_of(filter.to));
}

std::string csv(db::Session& session, const Auditor& by, const AuditFilter& filter, int most) {
    std::string text;
    CsvWriter out(text);
    for (const std::string_view column : {"happened_at", "action", "outcome", "account_id", "account_name",
                                          "role", "scope", "scope_id", "on_behalf_of", "address", "route",
                                          "object_kind", "object_id", "reason", "changes", "node", "number"})
        out.cell(column);
    out.end_row();
    PageRequest page{.size = PageRequest::largest_size};
    for (int written = 0; written < most; written += page.size) {
        const auto part = list(session, by, filter, page);
        if (!part) break;
        for (const auto& line : part->items) write_line(out, line);
        if (!part->next) break;
        page.after = Cursor::parse(*part->next);
    }
    return text;
}

}  // namespace konbit::audit
