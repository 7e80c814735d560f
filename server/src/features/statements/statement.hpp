// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/memberships/membership.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

using StatementEntryId = Id<struct StatementEntryTag>;

/// Seen from the member: what it gives to the cluster, what it gets from it.
enum class Direction { gives, gets };
constexpr auto names(Direction) { return std::to_array<std::string_view>({"gives", "gets"}); }

enum class EntryKind {
    fee,
    hours,    ///< Of its people, for the cluster.
    data,     ///< Figures that it reported.
    in_kind,  ///< A room, a machine, goods.
    seat,     ///< In a training, a visit, a body.
    fair,     ///< A place at a fair.
    saving,   ///< By buying or shipping together.
    contact,  ///< An introduction that led to something.
    service,
    other,
};
constexpr auto names(EntryKind) {
    return std::to_array<std::string_view>(
        {"fee", "hours", "data", "in_kind", "seat", "fair", "saving", "contact", "service", "other"});
}

/// One thing that a member gave or got, as somebody recorded it (glossary: "entry").
struct StatementEntry {
    StatementEntryId id{};
    ClusterId cluster_id{};
    MembershipId membership_id{};
    Direction direction = Direction::gives;
    EntryKind kind = EntryKind::fee;
    std::optional<std::int64_t> amount;   ///< Minor units of the currency, not negative.
    std::optional<std::string> currency;  ///< ISO 4217; given together with the amount or not at all.
    std::optional<double> quantity;       ///< Not negative.
    std::optional<std::string> unit;      ///< Of the quantity: "hours", "boxes"; 1-30 code points.
    Date happened_on{};                   ///< Not in the future.
    std::optional<std::string> note;      ///< At most 300 code points.
    std::optional<std::string>
        evidence;  ///< Where it can be seen: a receipt's number, an address on the web.
    std::optional<AccountId> recorded_by;
    Instant recorded_at{};
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StatementEntry::id, Access::read_only),
            field("cluster_id", &StatementEntry::cluster_id, Access::read_only),
            field("membership_id", &StatementEntry::membership_id, Access::read_only),
            field("direction", &StatementEntry::direction),
            field("kind", &StatementEntry::kind),
            field("amount", &StatementEntry::amount),
            field("currency", &StatementEntry::currency),
            field("quantity", &StatementEntry::quantity),
            field("unit", &StatementEntry::unit),
            field("happened_on", &StatementEntry::happened_on),
            field("note", &StatementEntry::note),
            field("evidence", &StatementEntry::evidence),
            field("recorded_by", &StatementEntry::recorded_by, Access::never_sent),
            field("recorded_at", &StatementEntry::recorded_at, Access::read_only),
            field("version", &StatementEntry::version, Access::read_only),
        };
    }
};

/// Something that other parts of Konbit know of the member.
struct StatementFact {
    std::string key;  ///< Worded as `statement.fact.<key>`: "joined", "fee_class", "answered" …
    Direction direction = Direction::gives;
    std::map<std::string, std::string> params;  ///< Names and codes for the wording.
    std::optional<Date> on;                     ///< Since when, or when; empty where nobody said.
    std::string source;  ///< Worded as `statement.source.<source>`: "roster", "survey", "group".

    static constexpr auto fields() {
        return std::tuple{
            field("key", &StatementFact::key),       field("direction", &StatementFact::direction),
            field("params", &StatementFact::params), field("on", &StatementFact::on),
            field("source", &StatementFact::source),
        };
    }
};

/// What entries of one kind come to. Amounts of different currencies and quantities of different units are
/// never added up.
struct StatementTotal {
    Direction direction = Direction::gives;
    EntryKind kind = EntryKind::fee;
    std::optional<std::string> currency;
    std::optional<std::string> unit;
    std::int64_t amount = 0;  ///< Minor units; 0 without a currency.
    double quantity = 0;      ///< 0 without a unit.
    int entries = 0;          ///< How many of that kind; of which all were counted.

    static constexpr auto fields() {
        return std::tuple{
            field("direction", &StatementTotal::direction), field("kind", &StatementTotal::kind),
            field("currency", &StatementTotal::currency),   field("unit", &StatementTotal::unit),
            field("amount", &StatementTotal::amount),       field("quantity", &StatementTotal::quantity),
            field("entries", &StatementTotal::entries),
        };
    }
};

/// What a member gives and gets, as far as it is recorded (docs/users/statement.md).
struct Statement {
    MembershipId membership_id{};
    ClusterId cluster_id{};
    std::string cluster_name;
    std::string organization_name;
    std::optional<Date> from;  ///< Of the entries; facts are shown whenever they were.
    std::optional<Date> to;
    std::vector<StatementFact> facts;
    std::vector<StatementEntry> entries;  ///< The newest first.
    std::vector<StatementTotal> totals;
    std::vector<EntryKind> missing;  ///< Kinds of which nothing is recorded in the period.

    static constexpr auto fields() {
        return std::tuple{
            field("membership_id", &Statement::membership_id),
            field("cluster_id", &Statement::cluster_id),
            field("cluster_name", &Statement::cluster_name),
            field("organization_name", &Statement::organization_name),
            field("from", &Statement::from),
            field("to", &Statement::to),
            field("facts", &Statement::facts),
            field("entries", &Statement::entries),
            field("totals", &Statement::totals),
            field("missing", &Statement::missing),
        };
    }
};

}  // namespace konbit
