// SPDX-License-Identifier: Apache-2.0
#include "features/audit/outside_store.hpp"

#include "db/database.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace konbit::audit {

namespace {

/// The account $1 belongs to the organization `o`: it speaks for it here, works for it, or has a role there.
constexpr std::string_view belongs =
    "(EXISTS (SELECT 1 FROM grants g WHERE g.account_id = $1 AND g.scope = 'organization'"
    " AND g.scope_id = CAST(o.id AS TEXT))"
    " OR EXISTS (SELECT 1 FROM contact_roles r JOIN people p ON p.id = r.person_id"
    " WHERE p.account_id = $1 AND r.organization_id = o.id AND r.until IS NULL))";

constexpr std::string_view is_present_member =
    "EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = o.id AND m.cluster_id = $2"
    " AND m.left_on IS NULL)";

bool is_insider(db::Session& session, const AccountId& account, const ClusterId& cluster) {
    return session
        .value<std::optional<std::int64_t>>(
            fmt::format("SELECT 1 FROM organizations o WHERE {} AND {} LIMIT 1", belongs, is_present_member),
            account, cluster)
        .has_value();
}

std::optional<ClusterId> cluster_of(db::Session& session, const std::string& record) {
    return session.value<std::optional<ClusterId>>(
        "SELECT id FROM clusters WHERE id = $1 UNION SELECT cluster_id FROM waves WHERE id = $1", record);
}

/// The role in which somebody reads: of the cluster itself, else the widest.
const Grant* reading_as(const OutsideReader& reader, const ClusterId& cluster) {
    const auto own = std::ranges::find_if(reader.grants, [&](const Grant& grant) {
        return grant.scope == Scope::cluster && grant.scope_id == cluster.view();
    });
    if (own != reader.grants.end()) return &*own;
    const auto widest = std::ranges::min_element(reader.grants, {}, &Grant::scope);
    return widest == reader.grants.end() ? nullptr : &*widest;
}

struct Row {
    OutsideReadingId id{};
    ClusterId cluster_id{};
    std::string quarter;
    std::optional<OrganizationId> organization_id;
    std::optional<std::string> country_code;
    Role role = Role::member;
    ReadPage page = ReadPage::results;
    std::int64_t openings = 1;

    static constexpr auto fields() {
        return std::tuple{field("id", &Row::id),
                          field("cluster_id", &Row::cluster_id),
                          field("quarter", &Row::quarter),
                          field("organization_id", &Row::organization_id),
                          field("country_code", &Row::country_code),
                          field("role", &Row::role),
                          field("page", &Row::page),
                          field("openings", &Row::openings)};
    }
};

Row row_of(db::Session& session, const OutsideReader& reader, const ClusterId& cluster) {
    Row row{
        new_id<OutsideReadingId>(), cluster, quarter_of(reader.opened_at), {}, {}, Role::member, reader.page};
    const Grant* grant = reading_as(reader, cluster);
    if (grant) row.role = grant->role;
    if (grant && grant->scope == Scope::country) row.country_code = grant->scope_id;
    row.organization_id = session.value<std::optional<OrganizationId>>(
        fmt::format("SELECT o.id FROM organizations o WHERE {} ORDER BY o.id LIMIT 1", belongs),
        reader.account);
    return row;
}

/// The count of one kind of page, of rows `r`.
std::string sum_of(ReadPage page) {
    return fmt::format("CAST(SUM(CASE WHEN r.page = '{}' THEN r.openings ELSE 0 END) AS BIGINT)",
                       name_of(page));
}

}  // namespace

void count_outside(db::Session& session, const OutsideReader& reader) {
    const auto cluster = cluster_of(session, reader.record);
    if (!cluster || is_insider(session, reader.account, *cluster)) return;
    const Row row = row_of(session, reader, *cluster);
    const auto counted = session.change(
        "UPDATE outside_readings SET openings = openings + 1 WHERE cluster_id = $1 AND quarter = $2"
        " AND role = $3 AND page = $4 AND COALESCE(CAST(organization_id AS TEXT), '') = $5"
        " AND COALESCE(country_code, '') = $6",
        row.cluster_id, row.quarter, row.role, row.page,
        row.organization_id ? row.organization_id->str() : std::string(), row.country_code.value_or(""));
    if (counted == 0) db::insert(session, "outside_readings", row);
}

OutsideReadings outside_readings(db::Session& session, const ClusterInsider& by, std::string quarter,
                                 Instant now) {
    OutsideReadings readings;
    readings.quarters = session.query<std::string>(
        "SELECT DISTINCT quarter FROM outside_readings WHERE cluster_id = $1 ORDER BY quarter DESC",
        by.cluster());
    const auto present = quarter_of(now);
    if (std::ranges::find(readings.quarters, present) == readings.quarters.end())
        readings.quarters.insert(readings.quarters.begin(), present);
    readings.quarter = quarter.empty() ? present : std::move(quarter);
    readings.items = session.query<OutsideReading>(
        fmt::format("SELECT r.organization_id, o.name, r.country_code, r.role, {}, {}, {}, {}"
                    " FROM outside_readings r LEFT JOIN organizations o ON o.id = r.organization_id"
                    " WHERE r.cluster_id = $1 AND r.quarter = $2"
                    " GROUP BY r.organization_id, o.name, r.country_code, r.role"
                    " ORDER BY COALESCE(o.name, ''), COALESCE(r.country_code, ''), r.role",
                    sum_of(ReadPage::members), sum_of(ReadPage::results), sum_of(ReadPage::report),
                    sum_of(ReadPage::download)),
        by.cluster(), readings.quarter);
    return readings;
}

std::int64_t remove_old_readings(db::Session& session, Instant before) {
    return session.change("DELETE FROM outside_readings WHERE quarter < $1", quarter_of(before));
}

}  // namespace konbit::audit
