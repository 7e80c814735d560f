// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "db/session.hpp"
#include "features/history/change.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>

/// The memory of the directory. A store writes down each change in the transaction that makes it, so that no
/// change is without its line and no line without its change.
namespace konbit::history {

using Kind = RecordKind;

/// The job that works out the tier of a cluster or an organization after people changed it: its payload is
/// "cluster <id>".
inline constexpr std::string_view tier_job = "tier";

/// What a change is part of; most are part of nothing.
struct Cause {
    std::optional<BatchId> batch{};     ///< The import or bulk edit.
    std::optional<ChangeId> reverts{};  ///< The change that is taken back.
    bool is_merge = false;              ///< A duplicate is taken in.
};

/// When something is written, and what it is part of. Writing store functions take one; an Instant will do.
struct Occasion {
    Occasion(Instant now, const Cause& cause = {}) : now(now), cause(cause) {}
    Instant now;
    Cause cause;
};

/// Who changes a record, and when.
struct Author {
    std::optional<AccountId> account;  ///< Empty for the installation itself.
    Occasion at;
    std::optional<Viewer> viewer{};  ///< Says for whom a deputy acts; empty where nobody can stand in.
};

/// The author of what is done on behalf of `viewer`.
inline Author by(const Viewer& viewer, const Occasion& at) { return {viewer.account(), at, viewer}; }

void record(db::Session& session, Kind kind, std::string_view id, const Type& type, const void* before,
            const void* after, const Author& author);

/// Writes down what became of a record: made (no `before`), changed, or removed (no `after`). Of a change
/// only the fields that differ are kept; where none does, nothing is written. Fields that are never sent, the
/// version and the times stay out.
/// The record's `cluster_id`, `country_code` and `visibility`, where it has them, say who may read the line.
template <class T, class AnyId>
void record(db::Session& session, Kind kind, const AnyId& id, const std::optional<T>& before,
            const std::optional<T>& after, const Author& author) {
    record(session, kind, id.view(), type_of<T>(), before ? &*before : nullptr, after ? &*after : nullptr,
           author);
}

/// Erases what is kept of a record; that it was changed, and by whom, remains.
void forget(db::Session& session, Kind kind, std::string_view id);

/// Erases what is kept of some fields of a record: the contact of a member who asks for it.
void forget(db::Session& session, Kind kind, std::string_view id,
            std::initializer_list<std::string_view> fields);

}  // namespace konbit::history
