// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/letter_job.hpp"

#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/mail/outbox.hpp"
#include "features/reminders/quiet_hours.hpp"
#include "features/suspensions/suspension_store.hpp"

#include <algorithm>

namespace konbit::introductions {

namespace {

struct WaitingLetter {
    IntroductionId introduction_id{};
    IntroductionSide side = IntroductionSide::one;

    static constexpr auto fields() {
        return std::tuple{field("introduction_id", &WaitingLetter::introduction_id),
                          field("side", &WaitingLetter::side)};
    }
};

/// The letter if it is still to be sent.
std::optional<Letter> find_letter(db::Session& db, const App& app, const WaitingLetter& waiting) {
    const auto introduction =
        db.one<Introduction>("SELECT " + db::columns<Introduction>() + " FROM introductions WHERE id = $1",
                             waiting.introduction_id);
    if (!introduction || introduction->state == IntroductionState::declined) return std::nullopt;
    for (auto& letter : letters_of(db, app, *introduction))
        if (letter.message.side == waiting.side && letter.message.has_address) return std::move(letter);
    return std::nullopt;
}

bool may_write(db::Session& db, const Letter& letter, const suspensions::ByCountry& suspended, Instant now) {
    const auto zone = db.value<std::string>(
        "SELECT COALESCE((SELECT time_zone FROM countries WHERE code = $1), 'UTC')", letter.country_code);
    const auto held = suspended.find(letter.country_code);
    if (held != suspended.end() && suspensions::is_suspended(held->second, now)) return false;
    return reminders::may_write_at(letter.country_code, local_time(zone, now));
}

void drop(db::Session& db, const WaitingLetter& letter) {
    db.change("DELETE FROM introduction_letters WHERE introduction_id = $1 AND side = $2",
              letter.introduction_id, letter.side);
}

}  // namespace

void plan_letter(db::Session& db, const IntroductionId& id, IntroductionSide side) {
    db.change(
        "INSERT INTO introduction_letters (introduction_id, side) VALUES ($1, $2) ON CONFLICT DO NOTHING", id,
        side);
}

Result<int> send_waiting(db::Session& db, const App& app, Instant now) {
    const auto suspended = suspensions::list(db, now);
    int queued = 0;
    for (const auto& waiting : db.query<WaitingLetter>(
             "SELECT introduction_id, side FROM introduction_letters ORDER BY introduction_id, side")) {
        const auto letter = find_letter(db, app, waiting);
        if (letter && !may_write(db, *letter, suspended, now)) continue;
        if (letter) {
            KONBIT_CHECK(mail::queue_mail(db, app.keys, mail_of(*letter), now));
            queued += 1;
        }
        drop(db, waiting);
    }
    return queued;
}

int count_waiting(db::Session& db, const IntroductionId& id) {
    return static_cast<int>(
        db.value<std::int64_t>("SELECT count(*) FROM introduction_letters WHERE introduction_id = $1", id));
}

void add_letter_job(jobs::Handlers& handlers, App& app) {
    const auto run = [&app](jobs::JobContext&) -> Result<void> {
        const Instant now = app.clock.now();
        KONBIT_CHECK(app.database.write([&](db::Session& db) { return send_waiting(db, app, now); }));
        return {};
    };
    handlers.add(
        "introduction_letters", run,
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms / 4});
}

}  // namespace konbit::introductions
