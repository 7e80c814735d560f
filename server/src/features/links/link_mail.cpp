// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_mail.hpp"

#include "db/columns.hpp"
#include "features/pages/words.hpp"
#include "features/surveys/wave_rules.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

namespace konbit::links {

namespace {

Params params_of(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    Params params{{"name", row.contact_name.value_or(row.label)},
                  {"member", row.label},
                  {"cluster", context.cluster_name},
                  {"wave", context.wave_title},
                  {"url", row.url}};
    if (context.reply_until)
        params.emplace("date", pages::Words(texts, row.language).date(utc_date(*context.reply_until)));
    return params;
}

/// "mail.survey_link.…" while members are asked, "mail.survey_reply.…" once they may look and correct.
std::string text_key(const MailContext& context, std::string_view part) {
    return fmt::format("mail.survey_{}.{}", context.reply_until ? "reply" : "link", part);
}

}  // namespace

MailContext mail_context(db::Session& db, const WaveFacilitator& by) {
    const auto wave = db.one<Wave>("SELECT " + db::columns<Wave>() + " FROM waves WHERE id = $1", by.wave());
    return {db.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster()),
            wave ? wave->title : "", wave ? surveys::end_of_reply(*wave) : std::nullopt};
}

std::string link_message(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    return texts.text(row.language, text_key(context, "message"), params_of(texts, row, context));
}

mail::Mail link_mail(const Catalog& texts, const LinkRow& row, const MailContext& context) {
    return {.recipient = row.contact_email.value_or(""),
            .recipient_name = row.contact_name.value_or(""),
            .subject = texts.text(row.language, text_key(context, "subject")),
            .body = texts.text(row.language, text_key(context, "text"), params_of(texts, row, context)),
            .language = row.language};
}

}  // namespace konbit::links
