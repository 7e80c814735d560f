// SPDX-License-Identifier: Apache-2.0
#include "features/own_network/own_network_routes.hpp"

#include "db/database.hpp"
#include "features/answers/answering.hpp"
#include "features/answers/consent_log.hpp"
#include "features/links/link_store.hpp"
#include "features/own_network/contact_store.hpp"
#include "features/own_network/ideas.hpp"
#include "features/own_network/reply.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/wave_rules.hpp"

#include <array>

namespace konbit::own_network {

namespace {

struct AskingDevice {
    std::string device;  ///< The name that it made for itself.

    static constexpr auto fields() { return std::tuple{field("device", &AskingDevice::device).defaulted()}; }
};

struct Sharing {
    bool is_shared = false;

    static constexpr auto fields() { return std::tuple{field("is_shared", &Sharing::is_shared)}; }
};

Result<OwnNetwork> network_of(db::Session& db, const Respondent& by, const Choice& choice,
                              std::string_view device, Instant now) {
    const auto invited = links::find_invited(db, by.respondent());
    if (!invited) return failure(ErrorCode::not_found, "respondent");
    OwnNetwork network;
    network.is_shared = is_shared(db, by);
    network.may_reply = answers::standing_for_reply(db, by, now).has_value();
    network.reply_until = surveys::end_of_reply(invited->wave);
    network.has_replied = has_replied(db, by);
    network.contacts = list_contacts(db, by);
    network.since = find_own_change(db, by);
    network.ideas = find_ideas(db, by, network.contacts, choice);
    network.corrections = list_corrections(db, by, device);
    return network;
}

Result<http::Answer<OwnNetwork>> show(App& app, const Respondent& by, http::Query<AskingDevice> asking) {
    const Instant now = app.clock.now();
    const Choice choice{answers::order_seed(app, by.respondent()), utc_date(now)};
    KONBIT_TRY(OwnNetwork network, app.database.read([&](db::Session& db) {
        return network_of(db, by, choice, asking.device, now);
    }));
    return http::Answer<OwnNetwork>{.value = std::move(network), .has_secrets = true};
}

Result<http::NoContent> done(Result<void> outcome) {
    KONBIT_CHECK(std::move(outcome));
    return http::NoContent{};
}

Result<http::NoContent> share(App& app, const Respondent& by, Create<Sharing> wanted) {
    const Instant now = app.clock.now();
    return done(app.database.write([&](db::Session& db) -> Result<void> {
        if (is_shared(db, by) == wanted.is_shared) return {};
        KONBIT_CHECK(set_shared(db, by, wanted.is_shared));
        answers::log_consent(db, app.texts, by, now);
        return {};
    }));
}

Result<http::NoContent> put_correction(App& app, QuestionId question, WaveMemberId alter,
                                       const Respondent& by, Create<answers::Tap> tap) {
    return done(correct(app, by, question, alter, tap));
}

Result<http::NoContent> put_dispute(App& app, QuestionId question, WaveMemberId namer, const Respondent& by) {
    const Instant now = app.clock.now();
    return done(app.database.write([&](db::Session& db) { return dispute(db, by, question, namer, now); }));
}

Result<http::NoContent> remove_dispute(App& app, QuestionId question, WaveMemberId namer,
                                       const Respondent& by) {
    const Instant now = app.clock.now();
    return done(
        app.database.write([&](db::Session& db) { return withdraw_dispute(db, by, question, namer, now); }));
}

Result<http::NoContent> confirm(App& app, const Respondent& by) {
    const Instant now = app.clock.now();
    return done(app.database.write([&](db::Session& db) { return reply(db, by, now); }));
}

}  // namespace

}  // namespace konbit::own_network

namespace konbit {

std::span<const http::Route<App>> own_network_routes() {
    using namespace own_network;
    using http::route;
    static const std::array all{
        route(http::get, "/api/answer/network", "The respondent's own network, its change, and three ideas",
              answering, show),
        route(http::put, "/api/answer/network/sharing",
              "Whether members whom the respondent named may see that, where they allow the same", answering,
              share),
        route(http::put, "/api/answer/network/corrections/{question_id}/{alter_id}",
              "Corrects an own answer after closing", answering, put_correction),
        route(http::put, "/api/answer/network/disputes/{question_id}/{alter_id}",
              "Says that being named by a member would be wrong", answering, put_dispute),
        route(http::remove, "/api/answer/network/disputes/{question_id}/{alter_id}", "Takes that back",
              answering, remove_dispute),
        route(http::post, "/api/answer/network/reply", "Says that everything is right", answering, confirm),
    };
    return all;
}

}  // namespace konbit
