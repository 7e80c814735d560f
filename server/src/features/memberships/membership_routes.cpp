// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/membership_routes.hpp"

#include "db/database.hpp"
#include "features/memberships/bulk_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/memberships/new_member.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct MemberQuery {
    int limit = PageRequest::largest_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("limit", &MemberQuery::limit).defaulted(),
            field("after", &MemberQuery::after).defaulted(),
        };
    }
};

/// What is known of somebody who shall become a member.
struct CandidateQuery {
    std::string name;
    std::string country_code;
    std::optional<std::string> website;
    std::optional<std::string> phone;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &CandidateQuery::name),
            field("country_code", &CandidateQuery::country_code),
            field("website", &CandidateQuery::website),
            field("phone", &CandidateQuery::phone),
        };
    }
};

struct Candidates {
    std::vector<Candidate> items;

    static constexpr auto fields() { return std::tuple{field("items", &Candidates::items)}; }
};

Result<Page<RosterMember>> list(App& app, ClusterId, const Facilitator& by, Query<MemberQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return memberships::list(session, by, page); });
}

Result<Page<ListedMember>> list_profiles(App& app, ClusterId cluster, const Viewer& viewer,
                                         Query<MemberQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return memberships::list_profiles(session, viewer, cluster, page); });
}

Result<Candidates> list_candidates(App& app, ClusterId, const Facilitator& by, Query<CandidateQuery> query) {
    const duplicates::Described described{query.name, {}, query.country_code, query.website, query.phone};
    return app.database.read(
        [&](db::Session& session) { return Candidates{memberships::candidates(session, by, described)}; });
}

Result<Created<RosterMember>> add(App& app, ClusterId, const Facilitator& by, Create<NewMember> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(RosterMember made, app.database.write([&](db::Session& session) -> Result<RosterMember> {
        KONBIT_CHECK(memberships::check_erased(session, app.keys, draft, by));
        return memberships::add(session, draft, by, now);
    }));
    return Created<RosterMember>{std::move(made), "/api/memberships/" + made.id.str()};
}

Result<RosterMember> show(App& app, MembershipId id, const Facilitator& by) {
    return app.database.read([&](db::Session& session) { return memberships::find(session, by, id); });
}

Result<RosterMember> change(App& app, MembershipId id, const Facilitator& by, Patch<Membership> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<RosterMember> {
        KONBIT_TRY(const RosterMember stored, memberships::find(session, by, id));
        KONBIT_TRY(Membership wanted, patch.onto(stored));
        return memberships::update(session, std::move(wanted), by, now);
    });
}

Result<NoContent> take_out(App& app, MembershipId id, const Facilitator& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const RosterMember stored, memberships::find(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(memberships::remove(session, stored, by, now));
        return NoContent{};
    });
}

Result<BulkPreview> preview_bulk(App& app, ClusterId, const Facilitator& by, Create<BulkChange> change) {
    return app.database.read([&](db::Session& session) { return memberships::preview(session, change, by); });
}

Result<BulkPreview> apply_bulk(App& app, ClusterId, const Facilitator& by, Create<BulkChange> change) {
    const history::Occasion at(app.clock.now(), {.batch = new_id<BatchId>()});
    return app.database.write(
        [&](db::Session& session) { return memberships::apply(session, change, by, at); });
}

}  // namespace

std::span<const http::Route<App>> membership_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/clusters/{cluster_id}/members", "The roster with contacts", may_facilitate,
                    list),
        http::route(post, "/api/clusters/{cluster_id}/members",
                    "Adds an organization to the roster, and to the register when it lacks it",
                    may_facilitate, add),
        http::route(get, "/api/clusters/{cluster_id}/candidates",
                    "Organizations of the register that a new member may be", may_facilitate,
                    list_candidates),
        http::route(get, "/api/clusters/{cluster_id}/profiles",
                    "The present members without contacts, as far as the viewer may see them",
                    may_view_cluster, list_profiles),
        http::route(post, "/api/clusters/{cluster_id}/members/bulk/preview",
                    "What changing one field of many members would do; writes nothing", may_facilitate,
                    preview_bulk),
        http::route(post, "/api/clusters/{cluster_id}/members/bulk",
                    "Changes one field of many members, all or none", may_facilitate, apply_bulk),
        http::route(get, "/api/memberships/{id}", "One line of the roster", may_facilitate_membership, show),
        http::route(patch, "/api/memberships/{id}", "Changes the fields present in the body",
                    may_facilitate_membership, change),
        http::route(remove, "/api/memberships/{id}", "Takes back an entry that was a mistake",
                    may_facilitate_membership, take_out),
    };
    return all;
}

}  // namespace konbit
