// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_mail.hpp"

#include "features/mail/proof.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::starts {

namespace {

constexpr std::string_view link_purpose = "konbit-start-link 1";

}  // namespace

std::string token_of(const App& app, const StartId& id) {
    return mail::proof_token(app.keys, link_purpose, id.view());
}

std::optional<StartId> start_of(const App& app, std::string_view token) {
    const auto id = mail::proven_id(app.keys, link_purpose, token);
    return id ? StartId::parse(*id) : std::nullopt;
}

mail::Mail prove_mail(const App& app, const StartRequest& start) {
    const Params params{{"name", start.person_name},
                        {"cluster", start.name},
                        {"url", app.config.base_url + "/start/prove?token=" + token_of(app, start.id)}};
    return {.recipient = start.email,
            .recipient_name = start.person_name,
            .subject = app.texts.text(start.language, "mail.start_prove.subject"),
            .body = app.texts.text(start.language, "mail.start_prove.text", params),
            .language = start.language};
}

}  // namespace konbit::starts
