// SPDX-License-Identifier: Apache-2.0
#include "features/roles/role_job.hpp"

#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/deputies/deputy_store.hpp"
#include "features/joins/join_store.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/grant.hpp"
#include "features/roles/held_role_store.hpp"
#include "features/roles/role_offer_mail.hpp"
#include "features/roles/role_offer_store.hpp"
#include "features/texts/catalog.hpp"

namespace konbit::roles {

namespace {

/// Requests, offers and deputies stay visible for a month after their time.
constexpr std::int64_t kept_ms = 30 * day_ms;

/// False when it was told before.
bool note(db::Session& session, const Grant& grant, int days_before) {
    return session.change(
               "INSERT INTO grant_notices (grant_id, ends_at, days_before) VALUES ($1, $2, $3)"
               " ON CONFLICT (grant_id, ends_at, days_before) DO NOTHING",
               grant.id, grant.ends_at, static_cast<std::int64_t>(days_before)) > 0;
}

Result<std::int64_t> tell(App& app, const Grant& grant, Instant now) {
    const int days = *grant.ends_at - now <= last_notice_days * day_ms ? last_notice_days : first_notice_days;
    return app.database.write([&](db::Session& session) -> Result<std::int64_t> {
        if (!note(session, grant, days)) return 0;
        KONBIT_CHECK(tell_holder(session, app, grant.account_id, grant, "role_ends", now));
        if (!grant.given_by) return 1;
        KONBIT_CHECK(tell_holder(session, app, *grant.given_by, grant, "given_role_ends", now));
        return 2;
    });
}

/// A cluster that somebody ran, and nobody does.
struct Orphan {
    ClusterId id{};
    std::string name;

    static constexpr auto fields() {
        return std::tuple{field("id", &Orphan::id), field("name", &Orphan::name)};
    }
};

constexpr std::string_view without_facilitator =
    "c.claim = 'claimed' AND NOT c.is_demo AND NOT EXISTS (SELECT 1 FROM grants g"
    " JOIN accounts a ON a.id = g.account_id AND a.status = 'active' WHERE g.role = 'facilitator'"
    " AND g.scope = 'cluster' AND g.scope_id = CAST(c.id AS TEXT))";

std::vector<joins::Decider> those_behind(db::Session& session, const ClusterId& cluster) {
    auto people = session.query<joins::Decider>(
        "SELECT DISTINCT a.email, a.name, a.language FROM backings b"
        " JOIN grants g ON g.scope = 'organization' AND g.role IN ('member', 'bso_officer')"
        " AND g.scope_id = CAST(b.organization_id AS TEXT)"
        " JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
        " WHERE b.cluster_id = $1 AND b.state = 'confirmed' ORDER BY a.email",
        cluster);
    if (!people.empty()) return people;
    return session.query<joins::Decider>(
        "SELECT DISTINCT a.email, a.name, a.language FROM accounts a JOIN grants g ON g.account_id = a.id"
        " WHERE a.status = 'active' AND ((g.scope = 'country' AND g.role IN ('national', 'bso_officer')"
        " AND g.scope_id = (SELECT c.country_code FROM clusters c WHERE c.id = $1))"
        " OR (g.scope = 'platform' AND g.role IN ('regional_editor', 'administrator'))) ORDER BY a.email",
        cluster);
}

mail::Mail orphan_mail(const App& app, const Orphan& orphan, const joins::Decider& to) {
    const Params params{{"name", to.name},
                        {"cluster", orphan.name},
                        {"url", app.config.base_url + "/app/roles/cluster/" + orphan.id.str()}};
    return {.recipient = to.email,
            .recipient_name = to.name,
            .subject = app.texts.text(to.language, "mail.cluster_orphaned.subject", params),
            .body = app.texts.text(to.language, "mail.cluster_orphaned.text", params),
            .language = to.language};
}

}  // namespace

Result<std::int64_t> tell_ending(App& app) {
    const Instant now = app.clock.now();
    const auto ending = app.database.read([&](db::Session& session) {
        return session.query<Grant>("SELECT " + db::columns<Grant>() +
                                        " FROM grants WHERE ends_at > $1 AND ends_at <= $2 ORDER BY id",
                                    now, now + first_notice_days * day_ms);
    });
    std::int64_t queued = 0;
    for (const auto& grant : ending) {
        KONBIT_TRY(const std::int64_t mails, tell(app, grant, now));
        queued += mails;
    }
    return queued;
}

Result<std::int64_t> tell_orphaned(App& app) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<std::int64_t> {
        // A cluster that found somebody and loses them again is told of anew.
        session.change(
            "DELETE FROM orphan_notices WHERE cluster_id NOT IN (SELECT c.id FROM clusters c WHERE " +
            std::string(without_facilitator) + ")");
        const auto orphans = session.query<Orphan>(
            "SELECT c.id, c.name FROM clusters c WHERE " + std::string(without_facilitator) +
            " AND c.id NOT IN (SELECT cluster_id FROM orphan_notices) ORDER BY c.id");
        std::int64_t queued = 0;
        for (const auto& orphan : orphans) {
            session.change("INSERT INTO orphan_notices (cluster_id, told_at) VALUES ($1, $2)", orphan.id,
                           now);
            for (const auto& each : those_behind(session, orphan.id)) {
                KONBIT_CHECK(mail::queue_mail(session, app.keys, orphan_mail(app, orphan, each), now));
                ++queued;
            }
        }
        return queued;
    });
}

Result<void> tidy(App& app) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        retire_expired(session, now);
        remove_expired(session, now - kept_ms);
        joins::remove_old(session, now - 3 * kept_ms);
        deputies::remove_ended(session, now - kept_ms);
        return {};
    });
}

void add_role_job(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "roles",
        [&app](jobs::JobContext&) -> Result<void> {
            KONBIT_CHECK(tell_ending(app));
            KONBIT_CHECK(tell_orphaned(app));
            return tidy(app);
        },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms});
}

}  // namespace konbit::roles
