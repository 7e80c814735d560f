// SPDX-License-Identifier: Apache-2.0
#include "features/audit/chain.hpp"

#include "core/crypto.hpp"
#include "json/writer.hpp"

#include <utility>

namespace konbit::audit {

namespace {

template <class T, class Spell>
std::optional<std::string> text_of(const std::optional<T>& value, Spell spell) {
    if (!value) return std::nullopt;
    return std::string(spell(*value));
}

}  // namespace

std::string hash_of(const StoredEntry& entry) {
    StoredEntry content = entry;
    content.hash.clear();
    return crypto::sha256_hex(json::text_of(content));
}

StoredEntry chained(const AuditEntry& entry, std::string_view node, const Link& end) {
    StoredEntry stored{
        .id = entry.id.str(),
        .happened_at = entry.happened_at.ms,
        .action = std::string(name_of(entry.action)),
        .outcome = std::string(name_of(entry.outcome)),
        .account_id = text_of(entry.account_id, [](const AccountId& id) { return id.view(); }),
        .role = text_of(entry.role, [](Role role) { return name_of(role); }),
        .scope = text_of(entry.scope, [](Scope scope) { return name_of(scope); }),
        .scope_id = entry.scope_id,
        .on_behalf_of = entry.on_behalf_of,
        .address = entry.address,
        .route = entry.route,
        .object_kind = entry.object_kind,
        .object_id = entry.object_id,
        .reason = entry.reason,
        .changes = entry.changes,
        .node = std::string(node),
        .number = end.number + 1,
        .day = end.day,
        .previous = end.hash,
        .hash = {},
    };
    stored.hash = hash_of(stored);
    return stored;
}

std::optional<AuditFault> Follower::next(const StoredEntry& entry) {
    const Link before = std::exchange(link_, {entry.number, entry.day, entry.hash});
    const std::string content_before = std::exchange(content_hash_, hash_of(entry));
    if (entry.hash != content_hash_) return AuditFault::changed;
    if (entry.number > before.number + 1) return AuditFault::missing;
    const bool follows = entry.previous == before.hash || entry.previous == content_before;
    if (!follows || entry.number != before.number + 1 || entry.day < before.day) return AuditFault::unlinked;
    return std::nullopt;
}

}  // namespace konbit::audit
