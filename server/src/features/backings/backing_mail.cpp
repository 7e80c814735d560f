// SPDX-License-Identifier: Apache-2.0
#include "features/backings/backing_mail.hpp"

#include "features/backings/backing_store.hpp"
#include "features/mail/outbox.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::backings {

namespace {

Result<void> send(db::Session& session, const App& app, const Addressee& to, const std::string& key,
                  Params params, Instant now) {
    params["name"] = to.name;
    KONBIT_CHECK(mail::queue_mail(session, app.keys,
                                  {.recipient = to.email,
                                   .recipient_name = to.name,
                                   .subject = app.texts.text(to.language, key + ".subject"),
                                   .body = app.texts.text(to.language, key + ".text", params),
                                   .language = to.language},
                                  now));
    return {};
}

}  // namespace

Result<void> mail_request(db::Session& session, const App& app, const Backing& backing,
                          const Cluster& cluster, Instant now) {
    for (const auto& judge : judges_of(session, backing)) {
        const Params params{{"cluster", cluster.name},
                            {"purpose", std::string(cluster.description.in(judge.language))},
                            {"url", app.config.base_url + "/app/backings"}};
        KONBIT_CHECK(send(session, app, judge, "mail.backing_request", params, now));
    }
    return {};
}

Result<void> mail_decision(db::Session& session, const App& app, const Backing& backing, Instant now) {
    const auto requester = requester_of(session, backing);
    if (!requester) return {};
    const bool is_confirmed = backing.state == BackingState::confirmed;
    const Params params{{"cluster", session.value<std::string>("SELECT name FROM clusters WHERE id = $1",
                                                               backing.cluster_id)},
                        {"reason", backing.reason.value_or("")},
                        {"url", app.config.base_url + "/app/clusters/" + backing.cluster_id.str()}};
    return send(session, app, *requester, is_confirmed ? "mail.backing_confirmed" : "mail.backing_declined",
                params, now);
}

}  // namespace konbit::backings
