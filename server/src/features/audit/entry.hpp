// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/grant.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

using AuditEntryId = Id<struct AuditEntryTag>;

enum class AuditAction {
    changed,         ///< A signed-in person sent a change.
    read,            ///< What was answered, who is whom, or this log was read.
    exported,        ///< Something left as a file.
    released,        ///< Totals, or data for research, were given out or taken back.
    signed_in,       ///< Came in, or tried to.
    signed_out,      ///< Ended the own session.
    rights_changed,  ///< Who may do what, who may see what, or how an account is entered.
    day_begun,       ///< First of a day in the chain; carries the head of the day before.
    days_removed,    ///< Days that were kept long enough are gone; carries up to which.
};
constexpr auto names(AuditAction) {
    return std::to_array<std::string_view>({"changed", "read", "exported", "released", "signed_in",
                                            "signed_out", "rights_changed", "day_begun", "days_removed"});
}

enum class AuditOutcome { done, refused, failed };
constexpr auto names(AuditOutcome) { return std::to_array<std::string_view>({"done", "refused", "failed"}); }

/// One line of the audit log: who did what to which record, and what became of it. It holds ids, codes and
/// the names of routes; never a name, an address of a person, a text that somebody wrote, an answer or a
/// secret.
struct AuditEntry {
    AuditEntryId id{};
    Instant happened_at{};
    AuditAction action = AuditAction::changed;
    AuditOutcome outcome = AuditOutcome::done;
    std::optional<AccountId> account_id;      ///< Empty for Konbit itself, commands and unknown visitors.
    std::optional<Role> role;                 ///< Of the grant that it rests on, as far as one stands out.
    std::optional<Scope> scope;               ///< Of that grant.
    std::optional<std::string> scope_id;      ///< Of that grant.
    std::optional<std::string> on_behalf_of;  ///< The respondent for whom somebody else entered.
    std::string address;                      ///< First part of the network address; empty without one.
    std::string route;                        ///< "GET /api/waves/{id}/network", "konbit user disable".
    std::string object_kind;                  ///< "wave", "account"; empty when it is about no record.
    std::optional<std::string> object_id;
    std::string reason;  ///< Why it was refused, as a code.
    /// A JSON list of AuditChange. Before what became of fields stand, with nothing before them, "by_token"
    /// with the token's id and "held_for" with the account whose role a deputy acted by.
    std::string changes = "[]";

    static constexpr auto fields() {
        return std::tuple{
            field("id", &AuditEntry::id),
            field("happened_at", &AuditEntry::happened_at),
            field("action", &AuditEntry::action),
            field("outcome", &AuditEntry::outcome),
            field("account_id", &AuditEntry::account_id),
            field("role", &AuditEntry::role),
            field("scope", &AuditEntry::scope),
            field("scope_id", &AuditEntry::scope_id),
            field("on_behalf_of", &AuditEntry::on_behalf_of),
            field("address", &AuditEntry::address),
            field("route", &AuditEntry::route),
            field("object_kind", &AuditEntry::object_kind),
            field("object_id", &AuditEntry::object_id),
            field("reason", &AuditEntry::reason),
            field("changes", &AuditEntry::changes),
        };
    }
};

/// What a privileged field was and became, in codes. A secret only says that it was "set" or "renewed".
struct AuditChange {
    std::string field;
    std::string before;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{konbit::field("field", &AuditChange::field),
                          konbit::field("before", &AuditChange::before),
                          konbit::field("after", &AuditChange::after)};
    }
};

/// An entry as it is stored, at its place in the chain of a node. Every code is a text here: one that was
/// tampered with can still be read, and found.
struct StoredEntry {
    std::string id;
    std::int64_t happened_at = 0;
    std::string action;
    std::string outcome;
    std::optional<std::string> account_id;
    std::optional<std::string> role;
    std::optional<std::string> scope;
    std::optional<std::string> scope_id;
    std::optional<std::string> on_behalf_of;
    std::string address;
    std::string route;
    std::string object_kind;
    std::optional<std::string> object_id;
    std::string reason;
    std::string changes;
    std::string node;
    std::int64_t number = 0;  ///< From 1, without gaps, through all days.
    std::string day;          ///< YYYY-MM-DD in UTC, of the chain.
    std::string previous;     ///< Hash of the entry before.
    std::string hash;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StoredEntry::id),
            field("happened_at", &StoredEntry::happened_at),
            field("action", &StoredEntry::action),
            field("outcome", &StoredEntry::outcome),
            field("account_id", &StoredEntry::account_id),
            field("role", &StoredEntry::role),
            field("scope", &StoredEntry::scope),
            field("scope_id", &StoredEntry::scope_id),
            field("on_behalf_of", &StoredEntry::on_behalf_of),
            field("address", &StoredEntry::address),
            field("route", &StoredEntry::route),
            field("object_kind", &StoredEntry::object_kind),
            field("object_id", &StoredEntry::object_id),
            field("reason", &StoredEntry::reason),
            field("changes", &StoredEntry::changes),
            field("node", &StoredEntry::node),
            field("number", &StoredEntry::number),
            field("day", &StoredEntry::day),
            field("previous", &StoredEntry::previous),
            field("hash", &StoredEntry::hash),
        };
    }
};

}  // namespace konbit
