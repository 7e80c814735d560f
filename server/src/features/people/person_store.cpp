// SPDX-License-Identifier: Apache-2.0
#include "features/people/person_store.hpp"

#include "db/columns.hpp"
#include "features/people/membership_contact.hpp"
#include "features/people/person_rows.hpp"
#include "features/people/person_rules.hpp"

#include <fmt/core.h>

#include <map>

namespace konbit::people {

namespace {

PersonPage page_of(Person person, std::vector<NamedRole> roles) {
    PersonPage page;
    static_cast<Person&>(page) = std::move(person);
    page.roles = std::move(roles);
    return page;
}

/// Roles under a condition on `contact_roles AS r`: the present ones first, then the primary.
std::vector<NamedRole> list_roles(db::Session& session, const std::string& condition) {
    return session.query<NamedRole>(
        "SELECT " + db::columns<ContactRole>("r") +
        ", o.name, c.name FROM contact_roles r LEFT JOIN organizations o ON o.id = r.organization_id"
        " LEFT JOIN clusters c ON c.id = r.cluster_id WHERE " +
        condition + " ORDER BY r.until IS NOT NULL, r.is_primary DESC, r.id");
}

/// Ids are checked when they are parsed, so that they can stand in a condition.
std::string is(std::string_view column, std::string_view id) { return fmt::format("{} = '{}'", column, id); }

std::vector<NamedRole> roles_of(db::Session& session, const PersonId& person, const std::string& condition) {
    return list_roles(session, is("r.person_id", person.view()) + " AND (" + condition + ")");
}

/// One more query for the whole page: a scope has a few hundred roles.
Result<Page<PersonPage>> with_roles(db::Session& session, Result<Page<Person>> people,
                                    const std::string& condition) {
    if (!people) return std::unexpected(std::move(people).error());
    std::map<PersonId, std::vector<NamedRole>> roles;
    for (auto& role : list_roles(session, condition)) roles[role.person_id].push_back(std::move(role));
    Page<PersonPage> page;
    page.next = std::move(people->next);
    for (auto& person : people->items) {
        auto own = std::move(roles[person.id]);
        page.items.push_back(page_of(std::move(person), std::move(own)));
    }
    return page;
}

std::string select_people(std::string_view condition) {
    return "SELECT " + db::columns<Person>() +
           " FROM people WHERE id IN (SELECT person_id FROM contact_roles WHERE " + std::string(condition) +
           ")";
}

constexpr std::string_view in_order = " AND (sort_key, id) > ($2, $3) ORDER BY sort_key, id LIMIT $4";
constexpr std::string_view in_order_after_two =
    " AND (sort_key, id) > ($3, $4) ORDER BY sort_key, id LIMIT $5";

std::string in_cluster(const ClusterId& cluster) { return is("r.cluster_id", cluster.view()); }

bool is_member_of(db::Session& session, const OrganizationId& organization, const ClusterId& cluster) {
    return session
        .one<std::int64_t>("SELECT 1 FROM memberships WHERE cluster_id = $1 AND organization_id = $2",
                           cluster, organization)
        .has_value();
}

/// There is one primary contact of a member: whoever was it stays a contact.
void make_room(db::Session& session, const ContactRole& role) {
    if (!role.is_primary) return;
    session.change(
        "UPDATE contact_roles SET is_primary = FALSE, version = version + 1 WHERE cluster_id = $1"
        " AND organization_id = $2 AND is_primary AND id <> $3",
        role.cluster_id, role.organization_id, role.id);
}

void show_on_roster(db::Session& session, const ContactRole& role) {
    if (role.cluster_id && role.organization_id)
        show_contact(session, {*role.cluster_id, *role.organization_id});
}

ContactRole first_role(const NewPerson& draft, const history::Occasion& at) {
    ContactRole role;
    role.organization_id = draft.organization_id;
    role.role = draft.role;
    role.is_primary = draft.is_primary;
    role.since = utc_date(at.now);
    return role;
}

Result<PersonId> enter(db::Session& session, const NewPerson& draft, const ContactRole& role,
                       const Viewer& viewer, const history::Occasion& at) {
    KONBIT_TRY(const Person valid, checked(draft, utc_date(at.now)));
    const PersonId id = add_person(session, valid, history::by(viewer, at));
    make_room(session, role);
    add_role(session, id, role);
    if (role.is_primary) show_on_roster(session, role);
    return id;
}

Result<Person> find_row(db::Session& session, const PersonId& id) {
    auto person = session.one<Person>("SELECT " + db::columns<Person>() + " FROM people WHERE id = $1", id);
    if (!person) return failure(ErrorCode::not_found, "person");
    return *std::move(person);
}

bool may_give(const PersonKeeper& by, const ContactRole& role) {
    if (role.cluster_id) return by.viewer().holds(Role::facilitator, *role.cluster_id);
    return by.viewer().holds(Role::member, *role.organization_id) ||
           by.viewer().holds(Role::bso_officer, *role.organization_id);
}

Result<ContactRole> checked_role(db::Session& session, ContactRole role) {
    Findings findings;
    const bool is_in_member = role.cluster_id && role.organization_id;
    if (role.until) role.is_primary = false;
    findings.require(!role.is_primary || is_in_member, "/is_primary", "without_member");
    findings.require(!is_in_member || is_member_of(session, *role.organization_id, *role.cluster_id),
                     "/organization_id", "unknown");
    findings.require(!role.until || !role.since || *role.until >= *role.since, "/until", "before_since");
    return std::move(findings).or_value(std::move(role));
}

}  // namespace

Result<Page<PersonPage>> list(db::Session& session, const Facilitator& by,
                              const std::optional<OrganizationId>& organization, const PageRequest& page) {
    const std::string select =
        select_people("cluster_id = $1 AND (CAST($2 AS TEXT) IS NULL OR CAST(organization_id AS TEXT) = $2)");
    return with_roles(
        session,
        session.page<Person>(page, db::ascending(&Person::sort_key), select + std::string(in_order_after_two),
                             by.cluster(), organization),
        in_cluster(by.cluster()));
}

Result<Page<PersonPage>> list(db::Session& session, const OrganizationStaff& by, const PageRequest& page) {
    return with_roles(session,
                      session.page<Person>(page, db::ascending(&Person::sort_key),
                                           select_people("organization_id = $1") + std::string(in_order),
                                           by.organization()),
                      is("r.organization_id", by.organization().view()));
}

Result<PersonPage> find(db::Session& session, const PersonKeeper& by) {
    KONBIT_TRY(Person person, find_row(session, by.person()));
    // Who asks for the own entry knows every role of it.
    const bool is_own = person.account_id && person.account_id == by.viewer().account();
    auto roles = roles_of(session, by.person(), is_own ? "TRUE" : contact_roles_visible_to(by.viewer(), "r"));
    return page_of(std::move(person), std::move(roles));
}

Result<PersonPage> insert(db::Session& session, const NewPerson& draft, const Facilitator& by,
                          const history::Occasion& at) {
    ContactRole role = first_role(draft, at);
    role.cluster_id = by.cluster();
    KONBIT_TRY(role, checked_role(session, std::move(role)));
    KONBIT_TRY(const PersonId id, enter(session, draft, role, by.viewer(), at));
    KONBIT_TRY(Person person, find_row(session, id));
    return page_of(std::move(person), roles_of(session, id, in_cluster(by.cluster())));
}

Result<PersonPage> insert(db::Session& session, const NewPerson& draft, const OrganizationStaff& by,
                          const history::Occasion& at) {
    ContactRole role = first_role(draft, at);
    role.organization_id = by.organization();
    KONBIT_TRY(role, checked_role(session, std::move(role)));
    KONBIT_TRY(const PersonId id, enter(session, draft, role, by.viewer(), at));
    KONBIT_TRY(Person person, find_row(session, id));
    return page_of(std::move(person), roles_of(session, id, "TRUE"));
}

Result<PersonPage> update(db::Session& session, Person person, const PersonKeeper& by,
                          const history::Occasion& at) {
    KONBIT_TRY(const Person stored, find_row(session, by.person()));
    person.updated_at = at.now;
    KONBIT_TRY(Person valid, checked(std::move(person), utc_date(at.now)));
    KONBIT_TRY(const Person written, db::update(session, "people", std::move(valid)));
    history::record<Person>(session, history::Kind::person, stored.id, stored, written,
                            history::by(by.viewer(), at));
    show_person(session, stored.id);
    return find(session, by);
}

Result<ContactRole> find_role(db::Session& session, const PersonKeeper& by, const ContactRoleId& id) {
    auto role =
        session.one<ContactRole>("SELECT " + db::columns<ContactRole>("r") +
                                     " FROM contact_roles r WHERE r.id = $1 AND r.person_id = $2 AND " +
                                     contact_roles_visible_to(by.viewer(), "r"),
                                 id, by.person());
    if (!role) return failure(ErrorCode::not_found, "role");
    return *std::move(role);
}

Result<PersonPage> insert_role(db::Session& session, ContactRole role, const PersonKeeper& by,
                               const history::Occasion& at) {
    if (!role.cluster_id && !role.organization_id)
        return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "required"}});
    if (!may_give(by, role)) return failure(ErrorCode::invalid, "invalid", {{"/cluster_id", "unknown"}});
    if (!role.since) role.since = utc_date(at.now);
    KONBIT_TRY(role, checked_role(session, std::move(role)));
    make_room(session, role);
    add_role(session, by.person(), role);
    show_on_roster(session, role);
    return find(session, by);
}

Result<PersonPage> update_role(db::Session& session, ContactRole role, const PersonKeeper& by,
                               const history::Occasion&) {
    KONBIT_TRY(const ContactRole stored, find_role(session, by, role.id));
    role.organization_id = stored.organization_id;
    role.cluster_id = stored.cluster_id;
    KONBIT_TRY(ContactRole valid, checked_role(session, std::move(role)));
    make_room(session, valid);
    KONBIT_TRY(const ContactRole written, db::update(session, "contact_roles", std::move(valid)));
    show_on_roster(session, written);
    return find(session, by);
}

Result<void> remove_role(db::Session& session, const ContactRole& role, const PersonKeeper& by) {
    const auto removed =
        session.change("DELETE FROM contact_roles WHERE id = $1 AND person_id = $2 AND version = $3", role.id,
                       by.person(), role.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    if (role.is_primary) show_on_roster(session, role);
    remove_without_role(session, by.person());
    return {};
}

}  // namespace konbit::people
