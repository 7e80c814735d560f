// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_mail.hpp"

#include "core/codec.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/links/link_token.hpp"
#include "features/pages/words.hpp"

#include <fmt/core.h>

namespace konbit::reminders {

namespace {

constexpr std::size_t key_bytes = 16;

std::string key_of(const App& app, const RespondentId& respondent) {
    const crypto::Key key = app.keys.lasting("reminder stops");
    const std::string message = fmt::format("stop:{}", respondent.view());
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, key_bytes));
}

std::string link_of(const App& app, const Asked& asked) {
    const crypto::Key key = app.keys.derive(links::link_purpose);
    return links::link_url(app.config.base_url, asked.reference,
                           links::link_token(key, asked.respondent_id, asked.link_version));
}

/// What is said of one wave, with a blank line behind it.
std::string words_on(const App& app, const pages::Words& words, const Asked& asked, const Step& step) {
    const Params about{{"cluster", asked.cluster_name}, {"wave", asked.wave_title}, {"member", asked.label}};
    if (step.kind() == ReminderKind::prenotice)
        return words("mail.reminder.prenotice", about) + " " +
               words("mail.reminder.opens", {{"date", words.date(asked.opens_on.value_or(Date{}))}}) + "\n\n";
    std::string text = words("mail.reminder.item", about) + "\n" + link_of(app, asked) + "\n";
    if (asked.closes_at)
        text += words("mail.reminder.closes", {{"date", words.date(utc_date(*asked.closes_at))}}) + "\n";
    return text + "\n";
}

}  // namespace

mail::Mail mail_of(const App& app, const Bundle& bundle) {
    const Asked& first = *bundle.items.front().first;
    const pages::Words words(app.texts, first.language);
    std::string items;
    for (const auto& [asked, step] : bundle.items) items += words_on(app, words, *asked, step);
    const std::string end = stop_url(app, first.respondent_id, first.language);
    return {
        .recipient = bundle.email,
        .recipient_name = first.person.value_or(""),
        .subject = words("mail.reminder.subject", {{"cluster", first.cluster_name}}),
        .body = words("mail.reminder.text",
                      {{"name", first.person.value_or(first.label)}, {"items", items}, {"unsubscribe", end}}),
        .language = first.language,
        .unsubscribe_url = end};
}

std::string stop_url(const App& app, const RespondentId& respondent, std::string_view language) {
    return fmt::format("{}/unsubscribe/reminders/{}?key={}&lang={}", app.config.base_url, respondent.view(),
                       key_of(app, respondent), language);
}

bool may_stop(const App& app, const RespondentId& respondent, std::string_view key) {
    return crypto::equal(key, key_of(app, respondent));
}

}  // namespace konbit::reminders
