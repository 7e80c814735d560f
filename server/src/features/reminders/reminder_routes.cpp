// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_routes.hpp"

#include "db/database.hpp"
#include "features/limits.hpp"
#include "features/pages/form_parts.hpp"
#include "features/permission/policies.hpp"
#include "features/reminders/reminder_desk.hpp"
#include "features/reminders/reminder_mail.hpp"

namespace konbit::reminders {

namespace {

using html::attr;
using html::cls;
using html::el;

ReminderDesk desk(App& app, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return desk_of(db, app.keys, by, now); });
}

Result<ReminderDesk> show(App& app, WaveId, const WaveFacilitator& by) { return desk(app, by); }

Result<ReminderDesk> change(App& app, WaveId, const WaveFacilitator& by, Patch<ReminderPlan> patch) {
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const ReminderPlan wanted, patch.onto(find_plan(db, by)));
        KONBIT_CHECK(save_plan(db, by, wanted));
        return {};
    }));
    return desk(app, by);
}

Result<ReminderDesk> move(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return move_end(db, app.keys, by, now); }));
    return desk(app, by);
}

/// To whoever does not hold the address of the mail there is no such page.
Result<void> admitted(App& app, const http::Request& request, const RespondentId& respondent) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    if (!may_stop(app, respondent, request.query.first("key")))
        return failure(ErrorCode::not_found, "no_such_address");
    return {};
}

/// Only asks: programs that look at the links of a mail must not end anything.
Result<http::Response> ask_to_stop(App& app, RespondentId respondent, const Viewer&,
                                   const http::Request& request) {
    KONBIT_CHECK(admitted(app, request, respondent));
    const auto words = pages::words_for(app, request);
    return pages::page(
        app, request, words,
        pages::form_page(request.path, words("page.stop_reminders.title"),
                         el("p", cls("k-lead"), words("page.stop_reminders.text")) +
                             el("form", attr("method", "post"), attr("action", request.target),
                                el("button", cls("k-button"), words("page.stop_reminders.go")))));
}

/// One click, without signing in: what RFC 8058 lets a mail program do for its reader.
Result<http::Response> stop_now(App& app, RespondentId respondent, const Viewer&, http::Body<1024>,
                                const http::Request& request) {
    KONBIT_CHECK(admitted(app, request, respondent));
    app.database.write([&](db::Session& db) { stop(db, app.keys, respondent); });
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words,
                       pages::form_page(request.path, words("page.stopped_reminders.title"),
                                        el("p", cls("k-lead"), words("page.stopped_reminders.text"))));
}

}  // namespace

}  // namespace konbit::reminders

namespace konbit {

std::span<const http::Route<App>> reminder_routes() {
    using namespace reminders;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/reminders", "What members will be sent when, without addresses",
              may_facilitate_wave, show),
        route(http::patch, "/api/waves/{id}/reminders", "Turns reminders on or off, or holds them",
              may_facilitate_wave, change),
        route(http::post, "/api/waves/{id}/reminders/move_closing",
              "Gives back by a later end what suspended countries lost", may_facilitate_wave, move),
        route(http::get, "/unsubscribe/reminders/{respondent_id}", "Asks whether to end reminders", anyone,
              ask_to_stop),
        route(http::post, "/unsubscribe/reminders/{respondent_id}", "Ends the reminders to an address",
              anyone, stop_now),
    };
    return all;
}

}  // namespace konbit
