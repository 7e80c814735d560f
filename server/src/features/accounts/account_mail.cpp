// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_mail.hpp"

#include "features/mail/outbox.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

namespace konbit::accounts {

namespace {

Result<void> send(db::Session& db, const App& app, const Account& account, std::string_view what,
                  const std::string& to, Params params, Instant now) {
    if (!mail::is_address(to)) return {};
    const std::string key = fmt::format("mail.account_{}", what);
    params["name"] = account.name;
    params["email"] = account.email;
    params["time"] = now.str().substr(0, 16);
    params["security_url"] = app.config.base_url + "/app/account/security";
    KONBIT_CHECK(mail::queue_mail(db, app.keys,
                                  {.recipient = to,
                                   .recipient_name = account.name,
                                   .subject = app.texts.text(account.language, key + ".subject"),
                                   .body = app.texts.text(account.language, key + ".text", params),
                                   .language = account.language},
                                  now));
    return {};
}

}  // namespace

Result<void> tell_new_device(db::Session& db, const App& app, const Account& account, std::string_view device,
                             Instant now) {
    const std::string name =
        device.empty() ? app.texts.text(account.language, "session.unknown_device") : std::string(device);
    return send(db, app, account, "new_device", account.email, {{"device", name}}, now);
}

Result<void> tell_changed(db::Session& db, const App& app, const Account& account, std::string_view what,
                          Instant now) {
    return send(db, app, account, what, account.email, {}, now);
}

Result<void> mail_link(db::Session& db, const App& app, const Account& account, std::string_view what,
                       std::string_view page, const std::string& ticket, const std::string& to, Instant now,
                       const Params& params) {
    Params all = params;
    all["url"] = fmt::format("{}/app{}#{}", app.config.base_url, page, ticket);
    return send(db, app, account, what, to, std::move(all), now);
}

}  // namespace konbit::accounts
