// SPDX-License-Identifier: Apache-2.0
#include "features/mail/mail_routes.hpp"

#include "db/database.hpp"
#include "features/mail/mail_page.hpp"
#include "features/permission/policies.hpp"

namespace konbit::mail {

namespace {

constexpr int newest = 100;

Result<http::Response> list(App& app, const http::Request& request) {
    const auto messages = app.database.read([](db::Session& db) { return list_newest(db, newest); });
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words, outbox_page(words, messages));
}

Result<http::Response> show(App& app, const http::Request& request, MailId id) {
    KONBIT_TRY(const OutboxMail stored, app.database.read([&](db::Session& db) { return find(db, id); }));
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words, message_page(words, stored, opened(stored, app.keys)));
}

}  // namespace

std::span<const http::Route<App>> mail_routes() {
    static const std::array all{
        http::route(http::get, "/dev/mail", "Mail of the demonstration, newest first", developing, list),
        http::route(http::get, "/dev/mail/{mail_id}", "One message of the demonstration", developing, show),
    };
    return all;
}

}  // namespace konbit::mail
