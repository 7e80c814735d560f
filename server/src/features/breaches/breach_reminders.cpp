// SPDX-License-Identifier: Apache-2.0
#include "features/breaches/breach_reminders.hpp"

#include "db/database.hpp"
#include "features/breaches/breach_store.hpp"
#include "features/mail/outbox.hpp"
#include "features/pages/words.hpp"

#include <fmt/core.h>

namespace konbit::breaches {

namespace {

struct Keeper {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Keeper::email), field("name", &Keeper::name),
                          field("language", &Keeper::language)};
    }
};

std::vector<Keeper> keepers(db::Session& db) {
    return db.query<Keeper>(R"(
        SELECT DISTINCT a.email, a.name, a.language
        FROM grants g JOIN accounts a ON a.id = g.account_id
        WHERE g.scope = 'platform' AND g.role IN ('administrator', 'regional_editor') AND a.status = 'active'
        ORDER BY a.email)");
}

/// The title names nobody; what happened is read on the page, by whoever signs in.
mail::Mail reminder(const App& app, const Breach& breach, const Keeper& to, BreachStep step) {
    const pages::Words words(app.texts, to.language);
    const auto due = next_due(breach);
    const std::string key = fmt::format("mail.breach_{}", name_of(step));
    const Params params{
        {"name", to.name},
        {"title", breach.title},
        {"due", due ? due->str().substr(0, 16) : ""},
        {"url", fmt::format("{}/app/directory/breaches/{}", app.config.base_url, breach.id.view())}};
    return {.recipient = to.email,
            .recipient_name = to.name,
            .subject = words(key + ".subject"),
            .body = words(key + ".text", params),
            .language = to.language};
}

/// False when that step was told before.
bool note(db::Session& db, const BreachId& breach, BreachStep step, Instant now) {
    return db.change(
               "INSERT INTO breach_reminders (breach_id, step, sent_at) VALUES ($1, $2, $3)"
               " ON CONFLICT (breach_id, step) DO NOTHING",
               breach, step, now) > 0;
}

Result<std::int64_t> remind(App& app, const Breach& breach, Instant now) {
    if (!next_due(breach)) return 0;
    const BreachStep step = step_of(breach, now);
    return app.database.write([&](db::Session& db) -> Result<std::int64_t> {
        if (!note(db, breach.id, step, now)) return 0;
        const auto all = keepers(db);
        for (const auto& to : all)
            KONBIT_CHECK(mail::queue_mail(db, app.keys, reminder(app, breach, to, step), now));
        return static_cast<std::int64_t>(all.size());
    });
}

}  // namespace

BreachStep step_of(const Breach& breach, Instant now) {
    const auto due = next_due(breach);
    if (!due || *due - now > soon_ms) return BreachStep::found;
    return now > *due ? BreachStep::overdue : BreachStep::soon;
}

Result<std::int64_t> send_reminders(App& app) {
    const Instant now = app.clock.now();
    std::int64_t queued = 0;
    for (const auto& breach : app.database.read([](db::Session& db) { return list_open(db); })) {
        KONBIT_TRY(const std::int64_t mails, remind(app, breach, now));
        queued += mails;
    }
    return queued;
}

void add_breach_reminders(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "breach_reminders",
        [&app](jobs::JobContext&) -> Result<void> {
            KONBIT_CHECK(send_reminders(app));
            return {};
        },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms});
}

}  // namespace konbit::breaches
