// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "db/session.hpp"
#include "features/audit/audit_policy.hpp"
#include "features/audit/entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// An entry as it is read, with the present name of whoever did it.
struct AuditLine {
    AuditEntryId id{};
    Instant happened_at{};
    AuditAction action = AuditAction::changed;
    AuditOutcome outcome = AuditOutcome::done;
    std::optional<AccountId> account_id;
    std::optional<std::string> account_name;  ///< Empty once the account is erased.
    std::optional<Role> role;
    std::optional<Scope> scope;
    std::optional<std::string> scope_id;
    std::optional<std::string> on_behalf_of;
    std::string address;
    std::string route;
    std::string object_kind;
    std::optional<std::string> object_id;
    std::string reason;
    std::vector<AuditChange> changes;
    std::string node;
    std::int64_t number = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &AuditLine::id),
            field("happened_at", &AuditLine::happened_at),
            field("action", &AuditLine::action),
            field("outcome", &AuditLine::outcome),
            field("account_id", &AuditLine::account_id),
            field("account_name", &AuditLine::account_name),
            field("role", &AuditLine::role),
            field("scope", &AuditLine::scope),
            field("scope_id", &AuditLine::scope_id),
            field("on_behalf_of", &AuditLine::on_behalf_of),
            field("address", &AuditLine::address),
            field("route", &AuditLine::route),
            field("object_kind", &AuditLine::object_kind),
            field("object_id", &AuditLine::object_id),
            field("reason", &AuditLine::reason),
            field("changes", &AuditLine::changes),
            field("node", &AuditLine::node),
            field("number", &AuditLine::number),
        };
    }
};

/// Which entries are asked for; what is left out does not matter.
struct AuditFilter {
    std::optional<std::string> account;  ///< An id, or the e-mail address of an account.
    std::optional<AuditAction> action;
    std::optional<AuditOutcome> outcome;
    std::optional<std::string> object_kind;
    std::optional<std::string> object_id;
    std::optional<Date> from;
    std::optional<Date> to;  ///< The last day, itself included; days in UTC.

    static constexpr auto fields() {
        return std::tuple{field("account", &AuditFilter::account),
                          field("action", &AuditFilter::action),
                          field("outcome", &AuditFilter::outcome),
                          field("object_kind", &AuditFilter::object_kind),
                          field("object_id", &AuditFilter::object_id),
                          field("from", &AuditFilter::from),
                          field("to", &AuditFilter::to)};
    }
};

namespace audit {

/// @return The latest entries first.
Result<Page<AuditLine>> list(db::Session& session, const Auditor& by, const AuditFilter& filter,
                             const PageRequest& page);

/// The whole log under a filter as a table (CSV), the latest first, at most `most` entries.
std::string csv(db::Session& session, const Auditor& by, const AuditFilter& filter, int most);

}  // namespace audit
}  // namespace konbit
