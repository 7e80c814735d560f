// SPDX-License-Identifier: Apache-2.0
#include "features/people/person_routes.hpp"

#include "db/database.hpp"
#include "features/people/erased_contacts.hpp"
#include "features/people/person_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Answer;
using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct PeopleQuery {
    std::optional<OrganizationId> organization_id;
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("organization_id", &PeopleQuery::organization_id),
            field("limit", &PeopleQuery::limit).defaulted(),
            field("after", &PeopleQuery::after).defaulted(),
        };
    }
};

struct StaffQuery {
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("limit", &StaffQuery::limit).defaulted(),
            field("after", &StaffQuery::after).defaulted(),
        };
    }
};

struct OtherPerson {
    PersonId other_id{};

    static constexpr auto fields() { return std::tuple{field("other_id", &OtherPerson::other_id)}; }
};

Created<PersonPage> created(PersonPage person) {
    std::string location = "/api/people/" + person.id.str();
    return {std::move(person), std::move(location)};
}

Result<Page<PersonPage>> list_people(App& app, ClusterId, const Facilitator& by, Query<PeopleQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return people::list(session, by, query.organization_id, page); });
}

/// Who is entered by hand is known again, even after an erasure.
Result<Created<PersonPage>> add_person(App& app, ClusterId, const Facilitator& by, Create<NewPerson> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(PersonPage made, app.database.write([&](db::Session& session) {
        people::forget_erased(session, app.keys, by.cluster(), {draft.name, draft.email, draft.phone});
        return people::insert(session, draft, by, now);
    }));
    return created(std::move(made));
}

Result<Page<people::PersonPair>> list_pairs(App& app, ClusterId, const Facilitator& by) {
    return Page<people::PersonPair>{
        app.database.read([&](db::Session& session) { return people::list_duplicates(session, by); }),
        {},
        {}};
}

Result<Page<PersonPage>> list_staff(App& app, OrganizationId, const OrganizationStaff& by,
                                    Query<StaffQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return people::list(session, by, page); });
}

Result<Created<PersonPage>> add_staff(App& app, OrganizationId, const OrganizationStaff& by,
                                      Create<NewPerson> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(PersonPage made, app.database.write([&](db::Session& session) {
        return people::insert(session, draft, by, now);
    }));
    return created(std::move(made));
}

Result<PersonPage> show_person(App& app, PersonId, const PersonKeeper& by) {
    return app.database.read([&](db::Session& session) { return people::find(session, by); });
}

Result<PersonPage> change_person(App& app, PersonId, const PersonKeeper& by, Patch<Person> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<PersonPage> {
        KONBIT_TRY(const PersonPage stored, people::find(session, by));
        KONBIT_TRY(Person wanted, patch.onto(stored));
        return people::update(session, std::move(wanted), by, now);
    });
}

Result<PersonPage> add_role(App& app, PersonId, const PersonKeeper& by, Create<ContactRole> draft) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& session) { return people::insert_role(session, draft, by, now); });
}

Result<PersonPage> change_role(App& app, PersonId, ContactRoleId role, const PersonKeeper& by,
                               Patch<ContactRole> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<PersonPage> {
        KONBIT_TRY(const ContactRole stored, people::find_role(session, by, role));
        KONBIT_TRY(ContactRole wanted, patch.onto(stored));
        return people::update_role(session, std::move(wanted), by, now);
    });
}

Result<NoContent> remove_role(App& app, PersonId, ContactRoleId role, const PersonKeeper& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const ContactRole stored, people::find_role(session, by, role));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(people::remove_role(session, stored, by));
        return NoContent{};
    });
}

Result<PersonPage> merge_people(App& app, PersonId, const PersonKeeper& by, Create<OtherPerson> body) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& session) { return people::merge(session, body.other_id, by, now); });
}

}  // namespace

std::span<const http::Route<App>> person_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(get, "/api/clusters/{cluster_id}/people", "The people of a cluster, with their roles in it",
              may_facilitate, list_people),
        route(post, "/api/clusters/{cluster_id}/people", "Enters a person of the cluster or of a member",
              may_facilitate, add_person),
        route(get, "/api/clusters/{cluster_id}/people/duplicates",
              "Pairs of entries that seem to mean one human being", may_facilitate, list_pairs),
        route(get, "/api/organizations/{id}/people", "The people of an organization", may_keep_staff,
              list_staff),
        route(post, "/api/organizations/{id}/people", "Enters a person of the organization", may_keep_staff,
              add_staff),
        route(get, "/api/people/{id}", "A person with the roles that the viewer may know of", may_keep_person,
              show_person),
        route(patch, "/api/people/{id}", "Changes the fields present in the body; rosters follow",
              may_keep_person, change_person),
        route(post, "/api/people/{id}/roles", "Gives the person one more role", may_keep_person, add_role),
        route(patch, "/api/people/{id}/roles/{role_id}", "Changes the fields present in the body",
              may_keep_person, change_role),
        route(remove, "/api/people/{id}/roles/{role_id}",
              "Takes a role away; a person without any other goes with it", may_keep_person, remove_role),
        route(post, "/api/people/{id}/merge", "Makes one of two entries of one human being", may_keep_person,
              merge_people),
    };
    return all;
}

}  // namespace konbit
