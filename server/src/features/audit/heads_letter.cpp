// SPDX-License-Identifier: Apache-2.0
#include "features/audit/heads_letter.hpp"

#include "db/database.hpp"
#include "features/audit/ledger.hpp"
#include "features/mail/outbox.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::audit {

namespace {

/// Somebody who keeps heads.
struct Keeper {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Keeper::email), field("name", &Keeper::name),
                          field("language", &Keeper::language)};
    }
};

std::vector<Keeper> keepers(db::Session& session, const std::string& to, Instant now) {
    if (!to.empty()) return {{to, "", "en"}};
    return session.query<Keeper>(
        "SELECT DISTINCT a.email, a.name, a.language FROM accounts a JOIN grants g ON g.account_id = a.id"
        " WHERE a.status = 'active' AND g.role = 'administrator' AND g.scope = 'platform'"
        " AND (g.ends_at IS NULL OR g.ends_at > $1) ORDER BY a.email",
        now);
}

std::vector<AuditHead> newest_heads(db::Session& session, Instant now) {
    auto all = heads(session, true);
    const std::string first = utc_date(now - letter_covers_ms).str();
    std::erase_if(all, [&](const AuditHead& each) { return each.day < first; });
    return all;
}

mail::Mail letter_to(const App& app, const Keeper& keeper, const std::string& heads) {
    return {.recipient = keeper.email,
            .recipient_name = keeper.name,
            .subject =
                app.texts.text(keeper.language, "mail.audit_heads.subject", {{"url", app.config.base_url}}),
            .body = app.texts.text(keeper.language, "mail.audit_heads.text",
                                   {{"url", app.config.base_url}, {"heads", heads}}),
            .language = keeper.language};
}

}  // namespace

Result<std::int64_t> mail_heads(App& app, const std::string& to) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<std::int64_t> {
        const std::string text = text_of(newest_heads(session, now));
        if (text.empty()) return 0;
        std::int64_t queued = 0;
        for (const auto& keeper : keepers(session, to, now)) {
            if (!mail::is_address(keeper.email)) continue;
            KONBIT_CHECK(mail::queue_mail(session, app.keys, letter_to(app, keeper, text), now));
            ++queued;
        }
        return queued;
    });
}

void add_heads_letter(jobs::Handlers& handlers, App& app, std::string to) {
    handlers.add("audit_heads",
                 [&app, to = std::move(to)](jobs::JobContext&) -> Result<void> {
                     KONBIT_CHECK(mail_heads(app, to));
                     return {};
                 },
                 {.attempts = 3,
                  .first_delay_ms = minute_ms,
                  .longest_delay_ms = hour_ms,
                  .every_ms = letter_every_ms});
}

}  // namespace konbit::audit
