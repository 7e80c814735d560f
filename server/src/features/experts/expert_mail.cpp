// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_mail.hpp"

#include "features/experts/expert_link.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::experts {

namespace {

std::string personal_url(const App& app, const Expert& expert) {
    const auto token = link_token(app.keys.derive(link_purpose), expert.id, expert.link_version);
    return link_url(app.config.base_url, expert.id, token);
}

mail::Mail mail_to(const App& app, const Expert& expert, const std::string& key, const Params& params) {
    return {.recipient = expert.contact_email,
            .recipient_name = expert.name,
            .subject = app.texts.text(expert.mail_language, key + ".subject"),
            .body = app.texts.text(expert.mail_language, key + ".text", params),
            .language = expert.mail_language};
}

}  // namespace

mail::Mail invitation_mail(const App& app, const Expert& expert) {
    return mail_to(app, expert, "mail.expert_invitation",
                   {{"name", expert.name}, {"url", personal_url(app, expert)}});
}

mail::Mail relay_mail(const App& app, const Expert& expert, const Message& message) {
    return mail_to(app, expert, "mail.expert_message",
                   {{"name", expert.name},
                    {"sender", message.sender_name},
                    {"email", message.sender_email},
                    {"text", message.text},
                    {"url", personal_url(app, expert)}});
}

}  // namespace konbit::experts
