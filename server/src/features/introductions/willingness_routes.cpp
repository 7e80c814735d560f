// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/introductions/introduction_mail.hpp"
#include "features/introductions/introduction_routes.hpp"
#include "features/introductions/willingness.hpp"
#include "features/limits.hpp"
#include "features/pages/form_parts.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

namespace konbit::introductions {

namespace {

using html::attr;
using html::cls;
using html::el;

Result<IntroductionWillingness> show(App& app, MembershipId member, const StatementReader&) {
    return app.database.read([&](db::Session& db) { return find_willingness(db, member); });
}

Result<IntroductionWillingness> say(App& app, MembershipId member, const StatementReader&,
                                    Create<IntroductionWillingness> wanted) {
    const Instant now = app.clock.now();
    app.database.write([&](db::Session& db) { set_willing(db, member, wanted.is_willing, now); });
    return IntroductionWillingness{wanted.is_willing};
}

Result<MembershipId> own_membership(db::Session& db, const Respondent& by) {
    const auto member = membership_of(db, by);
    if (!member) return failure(ErrorCode::not_found, "membership");
    return *member;
}

Result<IntroductionWillingness> show_own(App& app, const Respondent& by) {
    return app.database.read([&](db::Session& db) -> Result<IntroductionWillingness> {
        KONBIT_TRY(const MembershipId member, own_membership(db, by));
        return find_willingness(db, member);
    });
}

Result<IntroductionWillingness> say_own(App& app, const Respondent& by,
                                        Create<IntroductionWillingness> wanted) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<IntroductionWillingness> {
        KONBIT_TRY(const MembershipId member, own_membership(db, by));
        set_willing(db, member, wanted.is_willing, now);
        return IntroductionWillingness{wanted.is_willing};
    });
}

/// To whoever does not hold the address of the message there is no such page.
Result<void> admitted(App& app, const http::Request& request, const IntroductionId& id,
                      IntroductionSide side) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    if (!may_decline(app, id, side, request.query.first("key")))
        return failure(ErrorCode::not_found, "no_such_address");
    return {};
}

html::Html decline_form(const http::Request& request, const pages::Words& words, bool wants_none) {
    const std::string target = wants_none ? request.target + "&none=1" : request.target;
    return el("form", attr("method", "post"), attr("action", target),
              el("button", cls(wants_none ? "k-button k-button-quiet" : "k-button"),
                 words(wants_none ? "page.decline_introduction.never" : "page.decline_introduction.now")));
}

/// Only asks: programs that look at the links of a mail must not decline anything.
Result<http::Response> ask(App& app, IntroductionId id, IntroductionSide side, const Viewer&,
                           const http::Request& request) {
    KONBIT_CHECK(admitted(app, request, id, side));
    const auto words = pages::words_for(app, request);
    return pages::page(
        app, request, words,
        pages::form_page(request.path, words("page.decline_introduction.title"),
                         el("p", cls("k-lead"), words("page.decline_introduction.text")) +
                             decline_form(request, words, false) + decline_form(request, words, true)));
}

Result<http::Response> decline_now(App& app, IntroductionId id, IntroductionSide side, const Viewer&,
                                   http::Body<1024>, const http::Request& request) {
    KONBIT_CHECK(admitted(app, request, id, side));
    const Instant now = app.clock.now();
    const bool wants_none = request.query.first("none") == "1";
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return decline(db, id, side, wants_none, now); }));
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words,
                       pages::form_page(request.path, words("page.declined_introduction.title"),
                                        el("p", cls("k-lead"), words("page.declined_introduction.text"))));
}

}  // namespace

}  // namespace konbit::introductions

namespace konbit {

std::span<const http::Route<App>> willingness_routes() {
    using namespace introductions;
    using http::route;
    static const std::array all{
        route(http::get, "/api/memberships/{id}/introductions",
              "Whether a member may be introduced to others", may_read_statement, show),
        route(http::put, "/api/memberships/{id}/introductions",
              "Says whether a member may be introduced to others", may_read_statement, say),
        route(http::get, "/api/answer/introductions", "Whether the respondent may be introduced to others",
              answering, show_own),
        route(http::put, "/api/answer/introductions", "Says whether it may be introduced to others",
              answering, say_own),
        route(http::get, "/introductions/{introduction_id}/{side}", "Asks whether to decline an introduction",
              anyone, ask),
        route(http::post, "/introductions/{introduction_id}/{side}", "Declines an introduction", anyone,
              decline_now),
    };
    return all;
}

}  // namespace konbit
