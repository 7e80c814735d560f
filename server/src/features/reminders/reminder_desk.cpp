// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_desk.hpp"

#include "features/surveys/wave_store.hpp"

#include <algorithm>

namespace konbit::reminders {

namespace {

ReminderLine line_of(const Asked& asked, const Circumstances& around, Instant now) {
    ReminderLine line{.wave_member_id = asked.wave_member_id,
                      .label = asked.label,
                      .language = asked.language,
                      .last_sent_at = asked.last_sent_at};
    const auto step = next_step(asked, around, now);
    if (!asked.email)
        line.standing = Standing::no_address;
    else if (around.refused.contains(*asked.email))
        line.standing = Standing::refused;
    else if (around.stopped.contains(asked.respondent_id))
        line.standing = Standing::stopped;
    else if (!step)
        line.standing = Standing::finished;
    if (line.standing != Standing::planned) return line;
    line.kind = step->kind();
    line.planned_at = earliest(asked, around, step->due_at, now);
    return line;
}

bool is_reminded(const Asked& asked) {
    return asked.state != RespondentState::done && asked.state != RespondentState::declined &&
           asked.state != RespondentState::withdrawn;
}

std::vector<Suspension> of_their_countries(std::span<const Asked> asked, const Circumstances& around,
                                           Instant now) {
    std::set<std::string> countries;
    for (const Asked& each : asked) countries.insert(each.country_code);
    std::vector<Suspension> all;
    for (const auto& country : countries)
        if (const auto found = around.suspensions.find(country); found != around.suspensions.end())
            for (const auto& each : found->second)
                if (each.ends_at > now) all.push_back(each);
    return all;
}

/// What comes first stands first; who gets nothing stands last.
auto order_of(const ReminderLine& line) {
    return std::tuple(!line.planned_at, line.planned_at.value_or(Instant{}), line.standing, line.label);
}

}  // namespace

ReminderDesk desk_of(db::Session& db, const InstallationKeys& keys, const WaveFacilitator& by, Instant now) {
    const auto asked = list_asked(db, by);
    const auto around = circumstances(db, keys, asked, now);
    ReminderDesk desk{.plan = find_plan(db, by)};
    for (const Asked& each : asked)
        if (is_reminded(each)) desk.lines.push_back(line_of(each, around, now));
    std::ranges::sort(desk.lines, {}, order_of);
    desk.suspensions = of_their_countries(asked, around, now);
    desk.suggested_closes_at = suggested_end(asked, around, desk.plan.closing_moved_ms);
    return desk;
}

Result<void> move_end(db::Session& db, const InstallationKeys& keys, const WaveFacilitator& by, Instant now) {
    const ReminderDesk desk = desk_of(db, keys, by, now);
    if (!desk.suggested_closes_at) return failure(ErrorCode::conflict, "nothing_to_move");
    KONBIT_TRY(Wave wave, surveys::find(db, by));
    ReminderPlan plan = desk.plan;
    plan.closing_moved_ms += *desk.suggested_closes_at - *wave.closes_at;
    wave.closes_at = desk.suggested_closes_at;
    KONBIT_CHECK(surveys::update(db, wave, by));
    KONBIT_CHECK(save_plan(db, by, plan));
    return {};
}

}  // namespace konbit::reminders
