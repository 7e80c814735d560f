// SPDX-License-Identifier: Apache-2.0
#include "features/audit/check.hpp"

#include "db/columns.hpp"
#include "json/reader.hpp"

#include <algorithm>
#include <map>

namespace konbit::audit {

namespace {

constexpr std::int64_t piece = 1000;
constexpr std::size_t most_breaks = 100;

/// Ids as texts: one that was tampered with is still read.
constexpr std::string_view stored_columns =
    "CAST(id AS TEXT), happened_at, action, outcome, CAST(account_id AS TEXT), role, scope, scope_id,"
    " on_behalf_of, address, route, object_kind, object_id, reason, changes, node, number, day, previous, "
    "hash";

std::vector<std::string> nodes_of(db::Session& session) {
    return session.query<std::string>(
        "SELECT node FROM audit_entries UNION SELECT node FROM audit_days ORDER BY 1");
}

/// The heads of one node's finished days, by the number of their last entry.
using Days = std::map<std::int64_t, AuditHead>;

Days days_of(db::Session& session, const std::string& node) {
    Days days;
    for (auto& head : session.query<AuditHead>(
             "SELECT node, day, number, head FROM audit_days WHERE node = $1 ORDER BY number", node))
        days.emplace(head.number, std::move(head));
    return days;
}

/// The day up to which an entry says that days were removed in time.
std::string removed_until(const StoredEntry& entry) {
    if (entry.action != name_of(AuditAction::days_removed)) return {};
    const auto changes = json::read<std::vector<AuditChange>>(entry.changes);
    return changes && !changes->empty() ? changes->front().after : "";
}

/// Follows the chain of one node.
class Walk {
  public:
    Walk(db::Database& database, std::string node, AuditCheck& check)
        : database_(database), node_(std::move(node)), check_(check) {
        days_ = database_.read([&](db::Session& session) { return days_of(session, node_); });
    }

    void follow(std::string_view from) {
        start_ = start(from);
        Follower follower(start_);
        for (auto entries = after(follower.link().number); !entries.empty();
             entries = after(follower.link().number))
            for (const auto& entry : entries) look_at(follower, entry);
        finish(follower.link(), from.empty());
    }

  private:
    std::vector<StoredEntry> after(std::int64_t number) {
        return database_.read([&](db::Session& session) {
            return session.query<StoredEntry>("SELECT " + std::string(stored_columns) +
                                                  " FROM audit_entries WHERE node = $1 AND number > $2"
                                                  " ORDER BY number LIMIT $3",
                                              node_, number, piece);
        });
    }

    /// The end of the last finished day before the first entry that is looked at.
    Link start(std::string_view from) {
        const auto first = database_.read([&](db::Session& session) {
            return session.value<std::optional<std::int64_t>>(
                "SELECT min(number) FROM audit_entries WHERE node = $1 AND day >= $2", node_, from);
        });
        // Nothing is left of this node: every finished day of it is missing.
        if (!first && from.empty()) return {};
        const auto before = first ? days_.lower_bound(*first) : days_.end();
        if (before == days_.begin()) return {};
        const AuditHead& head = std::prev(before)->second;
        return {head.number, head.day, head.head};
    }

    void look_at(Follower& follower, const StoredEntry& entry) {
        const Link before = follower.link();
        if (const auto fault = follower.next(entry)) tell(entry, *fault);
        if (entry.day > before.day && before.number > 0 && !days_.contains(before.number))
            tell(entry, AuditFault::day);
        if (const auto day = days_.find(entry.number); day != days_.end() && day->second.head != entry.hash)
            tell(entry, AuditFault::head);
        removed_until_ = std::max(removed_until_, removed_until(entry));
        ++check_.entries;
    }

    void finish(const Link& end, bool is_from_the_start) {
        // Days were finished that have no entry any more: the end of the chain was cut off.
        for (auto day = days_.upper_bound(end.number); day != days_.end(); ++day)
            add({node_, day->second.number, day->second.day, "", AuditFault::missing});
        if (is_from_the_start && start_.number > 0 && end.number > start_.number &&
            removed_until_ < start_.day)
            add({node_, start_.number, start_.day, "", AuditFault::missing});
        check_.ends.push_back({node_, end.day, end.number, end.hash});
    }

    void tell(const StoredEntry& entry, AuditFault fault) {
        add({node_, entry.number, entry.day, entry.id, fault});
    }

    void add(AuditBreak found) {
        if (check_.breaks.size() < most_breaks) check_.breaks.push_back(std::move(found));
    }

    db::Database& database_;
    std::string node_;
    AuditCheck& check_;
    Days days_;
    Link start_;
    std::string removed_until_;
};

bool is_still(db::Session& session, const AuditHead& kept) {
    return session
        .value<std::optional<std::int64_t>>(
            "SELECT 1 FROM audit_entries WHERE node = $1 AND number = $2 AND hash = $3"
            " UNION SELECT 1 FROM audit_days WHERE node = $1 AND number = $2 AND head = $3",
            kept.node, kept.number, kept.head)
        .has_value();
}

}  // namespace

AuditCheck check(db::Database& database, std::string_view from, const std::vector<AuditHead>& kept) {
    AuditCheck check;
    for (auto& node : database.read(nodes_of)) Walk(database, std::move(node), check).follow(from);
    database.read([&](db::Session& session) {
        check.waiting = session.value<std::int64_t>("SELECT count(*) FROM audit_notes");
        for (const AuditHead& head : kept)
            if (!is_still(session, head))
                check.breaks.push_back({head.node, head.number, head.day, "", AuditFault::head});
    });
    return check;
}

}  // namespace konbit::audit
