// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_store.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/suspensions/suspension_store.hpp"

namespace konbit::reminders {

namespace {

/// No wave asks for longer.
constexpr std::int64_t remembered_ms = 400 * day_ms;

constexpr std::string_view asked_sql = R"(
    SELECT r.id, a.id, a.membership_id, a.label,
           lower(CASE WHEN p.id IS NULL THEN m.contact_email WHEN p.consent <> 'withdrawn' THEN p.email END),
           CASE WHEN p.id IS NULL THEN m.contact_name ELSE p.name END,
           COALESCE(r.language, p.language, m.language, 'en'), a.country_code, COALESCE(k.time_zone, 'UTC'), r.reference,
           r.link_version, r.state, r.mailed_at IS NOT NULL OR r.handed_at IS NOT NULL OR r.state <> 'invited',
           c.name, w.title, w.id, w.state, w.opens_at, w.closes_at, COALESCE(n.state, 'off'), n.opens_on,
           (SELECT max(s.step) FROM reminders_sent s WHERE s.respondent_id = r.id),
           (SELECT max(s.sent_at) FROM reminders_sent s WHERE s.respondent_id = r.id)
    FROM respondents r
    JOIN wave_members a ON a.id = r.wave_member_id
    JOIN waves w ON w.id = r.wave_id
    JOIN clusters c ON c.id = w.cluster_id
    LEFT JOIN reminder_plans n ON n.wave_id = w.id
    LEFT JOIN people p ON p.id = r.person_id
    LEFT JOIN memberships m ON m.id = a.membership_id
    LEFT JOIN countries k ON k.code = a.country_code
    WHERE w.pilot_of IS NULL AND a.listing = 'named' AND )";

struct WrittenTo {
    std::string email;
    Instant at{};
    static constexpr auto fields() {
        return std::tuple{field("email", &WrittenTo::email), field("at", &WrittenTo::at)};
    }
};

/// By reminders and by hand, over all waves: it is one person who reads them.
std::vector<WrittenTo> written_since(db::Session& db, Instant since) {
    return db.query<WrittenTo>(R"(
        SELECT lower(COALESCE(p.email, m.contact_email)), max(x.sent_at)
        FROM (SELECT respondent_id, sent_at FROM reminders_sent WHERE sent_at > $1
              UNION ALL SELECT id, mailed_at FROM respondents WHERE mailed_at > $1) x
        JOIN respondents r ON r.id = x.respondent_id
        JOIN wave_members a ON a.id = r.wave_member_id
        LEFT JOIN memberships m ON m.id = a.membership_id
        LEFT JOIN people p ON p.id = r.person_id
        WHERE COALESCE(p.email, m.contact_email) IS NOT NULL
        GROUP BY lower(COALESCE(p.email, m.contact_email)))",
                               since);
}

std::string hmac_of(const InstallationKeys& keys, std::string_view email) {
    return codec::to_base32(crypto::hmac_sha256(keys.derive("reminder stops").view(), email));
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
    return db.query<Asked>(std::string(asked_sql) +
                           "n.state = 'on' AND w.state IN ('draft', 'open') ORDER BY w.id, a.position");
}

std::vector<Asked> list_asked(db::Session& db, const WaveFacilitator& by) {
    return db.query<Asked>(std::string(asked_sql) + "w.id = $1 ORDER BY a.position", by.wave());
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
    const auto reached = db.one<Reached>(R"(
        SELECT m.id, lower(COALESCE(p.email, m.contact_email))
        FROM respondents r
        JOIN wave_members a ON a.id = r.wave_member_id
        JOIN memberships m ON m.id = a.membership_id
        LEFT JOIN people p ON p.id = r.person_id
        WHERE r.id = $1 AND COALESCE(p.email, m.contact_email) IS NOT NULL)",
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
