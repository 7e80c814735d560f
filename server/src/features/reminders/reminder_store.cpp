// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_store.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/links/recipient.hpp"
#include "features/mail/outbox.hpp"
#include "features/suspensions/suspension_store.hpp"

#include <fmt/core.h>

namespace konbit::reminders {

namespace {

/// No wave asks for longer.
constexpr std::int64_t remembered_ms = 400 * day_ms;

/// Those whom waves ask, narrowed by what follows it: `r` the respondent, `w` the member, `v` the wave.
std::string asked_sql() {
    return fmt::format(R"(
    SELECT r.id, w.id, w.membership_id, w.label, lower({}), {}, {}, w.country_code, COALESCE(k.time_zone, 'UTC'),
           r.reference, r.link_version, r.state,
           r.mailed_at IS NOT NULL OR r.handed_at IS NOT NULL OR r.state <> 'invited',
           c.name, v.title, v.id, v.state, v.opens_at, v.closes_at, COALESCE(n.state, 'off'), n.opens_on,
           (SELECT max(s.step) FROM reminders_sent s WHERE s.respondent_id = r.id),
           (SELECT max(s.sent_at) FROM reminders_sent s WHERE s.respondent_id = r.id)
    FROM respondents r
    JOIN wave_members w ON w.id = r.wave_member_id
    JOIN waves v ON v.id = r.wave_id
    JOIN clusters c ON c.id = v.cluster_id
    LEFT JOIN reminder_plans n ON n.wave_id = v.id
    LEFT JOIN countries k ON k.code = w.country_code {}
    WHERE v.pilot_of IS NULL AND {} AND )",
                       links::recipient_email, links::recipient_name, links::recipient_language,
                       links::recipient_joins, links::has_recipient);
}

struct WrittenTo {
    std::string email;
    Instant at{};
    static constexpr auto fields() {
        return std::tuple{field("email", &WrittenTo::email), field("at", &WrittenTo::at)};
    }
};

/// By reminders and by hand, over all waves: it is one person who reads them.
std::vector<WrittenTo> written_since(db::Session& db, Instant since) {
    return db.query<WrittenTo>(fmt::format(R"(
        SELECT lower({0}), max(x.sent_at)
        FROM (SELECT respondent_id, sent_at FROM reminders_sent WHERE sent_at > $1
              UNION ALL SELECT id, mailed_at FROM respondents WHERE mailed_at > $1) x
        JOIN respondents r ON r.id = x.respondent_id
        JOIN wave_members w ON w.id = r.wave_member_id {1}
        WHERE {0} IS NOT NULL
        GROUP BY lower({0}))",
                                           links::recipient_email, links::recipient_joins),
                               since);
}

/// Addresses at which there is nobody, folded.
std::vector<std::string> refused_addresses(db::Session& db) {
    return db.query<std::string>(
        fmt::format("SELECT DISTINCT lower(m.recipient) FROM outbox_mail m"
                    " WHERE m.is_address_refused AND {} IS NOT NULL",
                    fmt::format(mail::address_refused_at, "m.recipient")));
}

std::string hmac_of(const InstallationKeys& keys, std::string_view email) {
    return codec::to_base32(crypto::hmac_sha256(keys.lasting("reminder stops").view(), email));
}

struct Reached {
    MembershipId membership_id{};
    std::string email;
    static constexpr auto fields() {
        return std::tuple{field("membership_id", &Reached::membership_id), field("email", &Reached::email)};
    }
};

}  // namespace

std::vector<Asked> list_asked(db::Session& db, const System&) {
    return db.query<Asked>(asked_sql() +
                           "n.state = 'on' AND v.state IN ('draft', 'open') ORDER BY v.id, w.position");
}

std::vector<Asked> list_asked(db::Session& db, const WaveFacilitator& by) {
    return db.query<Asked>(asked_sql() + "v.id = $1 ORDER BY w.position", by.wave());
}

Circumstances circumstances(db::Session& db, const InstallationKeys& keys, std::span<const Asked> asked,
                            Instant now) {
    Circumstances around;
    around.suspensions = suspensions::list(db, now - remembered_ms);
    for (auto& each : written_since(db, now - week_ms)) around.written_at[each.email] = each.at;
    const auto stops = db.query<std::string>("SELECT address_hmac FROM reminder_stops");
    const std::set<std::string> stopped(stops.begin(), stops.end());
    for (const Asked& each : asked)
        if (each.email && !stopped.empty() && stopped.contains(hmac_of(keys, *each.email)))
            around.stopped.insert(each.respondent_id);
    const auto refused = refused_addresses(db);
    around.refused.insert(refused.begin(), refused.end());
    return around;
}

ReminderPlan find_plan(db::Session& db, const WaveFacilitator& by) {
    auto plan = db.one<ReminderPlan>(
        "SELECT " + db::columns<ReminderPlan>() + " FROM reminder_plans WHERE wave_id = $1", by.wave());
    return plan.value_or(ReminderPlan{.wave_id = by.wave()});
}

Result<ReminderPlan> save_plan(db::Session& db, const WaveFacilitator& by, ReminderPlan plan) {
    plan.wave_id = by.wave();
    const auto changed =
        db.change(R"(
        INSERT INTO reminder_plans (wave_id, state, opens_on, closing_moved_ms, version) VALUES ($1, $2, $3, $4, 2)
        ON CONFLICT (wave_id) DO UPDATE SET state = $2, opens_on = $3, closing_moved_ms = $4,
            version = reminder_plans.version + 1
        WHERE reminder_plans.version = $5)",
                  plan.wave_id, plan.state, plan.opens_on, plan.closing_moved_ms, plan.version);
    if (changed == 0) return failure(ErrorCode::stale, "reminder_plan");
    return find_plan(db, by);
}

void note_sent(db::Session& db, const System&, const Asked& asked, const Step& step, Instant now) {
    db.change(
        "INSERT INTO reminders_sent (respondent_id, step, sent_at) VALUES ($1, $2, $3)"
        " ON CONFLICT DO NOTHING",
        asked.respondent_id, step.number, now);
    if (step.kind() != ReminderKind::prenotice)
        db.change("UPDATE respondents SET mailed_at = $1 WHERE id = $2", now, asked.respondent_id);
}

void stop(db::Session& db, const InstallationKeys& keys, const RespondentId& respondent) {
    const auto reached = db.one<Reached>(fmt::format(R"(
        SELECT m.id, lower({0})
        FROM respondents r
        JOIN wave_members w ON w.id = r.wave_member_id {1}
        WHERE r.id = $1 AND m.id IS NOT NULL AND {0} IS NOT NULL)",
                                                     links::recipient_email, links::recipient_joins),
                                         respondent);
    if (!reached) return;
    db.change(
        "INSERT INTO reminder_stops (membership_id, address_hmac) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        reached->membership_id, hmac_of(keys, reached->email));
}

void forget(db::Session& db, const MembershipId& membership) {
    db.change("DELETE FROM reminder_stops WHERE membership_id = $1", membership);
    db.change(R"(
        DELETE FROM reminders_sent WHERE respondent_id IN (
            SELECT r.id FROM respondents r JOIN wave_members a ON a.id = r.wave_member_id
            WHERE a.membership_id = $1))",
              membership);
}

}  // namespace konbit::reminders
