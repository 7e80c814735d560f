// SPDX-License-Identifier: Apache-2.0
#include "features/rights/departures.hpp"

#include "db/database.hpp"
#include "features/mail/outbox.hpp"
#include "features/pages/words.hpp"
#include "features/rights/retention.hpp"

#include <fmt/core.h>

#include <string>
#include <vector>

namespace konbit::rights {

namespace {

/// A cluster whose waves hold names, and when the last of them ended.
struct Departure {
    ClusterId cluster_id{};
    std::string cluster;
    Instant last_end{};

    Instant leaves_at() const { return last_end + names_kept_ms; }

    static constexpr auto fields() {
        return std::tuple{field("cluster_id", &Departure::cluster_id), field("cluster", &Departure::cluster),
                          field("last_end", &Departure::last_end)};
    }
};

/// Who runs the cluster.
struct Told {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Told::email), field("name", &Told::name),
                          field("language", &Told::language)};
    }
};

/// As list_outlived() in retention.cpp: invented waves keep their names.
std::vector<Departure> list_departures(db::Session& db, std::string_view condition,
                                       const std::optional<ClusterId>& cluster) {
    return db.query<Departure>(fmt::format(R"(
        SELECT w.cluster_id, c.name, max(COALESCE(w.closed_at, w.opens_at))
        FROM waves w JOIN clusters c ON c.id = w.cluster_id
        WHERE w.pilot_of IS NULL AND w.state <> 'draft' AND {}
        GROUP BY w.cluster_id, c.name
        HAVING max(CASE WHEN w.state = 'open' THEN 1 ELSE 0 END) = 0
           AND EXISTS (SELECT 1 FROM wave_members m JOIN waves v ON v.id = m.wave_id
                       WHERE v.cluster_id = w.cluster_id AND v.pilot_of IS NULL AND v.state <> 'draft'
                         AND NOT v.is_demo AND m.listing = 'named')
        ORDER BY w.cluster_id)",
                                           condition),
                               cluster);
}

bool is_soon(Instant leaves_at, Instant now) { return leaves_at - now <= told_before_ms; }

std::vector<Told> facilitators_of(db::Session& db, const ClusterId& cluster) {
    return db.query<Told>(R"(
        SELECT a.email, a.name, a.language
        FROM grants g JOIN accounts a ON a.id = g.account_id
        WHERE g.role = 'facilitator' AND g.scope = 'cluster' AND g.scope_id = $1 AND a.status = 'active'
        ORDER BY a.email)",
                          cluster.view());
}

mail::Mail notice(const App& app, const Departure& departure, const Told& told) {
    const pages::Words words(app.texts, told.language);
    const Params params{
        {"name", told.name},
        {"cluster", departure.cluster},
        {"date", words.date(utc_date(departure.leaves_at()))},
        {"url", fmt::format("{}/app/clusters/{}/waves", app.config.base_url, departure.cluster_id.view())}};
    return {.recipient = told.email,
            .recipient_name = told.name,
            .subject = words("mail.names_leave.subject", params),
            .body = words("mail.names_leave.text", params),
            .language = told.language};
}

/// False when this day was told before.
bool note(db::Session& db, const Departure& departure, Instant now) {
    return db.change(R"(
        INSERT INTO departure_notices (cluster_id, leaves_at, told_at) VALUES ($1, $2, $3)
        ON CONFLICT (cluster_id) DO UPDATE SET leaves_at = excluded.leaves_at, told_at = excluded.told_at
        WHERE departure_notices.leaves_at <> excluded.leaves_at)",
                     departure.cluster_id, departure.leaves_at(), now) > 0;
}

Result<std::int64_t> tell(App& app, const Departure& departure, Instant now) {
    return app.database.write([&](db::Session& db) -> Result<std::int64_t> {
        const auto people = facilitators_of(db, departure.cluster_id);
        if (people.empty() || !note(db, departure, now)) return 0;
        for (const auto& told : people)
            KONBIT_CHECK(mail::queue_mail(db, app.keys, notice(app, departure, told), now));
        return static_cast<std::int64_t>(people.size());
    });
}

}  // namespace

std::optional<Instant> names_leave_at(db::Session& db, const ClusterId& cluster) {
    const auto found = list_departures(db, "w.cluster_id = $1", cluster);
    return found.empty() ? std::nullopt : std::optional(found.front().leaves_at());
}

std::optional<Instant> names_leave_soon_at(db::Session& db, const ClusterId& cluster, Instant now) {
    const auto at = names_leave_at(db, cluster);
    return at && is_soon(*at, now) ? at : std::nullopt;
}

Result<std::int64_t> send_departure_notices(App& app) {
    const Instant now = app.clock.now();
    const auto all = app.database.read(
        [](db::Session& db) { return list_departures(db, "CAST($1 AS TEXT) IS NULL", std::nullopt); });
    std::int64_t queued = 0;
    for (const auto& departure : all) {
        if (!is_soon(departure.leaves_at(), now)) continue;
        KONBIT_TRY(const std::int64_t mails, tell(app, departure, now));
        queued += mails;
    }
    return queued;
}

void add_departure_notices(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "departure_notices",
        [&app](jobs::JobContext&) -> Result<void> {
            KONBIT_CHECK(send_departure_notices(app));
            return {};
        },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

}  // namespace konbit::rights
