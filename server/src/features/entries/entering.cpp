// SPDX-License-Identifier: Apache-2.0
#include "features/entries/entering.hpp"

#include "db/database.hpp"
#include "features/entries/entry_store.hpp"
#include "features/links/link_list.hpp"
#include "features/links/link_mail.hpp"
#include "features/links/link_token.hpp"
#include "features/mail/outbox.hpp"
#include "features/pages/words.hpp"

#include <algorithm>

namespace konbit::entries {

namespace {

Result<links::LinkRow> link_of(App& app, const WaveFacilitator& by, const RespondentId& respondent) {
    const auto rows = links::list_with_urls(app, by);
    const auto found = std::ranges::find(rows, respondent, &links::LinkRow::respondent_id);
    if (found == rows.end()) return failure(ErrorCode::not_found, "respondent");
    return *found;
}

mail::Mail letter(const App& app, const links::LinkRow& link, const links::MailContext& context,
                  const Entry& entry) {
    const pages::Words words(app.texts, entry.language);
    const Params params{{"name", link.contact_name.value_or(link.label)},
                        {"member", link.label},
                        {"cluster", context.cluster_name},
                        {"wave", context.wave_title},
                        {"date", words.date(utc_date(*entry.correct_until))},
                        {"url", link.url}};
    const std::string key = entry.mode == AnswerMode::paper ? "mail.entered_paper" : "mail.entered_interview";
    return {.recipient = link.contact_email.value_or(""),
            .recipient_name = link.contact_name.value_or(""),
            .subject = words(key + ".subject", params),
            .body = words(key + ".text", params),
            .language = entry.language};
}

}  // namespace

Result<Entered> enter(App& app, const WaveFacilitator& by, const RespondentId& respondent) {
    const Instant now = app.clock.now();
    const std::string receipt = links::new_reference();
    KONBIT_TRY(const links::LinkRow link, link_of(app, by, respondent));
    const auto context = app.database.read([&](db::Session& db) { return links::mail_context(db, by); });
    return app.database.write([&](db::Session& db) -> Result<Entered> {
        KONBIT_TRY(Entered entered, enter(db, by, respondent, link.contact_email.has_value(), receipt, now));
        if (link.contact_email)
            KONBIT_CHECK(mail::queue_mail(db, app.keys, letter(app, link, context, entered.entry), now));
        return entered;
    });
}

}  // namespace konbit::entries
