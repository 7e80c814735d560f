// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/membership_store.hpp"

#include "db/columns.hpp"
#include "features/memberships/member_group_store.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/people/membership_contact.hpp"
#include "features/reference/code_rules.hpp"

#include <fmt/core.h>

namespace konbit::memberships {

namespace {

/// A row of a list: the membership with its organization beside it.
template <class Member>
struct Line : Member {
    std::string organization_name;
    OrganizationKind organization_kind = OrganizationKind::firm;
    std::string organization_slug;
    std::string order;  ///< Sort key, also for readers who are not given the membership's.

    static constexpr auto fields() {
        return std::tuple_cat(Member::fields(), std::tuple{
                                                    field("organization_name", &Line::organization_name),
                                                    field("organization_kind", &Line::organization_kind),
                                                    field("organization_slug", &Line::organization_slug),
                                                    field("order", &Line::order),
                                                });
    }

    OrganizationBrief organization() const {
        return {this->organization_id, organization_name, organization_kind, organization_slug};
    }
};

/// Facilitators look for labels, as on their maps; others for names.
template <class Member>
inline constexpr std::string_view order_of = "m.sort_key";
template <>
inline constexpr std::string_view order_of<MemberProfile> = "o.sort_key";

template <class Member>
std::string select_lines() {
    return fmt::format(
        "SELECT {}, o.name, o.kind, o.slug, {} FROM memberships m"
        " JOIN organizations o ON o.id = m.organization_id",
        db::columns<Member>("m"), order_of<Member>);
}

RosterMember whole(Line<Membership> line) {
    RosterMember member;
    member.organization = line.organization();
    static_cast<Membership&>(member) = std::move(line);
    return member;
}

ListedMember whole(Line<MemberProfile> line) {
    ListedMember member;
    member.organization = line.organization();
    static_cast<MemberProfile&>(member) = std::move(line);
    return member;
}

template <class Member>
auto whole(Page<Line<Member>> lines) {
    Page<decltype(whole(Line<Member>()))> page;
    page.next = std::move(lines.next);
    for (auto& line : lines.items) page.items.push_back(whole(std::move(line)));
    return page;
}

template <class Member>
auto page_of(db::Session& session, const ClusterId& cluster, const std::string& condition,
             const PageRequest& request) -> Result<decltype(whole(Page<Line<Member>>()))> {
    KONBIT_TRY(auto lines,
               session.page<Line<Member>>(request, db::ascending(&Line<Member>::order),
                                          select_lines<Member>() + " WHERE m.cluster_id = $1" + condition +
                                              " AND (m.sort_key, m.id) > ($2, $3)"
                                              " ORDER BY m.sort_key, m.id LIMIT $4",
                                          cluster));
    return whole(std::move(lines));
}

Result<RosterMember> found(std::optional<Line<Membership>> line) {
    if (!line) return failure(ErrorCode::not_found, "membership");
    return whole(*std::move(line));
}

void add_groups(db::Session& session, const ClusterId& cluster, std::vector<RosterMember>& members) {
    const auto groups = member_groups::of_members(session, cluster);
    for (auto& member : members)
        if (const auto found = groups.find(member.id); found != groups.end()) member.groups = found->second;
}

Result<RosterMember> with_groups(db::Session& session, Result<RosterMember> member) {
    if (member)
        member->groups = session.query<MemberGroupId>(
            "SELECT g.id FROM group_members p JOIN member_groups g ON g.id = p.group_id"
            " WHERE p.membership_id = $1 ORDER BY g.sort_key",
            member->id);
    return member;
}

/// What became of a membership, for the history.
void remember(db::Session& session, const std::optional<Membership>& before,
              const std::optional<Membership>& after, const history::Author& author) {
    history::record(session, history::Kind::membership, (after ? after : before)->id, before, after, author);
}

}  // namespace

Result<Membership> validated(Membership membership) {
    Findings findings;
    check_country(findings, "/country_code", membership.country_code);
    auto result = checked(std::move(membership));
    if (findings.empty()) return result;
    if (!result)
        for (auto& error : result.error().fields) findings.add(std::move(error));
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

Result<Page<RosterMember>> list(db::Session& session, const Facilitator& by, const PageRequest& page) {
    KONBIT_TRY(auto members, page_of<Membership>(session, by.cluster(), "", page));
    add_groups(session, by.cluster(), members.items);
    return members;
}

Result<Page<ListedMember>> list_profiles(db::Session& session, const Viewer& viewer, const ClusterId& cluster,
                                         const PageRequest& page) {
    return page_of<MemberProfile>(
        session, cluster, " AND m.left_on IS NULL AND " + organizations_visible_to(viewer, "o"), page);
}

std::vector<ClusterBrief> list_clusters(db::Session& session, const Viewer& viewer,
                                        const OrganizationId& organization) {
    return session.query<ClusterBrief>("SELECT " + db::columns<ClusterBrief>("c") +
                                           " FROM clusters c JOIN memberships m ON m.cluster_id = c.id"
                                           " WHERE m.organization_id = $1 AND m.left_on IS NULL AND " +
                                           clusters_visible_to(viewer, "c") + " ORDER BY c.sort_key, c.id",
                                       organization);
}

Result<RosterMember> find(db::Session& session, const Facilitator& by, const MembershipId& id) {
    return with_groups(session, found(session.one<Line<Membership>>(
                                    select_lines<Membership>() + " WHERE m.id = $1 AND m.cluster_id = $2", id,
                                    by.cluster())));
}

Result<RosterMember> find_of(db::Session& session, const Facilitator& by,
                             const OrganizationId& organization) {
    return found(session.one<Line<Membership>>(
        select_lines<Membership>() + " WHERE m.organization_id = $1 AND m.cluster_id = $2", organization,
        by.cluster()));
}

Result<RosterMember> insert(db::Session& session, Membership membership, const Facilitator& by,
                            const history::Occasion& at) {
    const auto organization = organizations::find(session, by.viewer(), membership.organization_id);
    if (!organization) return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "unknown"}});
    return insert(session, std::move(membership), *organization, by, at);
}

Result<RosterMember> insert(db::Session& session, Membership membership, const Organization& organization,
                            const Facilitator& by, const history::Occasion& at) {
    if (find_of(session, by, organization.id))
        return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "taken"}});
    if (membership.label.empty()) membership.label = label_of(organization.name);
    if (membership.country_code.empty()) membership.country_code = organization.country_code;
    if (!membership.category) membership.category = category_of(organization.kind);
    KONBIT_TRY(Membership valid, validated(std::move(membership)));
    valid.id = new_id<MembershipId>();
    valid.cluster_id = by.cluster();
    valid.organization_id = organization.id;
    valid.version = 1;
    db::insert(session, "memberships", valid);
    people::follow_contact(session, {}, valid, history::by(by.viewer(), at));
    KONBIT_TRY(RosterMember made, find(session, by, valid.id));
    remember(session, {}, made, history::by(by.viewer(), at));
    return made;
}

Result<RosterMember> update(db::Session& session, Membership membership, const Facilitator& by,
                            const history::Occasion& at) {
    KONBIT_TRY(const RosterMember stored, find(session, by, membership.id));
    if (membership.organization_id != stored.organization_id)
        return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "read_only"}});
    membership.cluster_id = by.cluster();
    if (!membership.category) membership.category = category_of(stored.organization.kind);
    KONBIT_TRY(Membership valid, validated(std::move(membership)));
    KONBIT_TRY(const Membership written, db::update(session, "memberships", std::move(valid)));
    people::follow_contact(session, stored, written, history::by(by.viewer(), at));
    KONBIT_TRY(RosterMember changed, find(session, by, stored.id));
    remember(session, stored, changed, history::by(by.viewer(), at));
    return changed;
}

Result<void> remove(db::Session& session, const Membership& membership, const Facilitator& by,
                    const history::Occasion& at) {
    KONBIT_TRY(const RosterMember stored, find(session, by, membership.id));
    const auto removed =
        session.change("DELETE FROM memberships WHERE id = $1 AND cluster_id = $2 AND version = $3",
                       membership.id, by.cluster(), membership.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    people::drop_contacts(session, {stored.cluster_id, stored.organization_id});
    remember(session, stored, {}, history::by(by.viewer(), at));
    return {};
}

Result<RosterMember> restore(db::Session& session, Membership membership, const Facilitator& by,
                             const history::Occasion& at) {
    if (find_of(session, by, membership.organization_id))
        return failure(ErrorCode::conflict, "already_there");
    KONBIT_TRY(Membership valid, validated(std::move(membership)));
    valid.cluster_id = by.cluster();
    valid.version += 1;
    db::insert(session, "memberships", valid);
    people::follow_contact(session, {}, valid, history::by(by.viewer(), at));
    KONBIT_TRY(RosterMember restored, find(session, by, valid.id));
    remember(session, {}, restored, history::by(by.viewer(), at));
    return restored;
}

std::int64_t count(db::Session& session, const Facilitator& by) {
    return session.value<std::int64_t>(
        "SELECT count(*) FROM memberships WHERE cluster_id = $1 AND left_on IS NULL", by.cluster());
}

}  // namespace konbit::memberships
