// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/renewal_notices.hpp"

#include "db/database.hpp"
#include "features/agreements/agreement.hpp"
#include "features/mail/outbox.hpp"
#include "features/texts/catalog.hpp"

#include <string>
#include <vector>

namespace konbit::agreements {

namespace {

constexpr int first_notice_days = 90;
constexpr int last_notice_days = 30;

/// An agreement that ends soon.
struct Ending {
    AgreementId id{};
    std::string title;
    Date valid_until{};

    static constexpr auto fields() {
        return std::tuple{field("id", &Ending::id), field("title", &Ending::title),
                          field("valid_until", &Ending::valid_until)};
    }
};

/// Somebody who keeps it.
struct Keeper {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Keeper::email), field("name", &Keeper::name),
                          field("language", &Keeper::language)};
    }
};

std::vector<Ending> endings(db::Session& session, Date today) {
    return session.query<Ending>(
        "SELECT id, title, valid_until FROM agreements WHERE valid_until >= $1 AND valid_until <= $2"
        " ORDER BY valid_until, id",
        today, Date{today.days + first_notice_days});
}

std::vector<Keeper> keepers(db::Session& session, const AgreementId& agreement) {
    return session.query<Keeper>(
        "SELECT DISTINCT p.email, p.name, p.language FROM agreements a"
        " LEFT JOIN organizations o ON o.id = a.organization_id"
        " JOIN grants g ON (g.role = 'facilitator' AND g.scope = 'cluster' AND g.scope_id ="
        " CAST(a.cluster_id AS TEXT)) OR (g.role = 'member' AND g.scope = 'organization' AND g.scope_id ="
        " CAST(a.organization_id AS TEXT)) OR (g.role = 'bso_officer' AND g.scope = 'country' AND"
        " o.kind = 'bso' AND g.scope_id = o.country_code)"
        " JOIN accounts p ON p.id = g.account_id AND p.status = 'active' WHERE a.id = $1 ORDER BY p.email",
        agreement);
}

mail::Mail notice(const App& app, const Ending& ending, const Keeper& keeper, int days_left) {
    const Params params{{"name", keeper.name},
                        {"title", ending.title},
                        {"date", ending.valid_until.str()},
                        {"days", std::to_string(days_left)},
                        {"url", app.config.base_url + "/app/agreements/" + ending.id.str()}};
    return {.recipient = keeper.email,
            .recipient_name = keeper.name,
            .subject = app.texts.text(keeper.language, "mail.agreement_ends.subject"),
            .body = app.texts.text(keeper.language, "mail.agreement_ends.text", params),
            .language = keeper.language};
}

/// Notes the notice and queues its mails; nothing when it was given before.
Result<std::int64_t> tell(App& app, const Ending& ending, Instant now) {
    const int days_left = ending.valid_until.days - utc_date(now).days;
    const int notice_days = days_left <= last_notice_days ? last_notice_days : first_notice_days;
    return app.database.write([&](db::Session& session) -> Result<std::int64_t> {
        const auto noted = session.change(
            "INSERT INTO agreement_notices (agreement_id, valid_until, days_before, noticed_at)"
            " VALUES ($1, $2, $3, $4) ON CONFLICT (agreement_id, valid_until, days_before) DO NOTHING",
            ending.id, ending.valid_until, notice_days, now);
        if (noted == 0) return 0;
        const auto people = keepers(session, ending.id);
        for (const auto& keeper : people)
            KONBIT_CHECK(mail::queue_mail(session, app.keys, notice(app, ending, keeper, days_left), now));
        return static_cast<std::int64_t>(people.size());
    });
}

}  // namespace

Result<std::int64_t> send_renewal_notices(App& app) {
    const Instant now = app.clock.now();
    const auto soon =
        app.database.read([&](db::Session& session) { return endings(session, utc_date(now)); });
    std::int64_t queued = 0;
    for (const auto& ending : soon) {
        KONBIT_TRY(const std::int64_t mails, tell(app, ending, now));
        queued += mails;
    }
    return queued;
}

void add_renewal_notices(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "agreement_notices",
        [&app](jobs::JobContext&) -> Result<void> {
            KONBIT_CHECK(send_renewal_notices(app));
            return {};
        },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

}  // namespace konbit::agreements
