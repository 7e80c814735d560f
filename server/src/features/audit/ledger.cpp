// SPDX-License-Identifier: Apache-2.0
#include "features/audit/ledger.hpp"

#include "db/columns.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <tuple>

namespace konbit::audit {

namespace {

/// Bounds how long one transaction is.
constexpr std::int64_t most_notes = 500;

struct Note {
    AuditEntryId id{};
    std::string node;
    std::string entry;

    static constexpr auto fields() {
        return std::tuple{field("id", &Note::id), field("node", &Note::node), field("entry", &Note::entry)};
    }
};

std::vector<AuditEntry> take_notes(db::Session& session, std::string_view node) {
    std::vector<AuditEntry> entries;
    const auto notes = session.query<Note>("SELECT " + db::columns<Note>() +
                                               " FROM audit_notes WHERE node = $1 OR node = ''"
                                               " ORDER BY id LIMIT $2",
                                           node, most_notes);
    for (const Note& note : notes) {
        session.change("DELETE FROM audit_notes WHERE id = $1", note.id);
        AuditEntry entry;
        // What cannot be read was not written by Konbit: that it was there is told all the same.
        if (auto read = json::read<AuditEntry>(note.entry, json::Purpose::stored))
            entry = *std::move(read);
        else
            entry.outcome = AuditOutcome::failed;
        entry.id = note.id;
        entries.push_back(std::move(entry));
    }
    return entries;
}

AuditEntry of_konbit(AuditAction action, Instant now, const std::vector<AuditChange>& changes) {
    AuditEntry entry;
    entry.id = new_id<AuditEntryId>();
    entry.happened_at = now;
    entry.action = action;
    entry.changes = json::text_of(changes);
    return entry;
}

/// Notes the head of the day that ended, and begins the next one with it.
AuditEntry begin_day(db::Session& session, std::string_view node, const Link& end, Instant now) {
    session.change(
        "INSERT INTO audit_days (node, day, number, head) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (node, day) DO NOTHING",
        node, end.day, end.number, end.hash);
    return of_konbit(
        AuditAction::day_begun, now,
        {{"day", end.day, ""}, {"number", std::to_string(end.number), ""}, {"head", end.hash, ""}});
}

void put(db::Session& session, std::string_view node, Link& end, const AuditEntry& entry) {
    const StoredEntry stored = chained(entry, node, end);
    db::insert(session, "audit_entries", stored);
    end = {stored.number, stored.day, stored.hash};
}

}  // namespace

void note(db::Session& session, std::string_view node, const AuditEntry& entry) {
    db::insert(session, "audit_notes", Note{entry.id, std::string(node), json::text_of(entry)});
}

bool has_notes(db::Session& session, std::string_view node) {
    return session
        .value<std::optional<std::int64_t>>("SELECT 1 FROM audit_notes WHERE node = $1 OR node = '' LIMIT 1",
                                            node)
        .has_value();
}

Link end_of(db::Session& session, std::string_view node) {
    const auto last = session.one<AuditHead>(
        "SELECT node, day, number, hash FROM audit_entries WHERE node = $1 ORDER BY number DESC LIMIT 1",
        node);
    if (last) return {last->number, last->day, last->head};
    // Everything that it held is removed.
    const auto day = session.one<AuditHead>(
        "SELECT node, day, number, head FROM audit_days WHERE node = $1 ORDER BY number DESC LIMIT 1", node);
    if (day) return {day->number, day->day, day->head};
    return {};
}

std::int64_t append(db::Session& session, std::string_view node, Instant now,
                    std::vector<AuditEntry> entries) {
    auto noted = take_notes(session, node);
    noted.insert(noted.end(), std::make_move_iterator(entries.begin()),
                 std::make_move_iterator(entries.end()));
    if (noted.empty()) return 0;
    Link end = end_of(session, node);
    // A clock that was set back makes no day begin twice.
    const std::string today = std::max(utc_date(now).str(), end.day);
    if (end.number > 0 && today > end.day) noted.insert(noted.begin(), begin_day(session, node, end, now));
    end.day = today;
    for (const auto& entry : noted) put(session, node, end, entry);
    return static_cast<std::int64_t>(noted.size());
}

std::vector<AuditHead> heads(db::Session& session, bool with_open) {
    auto all = session.query<AuditHead>("SELECT node, day, number, head FROM audit_days ORDER BY node, day");
    if (!with_open) return all;
    const auto open = session.query<AuditHead>(
        "SELECT e.node, e.day, e.number, e.hash FROM audit_entries e JOIN"
        " (SELECT node, max(number) AS number FROM audit_entries GROUP BY node) l"
        " ON l.node = e.node AND l.number = e.number ORDER BY e.node");
    all.insert(all.end(), open.begin(), open.end());
    std::ranges::sort(all, {}, [](const AuditHead& each) { return std::tie(each.node, each.number); });
    return all;
}

std::int64_t remove_old(db::Session& session, std::string_view node, Instant before, Instant now) {
    const auto last = session.value<std::optional<std::string>>(
        "SELECT max(day) FROM audit_days WHERE node = $1 AND day < $2", node, utc_date(before).str());
    if (!last) return 0;
    const auto removed =
        session.change("DELETE FROM audit_entries WHERE node = $1 AND day <= $2", node, *last);
    if (removed > 0)
        append(session, node, now, {of_konbit(AuditAction::days_removed, now, {{"day", "", *last}})});
    return removed;
}

std::string text_of(const std::vector<AuditHead>& heads) {
    std::string text;
    for (const auto& each : heads)
        fmt::format_to(std::back_inserter(text), "{} {} {} {}\n", each.day, each.node, each.number,
                       each.head);
    return text;
}

std::vector<AuditHead> heads_of_text(std::string_view text) {
    std::vector<AuditHead> heads;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        AuditHead head;
        if (words >> head.day >> head.node >> head.number >> head.head && head.head.size() == no_hash.size())
            heads.push_back(std::move(head));
    }
    return heads;
}

}  // namespace konbit::audit
