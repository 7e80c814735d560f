// SPDX-License-Identifier: Apache-2.0
#include "features/statements/statement_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/statements/statement_store.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct PeriodQuery {
    std::optional<Date> from;
    std::optional<Date> to;

    static constexpr auto fields() {
        return std::tuple{field("from", &PeriodQuery::from), field("to", &PeriodQuery::to)};
    }
};

Result<Statement> show_statement(App& app, MembershipId, const StatementReader& by,
                                 Query<PeriodQuery> query) {
    if (query.from && query.to && *query.to < *query.from)
        return failure(ErrorCode::invalid, "invalid", {{"/to", "before_from"}});
    return app.database.read(
        [&](db::Session& session) { return statements::find(session, by, {query.from, query.to}); });
}

Result<Page<statements::OwnMembership>> list_own_memberships(App& app, const SignedIn& by) {
    return Page<statements::OwnMembership>{
        app.database.read([&](db::Session& session) { return statements::list_own(session, by); }), {}, {}};
}

Result<Created<StatementEntry>> add_entry(App& app, MembershipId membership, const Facilitator& by,
                                          Create<StatementEntry> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(StatementEntry made, app.database.write([&](db::Session& session) {
        return statements::insert(session, draft, membership, by, now);
    }));
    return Created<StatementEntry>{std::move(made), "/api/statement_entries/" + made.id.str()};
}

Result<StatementEntry> change_entry(App& app, StatementEntryId id, const Facilitator& by,
                                    Patch<StatementEntry> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<StatementEntry> {
        KONBIT_TRY(const StatementEntry stored, statements::find_entry(session, by, id));
        KONBIT_TRY(StatementEntry wanted, patch.onto(stored));
        return statements::update(session, std::move(wanted), by, now);
    });
}

Result<NoContent> remove_entry(App& app, StatementEntryId id, const Facilitator& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const StatementEntry stored, statements::find_entry(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(statements::remove(session, stored, by));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> statement_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(get, "/api/account/memberships", "The memberships that whoever is signed in speaks for",
              signed_in, list_own_memberships),
        route(get, "/api/memberships/{id}/statement",
              "What a member gives and gets, as far as it is recorded", may_read_statement, show_statement),
        route(post, "/api/memberships/{id}/statement/entries", "Records something given or got",
              may_facilitate_membership, add_entry),
        route(patch, "/api/statement_entries/{id}", "Changes the fields present in the body",
              may_facilitate_entry, change_entry),
        route(remove, "/api/statement_entries/{id}", "Takes back an entry that was a mistake",
              may_facilitate_entry, remove_entry),
    };
    return all;
}

}  // namespace konbit
