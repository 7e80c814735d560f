// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_routes.hpp"

#include "db/database.hpp"
#include "features/experts/expert_mail.hpp"
#include "features/experts/expert_rules.hpp"
#include "features/experts/expert_store.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/register_policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct ExpertQuery {
    std::string q;
    std::optional<std::string> country_code;
    std::optional<std::string> objective;
    std::optional<std::string> language;
    std::optional<ClusterId> cluster_id;
    bool mine = false;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple{
            field("q", &ExpertQuery::q).defaulted(),
            field("country_code", &ExpertQuery::country_code),
            field("objective", &ExpertQuery::objective),
            field("language", &ExpertQuery::language),
            field("cluster_id", &ExpertQuery::cluster_id),
            field("mine", &ExpertQuery::mine).defaulted(),
            field("limit", &ExpertQuery::limit).defaulted(),
            field("after", &ExpertQuery::after).defaulted(),
            field("count", &ExpertQuery::count).defaulted(),
        };
    }
};

Result<Page<ExpertProfile>> list(App& app, const Viewer& viewer, Query<ExpertQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    const experts::Filter filter{query.q,        query.country_code, query.objective,
                                 query.language, query.cluster_id,   query.mine};
    return app.database.read(
        [&](db::Session& session) { return experts::list(session, viewer, filter, page); });
}

Result<ExpertProfile> show(App& app, ExpertId id, const Viewer& viewer) {
    return app.database.read([&](db::Session& session) { return experts::find(session, viewer, id); });
}

Result<Created<ExpertProfile>> add(App& app, const RegisterEditor& by, Create<ExpertDraft> draft) {
    const Instant now = app.clock.now();  // outside: the closure may run twice and reads no clock
    KONBIT_TRY(const Expert valid, checked(std::move(draft)));
    KONBIT_TRY(ExpertProfile made, app.database.write([&](db::Session& session) {
        return experts::insert(session, valid, by, now);
    }));
    return Created<ExpertProfile>{std::move(made)};
}

/// Changes the fields present in the body, leaves the others alone; 412 when If-Match is not the stored
/// version.
Result<ExpertProfile> change(App& app, ExpertId id, const RegisterEditor& by, Patch<ExpertDraft> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ExpertProfile> {
        KONBIT_TRY(const ExpertProfile stored, experts::find(session, by.viewer(), id));
        KONBIT_TRY(ExpertDraft wanted, patch.onto(ExpertDraft{stored, {}}));
        KONBIT_TRY(Expert valid, checked(std::move(wanted)));
        return experts::update(session, std::move(valid), by, now);
    });
}

Result<NoContent> erase(App& app, ExpertId id, const RegisterEditor& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const ExpertProfile stored, experts::find(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        experts::erase(session, id, by);
        return NoContent{};
    });
}

Result<ExpertProfile> invite(App& app, ExpertId id, const RegisterEditor& by) {
    KONBIT_CHECK(app.limits.admit_mailing(id.view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(const ExpertProfile expert, app.database.read([&](db::Session& session) {
        return experts::find(session, by.viewer(), id);
    }));
    const mail::Mail mail = experts::invitation_mail(app, expert);
    return app.database.write([&](db::Session& session) -> Result<ExpertProfile> {
        KONBIT_CHECK(mail::queue_mail(session, app.keys, mail, now));
        return experts::invite(session, id, by, now);
    });
}

}  // namespace

std::span<const http::Route<App>> expert_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/experts", "Experts that the viewer may see", anyone, list),
        http::route(post, "/api/experts", "Enters an expert, who has yet to confirm", may_add_to_registers,
                    add),
        http::route(get, "/api/experts/{id}", "One expert, without any address", anyone, show),
        http::route(patch, "/api/experts/{id}",
                    "Changes the fields present in the body; what reads differently is confirmed anew",
                    may_edit_expert, change),
        http::route(remove, "/api/experts/{id}", "Erases an expert", may_edit_expert, erase),
        http::route(post, "/api/experts/{id}/invite", "Asks the expert by mail to confirm the profile",
                    may_edit_expert, invite),
    };
    return all;
}

}  // namespace konbit
