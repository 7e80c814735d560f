// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/member_group_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/organizations/listing_rules.hpp"

#include <algorithm>

namespace konbit::member_groups {

namespace {

constexpr int longest_group_name = 60;
constexpr int longest_purpose = 300;

/// One line of who is in which group.
struct Pair {
    MemberGroupId group_id{};
    MembershipId membership_id{};

    static constexpr auto fields() {
        return std::tuple{field("group_id", &Pair::group_id), field("membership_id", &Pair::membership_id)};
    }
};

std::vector<Pair> list_pairs(db::Session& session, const ClusterId& cluster) {
    return session.query<Pair>(
        "SELECT p.group_id, p.membership_id FROM group_members p"
        " JOIN member_groups g ON g.id = p.group_id JOIN memberships m ON m.id = p.membership_id"
        " WHERE g.cluster_id = $1 ORDER BY g.sort_key, m.sort_key, m.id",
        cluster);
}

MemberGroup tidied(MemberGroup group) {
    group.name = text::trim(group.name);
    tidy(group.purpose);
    group.sort_key = text::sort_key(group.name);
    return group;
}

bool is_of_cluster(db::Session& session, std::string_view sql, std::string_view id, const Facilitator& by) {
    return session.one<std::int64_t>(sql, id, by.cluster()).has_value();
}

void check_references(Findings& findings, db::Session& session, const MemberGroup& group,
                      const Facilitator& by) {
    constexpr std::string_view person =
        "SELECT 1 FROM contact_roles WHERE person_id = $1 AND cluster_id = $2";
    constexpr std::string_view member = "SELECT 1 FROM memberships WHERE id = $1 AND cluster_id = $2";
    findings.require(!group.monitor_id || is_of_cluster(session, person, group.monitor_id->view(), by),
                     "/monitor_id", "unknown");
    for (const auto& each : group.membership_ids)
        findings.require(is_of_cluster(session, member, each.view(), by), "/membership_ids", "unknown");
}

/// Whether another group of the cluster has this name, whatever its case and accents.
bool is_taken(db::Session& session, const MemberGroup& group, const Facilitator& by) {
    return std::ranges::any_of(list(session, by), [&](const MemberGroup& other) {
        return other.id != group.id && text::fold(other.name) == text::fold(group.name);
    });
}

Result<MemberGroup> checked(db::Session& session, MemberGroup group, const Facilitator& by) {
    group = tidied(std::move(group));
    Findings findings;
    findings.require(!group.name.empty(), "/name", "required");
    check_length(findings, "/name", group.name, longest_group_name);
    check_length(findings, "/purpose", group.purpose, longest_purpose);
    findings.require(!is_taken(session, group, by), "/name", "taken");
    check_references(findings, session, group, by);
    return std::move(findings).or_value(std::move(group));
}

/// Puts exactly these members into the group.
void set_members(db::Session& session, const MemberGroup& group, const Facilitator& by) {
    session.change("DELETE FROM group_members WHERE group_id = $1", group.id);
    for (const auto& member : group.membership_ids) join(session, group.id, member, by);
}

MemberGroup with_members(GroupRecord record, const std::vector<Pair>& pairs) {
    MemberGroup group;
    static_cast<GroupRecord&>(group) = std::move(record);
    for (const auto& pair : pairs)
        if (pair.group_id == group.id) group.membership_ids.push_back(pair.membership_id);
    return group;
}

}  // namespace

std::vector<MemberGroup> list(db::Session& session, const Facilitator& by) {
    const auto pairs = list_pairs(session, by.cluster());
    std::vector<MemberGroup> groups;
    for (auto& record : session.query<GroupRecord>("SELECT " + db::columns<GroupRecord>() +
                                                       " FROM member_groups WHERE cluster_id = $1"
                                                       " ORDER BY sort_key",
                                                   by.cluster()))
        groups.push_back(with_members(std::move(record), pairs));
    return groups;
}

Result<MemberGroup> find(db::Session& session, const Facilitator& by, const MemberGroupId& id) {
    auto record = session.one<GroupRecord>(
        "SELECT " + db::columns<GroupRecord>() + " FROM member_groups WHERE id = $1 AND cluster_id = $2", id,
        by.cluster());
    if (!record) return failure(ErrorCode::not_found, "group");
    return with_members(*std::move(record), list_pairs(session, by.cluster()));
}

Result<MemberGroup> insert(db::Session& session, MemberGroup group, const Facilitator& by) {
    group.id = new_id<MemberGroupId>();
    group.cluster_id = by.cluster();
    group.version = 1;
    KONBIT_TRY(const MemberGroup valid, checked(session, std::move(group), by));
    db::insert(session, "member_groups", static_cast<const GroupRecord&>(valid));
    set_members(session, valid, by);
    return find(session, by, valid.id);
}

Result<MemberGroup> update(db::Session& session, MemberGroup group, const Facilitator& by) {
    KONBIT_CHECK(find(session, by, group.id));
    group.cluster_id = by.cluster();
    KONBIT_TRY(const MemberGroup valid, checked(session, std::move(group), by));
    KONBIT_CHECK(db::update(session, "member_groups", static_cast<const GroupRecord&>(valid)));
    set_members(session, valid, by);
    return find(session, by, valid.id);
}

Result<void> remove(db::Session& session, const MemberGroup& group, const Facilitator& by) {
    const auto removed =
        session.change("DELETE FROM member_groups WHERE id = $1 AND cluster_id = $2 AND version = $3",
                       group.id, by.cluster(), group.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    return {};
}

std::map<MembershipId, std::vector<MemberGroupId>> of_members(db::Session& session,
                                                              const ClusterId& cluster) {
    std::map<MembershipId, std::vector<MemberGroupId>> groups;
    for (const auto& pair : list_pairs(session, cluster)) groups[pair.membership_id].push_back(pair.group_id);
    return groups;
}

void join(db::Session& session, const MemberGroupId& group, const MembershipId& member,
          const Facilitator& by) {
    session.change(
        "INSERT INTO group_members (group_id, membership_id) SELECT g.id, m.id FROM member_groups g"
        " JOIN memberships m ON m.cluster_id = g.cluster_id WHERE g.id = $1 AND m.id = $2"
        " AND g.cluster_id = $3 ON CONFLICT DO NOTHING",
        group, member, by.cluster());
}

void leave(db::Session& session, const MemberGroupId& group, const MembershipId& member,
           const Facilitator& by) {
    session.change(
        "DELETE FROM group_members WHERE group_id = $1 AND membership_id = $2 AND group_id IN"
        " (SELECT id FROM member_groups WHERE cluster_id = $3)",
        group, member, by.cluster());
}

}  // namespace konbit::member_groups
