// SPDX-License-Identifier: Apache-2.0
#include "features/merges/shared_parts.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace konbit::merges {

namespace {

/// A column that names an entry of a roster, in a table whose rows have ids.
struct Part {
    std::string_view table;
    std::string_view column;
    std::string_view condition;  ///< On "t", with $2 the survivor's entry: what must not meet twice.
};

constexpr std::string_view is_no_side = "$2 NOT IN (t.one_id, t.other_id)";

constexpr std::string_view was_not_there =
    "t.meeting_id NOT IN (SELECT s.meeting_id FROM meeting_attendances s WHERE s.membership_id = $2)";
constexpr std::string_view leads_not =
    "NOT EXISTS (SELECT 1 FROM recipe_leaders s WHERE s.membership_id = $2)";

constexpr auto all_parts = std::to_array<Part>({
    {"introductions", "one_id", is_no_side},
    {"introductions", "other_id", is_no_side},
    {"introductions", "introducer_id", is_no_side},
    {"meeting_attendances", "membership_id", was_not_there},
    {"recipe_leaders", "membership_id", leads_not},
});

/// Meetings at which both were, and clusters that both led: the survivor's row stands for both meanwhile.
constexpr std::string_view both_were = "meetings.both";
constexpr std::string_view both_lead = "recipes.both";

void add_again(db::Session& session, const SharedParts& parts, std::string_view name, std::string_view sql,
               const MembershipId& entry) {
    const auto ids = parts.find(name);
    if (ids == parts.end()) return;
    for (const auto& id : ids->second) session.change(sql, new_id<Id<struct PartTag>>(), id, entry);
}

std::string name_of(const Part& part) { return fmt::format("{}.{}", part.table, part.column); }

}  // namespace

SharedParts find_shared_parts(db::Session& session, const MembershipId& entry, const MembershipId& kept) {
    SharedParts found;
    for (const Part& part : all_parts)
        found[name_of(part)] = session.query<std::string>(
            fmt::format(
                "SELECT CAST(t.id AS TEXT) FROM {} t WHERE t.{} = $1 AND $1 <> $2 AND {} ORDER BY t.id",
                part.table, part.column, part.condition),
            entry, kept);
    found[std::string(both_were)] = session.query<std::string>(
        "SELECT CAST(t.meeting_id AS TEXT) FROM meeting_attendances t JOIN meeting_attendances s"
        " ON s.meeting_id = t.meeting_id AND s.membership_id = $2 WHERE t.membership_id = $1 ORDER BY t.id",
        entry, kept);
    found[std::string(both_lead)] = session.query<std::string>(
        "SELECT CAST(t.cluster_id AS TEXT) FROM recipe_leaders t JOIN recipe_leaders s"
        " ON s.cluster_id = t.cluster_id AND s.membership_id = $2 WHERE t.membership_id = $1 ORDER BY t.id",
        entry, kept);
    return found;
}

void give_shared_parts(db::Session& session, const SharedParts& parts, const MembershipId& entry) {
    for (const Part& part : all_parts) {
        const auto ids = parts.find(name_of(part));
        if (ids == parts.end()) continue;
        for (const auto& id : ids->second)
            session.change(fmt::format("UPDATE {} SET {} = $2 WHERE id = $1", part.table, part.column), id,
                           entry);
    }
    add_again(session, parts, both_were,
              "INSERT INTO meeting_attendances (id, meeting_id, membership_id) VALUES ($1, $2, $3)"
              " ON CONFLICT DO NOTHING",
              entry);
    add_again(session, parts, both_lead,
              "INSERT INTO recipe_leaders (id, cluster_id, membership_id) VALUES ($1, $2, $3)"
              " ON CONFLICT DO NOTHING",
              entry);
}

}  // namespace konbit::merges
