// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_mail.hpp"

#include "features/texts/catalog.hpp"

namespace konbit::links {

mail::Mail link_mail(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    const Params params{{"name", row.contact_name.value_or(row.label)},
                        {"member", row.label},
                        {"cluster", context.cluster_name},
                        {"wave", context.wave_title},
                        {"url", row.url}};
    return {.recipient = row.contact_email.value_or(""),
            .recipient_name = row.contact_name.value_or(""),
            .subject = texts.text(row.language, "mail.survey_link.subject"),
            .body = texts.text(row.language, "mail.survey_link.text", params),
            .language = row.language};
}

}  // namespace konbit::links
