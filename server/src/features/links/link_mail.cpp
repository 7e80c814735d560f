// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_mail.hpp"

#include "features/texts/catalog.hpp"

namespace konbit::links {

namespace {

Params params_of(const LinkRow& row, const MailContext& context) {
    return {{"name", row.contact_name.value_or(row.label)},
            {"member", row.label},
            {"cluster", context.cluster_name},
            {"wave", context.wave_title},
            {"url", row.url}};
}

}  // namespace

MailContext mail_context(db::Session& db, const WaveFacilitator& by) {
    return {db.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster()),
            db.value<std::string>("SELECT title FROM waves WHERE id = $1", by.wave())};
}

std::string link_message(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    return texts.text(row.language, "mail.survey_link.message", params_of(row, context));
}

mail::Mail link_mail(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    return {.recipient = row.contact_email.value_or(""),
            .recipient_name = row.contact_name.value_or(""),
            .subject = texts.text(row.language, "mail.survey_link.subject"),
            .body = texts.text(row.language, "mail.survey_link.text", params_of(row, context)),
            .language = row.language};
}

}  // namespace konbit::links
