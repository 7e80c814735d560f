// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/own_data_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/erasures/settling.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/own_data/own_data.hpp"
#include "features/own_data/own_data_link.hpp"
#include "features/pages/words.hpp"
#include "features/people/erasure.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

#include <array>

namespace konbit::own_data {

namespace {

/// Where somebody reads mail.
struct Address {
    std::string email;
    std::string language = "en";  ///< Of the mail.

    static constexpr auto fields() {
        return std::tuple{field("email", &Address::email), field("language", &Address::language).defaulted()};
    }
};

struct OwnDataLink {
    std::string token;  ///< What stands behind the # of the mailed link.

    static constexpr auto fields() { return std::tuple{field("token", &OwnDataLink::token)}; }
};

/// What was erased of somebody without an account: one receipt for each entry.
struct Receipts {
    std::vector<ErasureReceipt> items;

    static constexpr auto fields() { return std::tuple{field("items", &Receipts::items, Access::read_only)}; }
};

OwnData of_account(App& app, const SignedIn& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return collect(db, subject_of(db, by), now); });
}

http::Answer<OwnData> secretly(OwnData data) { return {.value = std::move(data), .has_secrets = true}; }

Result<http::Answer<OwnData>> show(App& app, const SignedIn& by) { return secretly(of_account(app, by)); }

Result<http::Response> download(App& app, const SignedIn& by) {
    auto file = http::download(to_csv(of_account(app, by)), "text/csv; charset=utf-8", "konbit.csv");
    file.has_secrets = true;
    return file;
}

Result<http::Answer<OwnData>> show_of_link(App& app, const Respondent& by) {
    const Instant now = app.clock.now();
    return secretly(app.database.read([&](db::Session& db) { return collect(db, subject_of(by), now); }));
}

Result<void> mail_link(db::Session& db, const App& app, const Address& to, Instant now) {
    const std::string folded = accounts::folded_email(to.email);
    // Nobody is written to who is not known here; and whoever asks is not told which.
    if (!mail::is_address(to.email) || list_holdings(db, subject_of_address(db, folded)).empty()) return {};
    const pages::Words words(app.texts, to.language);
    const auto token = link_token(folded, now, app.keys.derive(link_purpose));
    const Params params{{"url", fmt::format("{}/app/own-data#{}", app.config.base_url, token)}};
    KONBIT_CHECK(mail::queue_mail(db, app.keys,
                                  {.recipient = to.email,
                                   .recipient_name = "",
                                   .subject = words("mail.own_data.subject"),
                                   .body = words("mail.own_data.text", params),
                                   .language = to.language},
                                  now));
    return {};
}

Result<http::NoContent> ask_by_mail(App& app, const http::Request& request, Create<Address> to,
                                    const Viewer&) {
    KONBIT_CHECK(app.limits.admit_account_mail(request.client, accounts::folded_email(to.email)));
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return mail_link(db, app, to, now); }));
    return http::NoContent{};
}

Result<std::string> proven_address(App& app, const http::Request& request, const OwnDataLink& link) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    return read_link(link.token, app.clock.now(), app.keys);
}

Result<http::Answer<OwnData>> show_by_mail(App& app, const http::Request& request, Create<OwnDataLink> link,
                                           const Viewer&) {
    KONBIT_TRY(const std::string address, proven_address(app, request, link));
    const Instant now = app.clock.now();
    return secretly(app.database.read(
        [&](db::Session& db) { return collect(db, subject_of_address(db, address), now); }));
}

Result<Receipts> erase_by_mail(App& app, const http::Request& request, Create<OwnDataLink> link,
                               const Viewer&) {
    KONBIT_TRY(const std::string address, proven_address(app, request, link));
    const Instant now = app.clock.now();
    KONBIT_TRY(Receipts receipts, app.database.write([&](db::Session& db) -> Result<Receipts> {
        return Receipts{people::erase_by_address(db, app.keys, address, now)};
    }));
    erasures::settle_or_log(app);
    return receipts;
}

}  // namespace

}  // namespace konbit::own_data

namespace konbit {

std::span<const http::Route<App>> own_data_routes() {
    using namespace own_data;
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/data", "Everything that is held about whoever asks", signed_in, show),
        route(http::get, "/api/account/data.csv", "The same as a table", signed_in, download),
        route(http::get, "/api/rights/data", "Everything that is held about the holder of a personal link",
              answering, show_of_link),
        route(http::post, "/api/own_data/link",
              "Mails a link to everything that is held about an address, if anything is", anyone,
              ask_by_mail),
        route(http::post, "/api/own_data/read", "Everything that is held about the address of a mailed link",
              anyone, show_by_mail),
        route(http::post, "/api/own_data/erase",
              "Erases the entries with the address of a mailed link that no account is linked to", anyone,
              erase_by_mail),
    };
    return all;
}

}  // namespace konbit
