// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_mail.hpp"

#include "features/mail/proof.hpp"
#include "features/pages/words.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::letters {

namespace {

constexpr std::string_view link_purpose = "konbit-letter-link 1";

/// What the page will say, a line for each fact that is known.
std::string facts_of(const pages::Words& words, const Stub& stub) {
    std::string facts = "- " + stub.name + "\n- " + words.country(stub.country_code) + "\n";
    if (stub.website) facts += "- " + *stub.website + "\n";
    facts += "- " + words("page.stub.source") + " " + stub.source.value_or("");
    if (stub.source_url) facts += ", " + *stub.source_url;
    return facts;
}

}  // namespace

std::string token_of(const App& app, const LetterId& id) {
    return mail::proof_token(app.keys, link_purpose, id.view());
}

std::optional<LetterId> letter_of(const App& app, std::string_view token) {
    const auto id = mail::proven_id(app.keys, link_purpose, token);
    return id ? LetterId::parse(*id) : std::nullopt;
}

mail::Mail mail_of(const App& app, const Letter& letter, const Stub& stub) {
    const pages::Words words(app.texts, letter.language);
    const Params params{{"record", stub.name},
                        {"facts", facts_of(words, stub)},
                        {"date", words.date(letter.due_on)},
                        {"site", app.config.base_url},
                        {"url", app.config.base_url + "/letter?lang=" + letter.language +
                                    "&token=" + token_of(app, letter.id)}};
    return {.recipient = letter.address.value_or(""),
            .recipient_name = stub.name,
            .subject = words("mail.stub_letter.subject", params),
            .body = words("mail.stub_letter.text", params),
            .language = letter.language};
}

mail::Mail answer_mail(const App& app, const Letter& letter, std::string_view record_name,
                       std::string_view email, std::string_view language) {
    const std::string key = "mail.stub_" + std::string(name_of(letter.state));
    const Params params{{"record", std::string(record_name)},
                        {"answer", letter.answer.value_or("")},
                        {"url", app.config.base_url + "/app/directory/stubs"}};
    return {.recipient = std::string(email),
            .recipient_name = "",
            .subject = app.texts.text(language, key + ".subject", params),
            .body = app.texts.text(language, key + ".text", params),
            .language = std::string(language)};
}

}  // namespace konbit::letters
