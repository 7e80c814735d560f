// SPDX-License-Identifier: Apache-2.0
#include "features/roles/role_offer_mail.hpp"

#include "db/columns.hpp"
#include "features/accounts/password_link.hpp"
#include "features/mail/outbox.hpp"
#include "features/mail/proof.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/scope_names.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::roles {

namespace {

constexpr std::string_view link_purpose = "konbit-role-offer 1";

/// Somebody who is written to.
struct Addressee {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Addressee::email), field("name", &Addressee::name),
                          field("language", &Addressee::language)};
    }
};

std::optional<Addressee> addressee_of(db::Session& session, const AccountId& account) {
    return session.one<Addressee>(
        "SELECT email, name, language FROM accounts WHERE id = $1 AND status = 'active'", account);
}

Result<void> queue(db::Session& session, const App& app, const Addressee& to, const std::string& key,
                   const Params& params, Instant now) {
    KONBIT_CHECK(mail::queue_mail(session, app.keys,
                                  {.recipient = to.email,
                                   .recipient_name = to.name,
                                   .subject = app.texts.text(to.language, key + ".subject", params),
                                   .body = app.texts.text(to.language, key + ".text", params),
                                   .language = to.language},
                                  now));
    return {};
}

/// The last day of something that ends with it.
std::string last_day(const pages::Words& words, Instant end) { return words.date(utc_date(end - 1)); }

/// "as Facilitator of Windward Cocoa", in the language of the mail.
Params params_of(const App& app, std::string_view language, Role role, const std::string& scope) {
    const pages::Words words(app.texts, language);
    return {{"role", words("grant.role." + std::string(name_of(role)))},
            {"scope", scope.empty() ? words("grant.scope.platform") : scope}};
}

}  // namespace

Result<void> mail_offer(db::Session& session, const App& app, const OpenOffer& open, Instant now) {
    const RoleOffer& offer = open.offer;
    const pages::Words words(app.texts, offer.language);
    Params params = params_of(app, offer.language, offer.role, open.scope_name);
    params["name"] = offer.name;
    params["giver"] = open.giver_name;
    params["opens"] = words("role.opens." + std::string(name_of(offer.role)));
    params["from"] = offer.begins_at ? words.date(utc_date(*offer.begins_at)) : "";
    params["until"] = offer.ends_at ? last_day(words, *offer.ends_at) : "";
    params["url"] =
        app.config.base_url + "/app/offer#" + mail::proof_token(app.keys, link_purpose, offer.id.view());
    const bool ends = offer.purpose == OfferPurpose::role && offer.ends_at;
    const std::string key = "mail.offer_" + std::string(name_of(offer.purpose)) + (ends ? "_until" : "");
    return queue(session, app, {offer.email, offer.name, offer.language}, key, params, now);
}

Result<RoleOfferId> read_token(const App& app, std::string_view token) {
    const auto id = mail::proven_id(app.keys, link_purpose, token);
    const auto offer = id ? RoleOfferId::parse(*id) : std::nullopt;
    if (!offer) return failure(ErrorCode::unauthenticated, "offer_ended");
    return *offer;
}

Result<void> mail_way_in(db::Session& session, const App& app, const Account& account, Instant now) {
    if (account.password_hash) return {};
    return queue(session, app, {account.email, account.name, account.language}, "mail.way_in",
                 {{"name", account.name}, {"url", accounts::password_link(app, account, now)}}, now);
}

Result<void> tell_giver(db::Session& session, const App& app, const OpenOffer& open, std::string_view outcome,
                        Instant now) {
    const auto giver = addressee_of(session, open.offer.offered_by);
    if (!giver) return {};
    Params params = params_of(app, giver->language, open.offer.role, open.scope_name);
    params["name"] = giver->name;
    params["person"] = open.offer.name;
    return queue(session, app, *giver, "mail.offer_" + std::string(outcome), params, now);
}

Result<void> tell_holder(db::Session& session, const App& app, const AccountId& account, const Grant& grant,
                         std::string_view key, Instant now) {
    const auto to = addressee_of(session, account);
    if (!to) return {};
    const pages::Words words(app.texts, to->language);
    Params params = params_of(app, to->language, grant.role, scope_name(session, grant, to->language));
    params["name"] = to->name;
    params["date"] = grant.ends_at ? last_day(words, *grant.ends_at) : "";
    params["url"] = app.config.base_url + "/app/account/roles";
    return queue(session, app, *to, "mail." + std::string(key), params, now);
}

}  // namespace konbit::roles
