// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/agreement_routes.hpp"

#include "db/database.hpp"
#include "features/agreements/agreement_rules.hpp"
#include "features/agreements/agreement_store.hpp"
#include "features/permission/register_policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct AgreementQuery {
    std::optional<ClusterId> cluster_id;
    std::optional<OrganizationId> organization_id;
    bool mine = false;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_id", &AgreementQuery::cluster_id),
            field("organization_id", &AgreementQuery::organization_id),
            field("mine", &AgreementQuery::mine).defaulted(),
            field("limit", &AgreementQuery::limit).defaulted(),
            field("after", &AgreementQuery::after).defaulted(),
            field("count", &AgreementQuery::count).defaulted(),
        };
    }
};

Result<Page<AgreementProfile>> list(App& app, const Viewer& viewer, Query<AgreementQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    const agreements::Filter filter{query.cluster_id, query.organization_id, query.mine};
    return app.database.read(
        [&](db::Session& session) { return agreements::list(session, viewer, filter, page); });
}

Result<AgreementProfile> show(App& app, AgreementId id, const Viewer& viewer) {
    return app.database.read([&](db::Session& session) { return agreements::find(session, viewer, id); });
}

Result<Created<AgreementProfile>> add(App& app, const RegisterEditor& by, Create<AgreementProfile> draft) {
    const Instant now = app.clock.now();  // outside: the closure may run twice and reads no clock
    KONBIT_TRY(const AgreementProfile valid, checked(std::move(draft)));
    KONBIT_TRY(AgreementProfile made, app.database.write([&](db::Session& session) {
        return agreements::insert(session, valid, by, now);
    }));
    return Created<AgreementProfile>{std::move(made)};
}

/// Changes the fields present in the body, leaves the others alone; 412 when If-Match is not the stored
/// version.
Result<AgreementProfile> change(App& app, AgreementId id, const RegisterEditor& by,
                                Patch<AgreementProfile> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<AgreementProfile> {
        KONBIT_TRY(const AgreementProfile stored, agreements::find(session, by.viewer(), id));
        KONBIT_TRY(AgreementProfile wanted, patch.onto(stored));
        KONBIT_TRY(AgreementProfile valid, checked(std::move(wanted)));
        return agreements::update(session, std::move(valid), by, now);
    });
}

Result<NoContent> take_out(App& app, AgreementId id, const RegisterEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const AgreementProfile stored, agreements::find(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(agreements::remove(session, stored, by, now));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> agreement_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/agreements", "Agreements that the viewer may see", anyone, list),
        http::route(post, "/api/agreements", "Enters an agreement, private at first", may_add_to_registers,
                    add),
        http::route(get, "/api/agreements/{id}", "One agreement", may_view_agreement, show),
        http::route(patch, "/api/agreements/{id}", "Changes the fields present in the body",
                    may_edit_agreement, change),
        http::route(remove, "/api/agreements/{id}", "Takes an agreement out of the register",
                    may_edit_agreement, take_out),
    };
    return all;
}

}  // namespace konbit
