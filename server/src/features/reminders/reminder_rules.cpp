// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_rules.hpp"

#include "features/reminders/quiet_hours.hpp"

#include <algorithm>

namespace konbit::reminders {

namespace {

bool is_unfinished(const Asked& asked) {
    return asked.state == RespondentState::invited || asked.state == RespondentState::opened ||
           asked.state == RespondentState::started;
}

std::span<const Suspension> suspensions_of(const Asked& asked, const Circumstances& around) {
    const auto found = around.suspensions.find(asked.country_code);
    if (found == around.suspensions.end()) return {};
    return found->second;
}

/// The mails of a wave in their order, before any suspension.
std::vector<Step> calendar(const Asked& asked) {
    std::vector<Step> steps;
    if (asked.wave_state == WaveState::draft && asked.opens_on)
        steps.push_back({0, start_of(*asked.opens_on) - week_ms});
    if (asked.wave_state != WaveState::open || !asked.opens_at) return steps;
    if (!asked.has_link) steps.push_back({1, *asked.opens_at});
    for (int number = 1; number <= most_reminders; ++number)
        steps.push_back({1 + number, *asked.opens_at + number * week_ms});
    return steps;
}

bool is_in_time(const Step& step, const Asked& asked) {
    return !asked.closes_at || step.due_at < *asked.closes_at - last_before_end_ms;
}

bool goes(const Asked& asked, const Circumstances& around) {
    return asked.plan == ReminderState::on && asked.email && !around.refused.contains(*asked.email) &&
           !around.stopped.contains(asked.respondent_id);
}

}  // namespace

std::optional<Step> next_step(const Asked& asked, const Circumstances& around, Instant now) {
    if (!is_unfinished(asked) || (asked.closes_at && now >= *asked.closes_at - last_before_end_ms))
        return std::nullopt;
    std::optional<Step> next;
    for (Step step : calendar(asked)) {
        step.due_at = suspensions::postponed(step.due_at, suspensions_of(asked, around));
        if (step.number <= asked.last_step.value_or(-1) || !is_in_time(step, asked)) continue;
        if (!next || step.due_at <= now) next = step;
    }
    return next;
}

Instant earliest(const Asked& asked, const Circumstances& around, Instant due_at, Instant now) {
    Instant at = std::max(due_at, now);
    const auto written = around.written_at.find(asked.email.value_or(""));
    if (written != around.written_at.end()) at = std::max(at, written->second + week_ms);
    for (;;) {
        const Instant morning = next_to_write({asked.country_code, asked.time_zone}, at);
        const auto of_country = suspensions_of(asked, around);
        if (!suspensions::is_suspended(of_country, morning)) return morning;
        for (const auto& each : of_country)
            if (each.begins_at <= morning && morning < each.ends_at) at = std::max(at, each.ends_at);
    }
}

std::vector<Bundle> bundles(std::span<const Asked> all, const Circumstances& around, Instant now) {
    std::map<std::string, Bundle> by_address;
    std::set<std::string> due;
    for (const Asked& asked : all) {
        const auto step = goes(asked, around) ? next_step(asked, around, now) : std::nullopt;
        if (!step || step->due_at > now + week_ms) continue;
        // Whoever may not be written to now in one country is not reached through another.
        if (earliest(asked, around, now, now) > now) continue;
        if (step->due_at <= now) due.insert(*asked.email);
        by_address[*asked.email].items.emplace_back(&asked, *step);
    }
    std::vector<Bundle> sent;
    for (auto& [email, bundle] : by_address) {
        if (!due.contains(email)) continue;
        bundle.email = email;
        sent.push_back(std::move(bundle));
    }
    return sent;
}

std::optional<Instant> suggested_end(std::span<const Asked> of_wave, const Circumstances& around,
                                     std::int64_t moved_ms) {
    std::int64_t lost_ms = 0;
    std::optional<Instant> end;
    for (const Asked& asked : of_wave) {
        if (!asked.closes_at || !asked.opens_at || asked.wave_state != WaveState::open) continue;
        end = asked.closes_at;
        std::vector<Suspension> in_window;
        for (const auto& each : suspensions_of(asked, around))
            if (each.ends_at > *asked.opens_at && each.begins_at < *end) {
                in_window.push_back(each);
                in_window.back().begins_at = std::max(each.begins_at, *asked.opens_at);
            }
        lost_ms = std::max(lost_ms, suspensions::postponed(*end, in_window) - *end);
    }
    if (!end || lost_ms <= moved_ms) return std::nullopt;
    return *end + (lost_ms - moved_ms);
}

}  // namespace konbit::reminders
