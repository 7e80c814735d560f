// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reminders/reminder.hpp"
#include "features/surveys/wave.hpp"

#include <map>
#include <set>
#include <span>

/// Who is reminded of what, and when; pure, so that tests can walk through weeks.
namespace konbit::reminders {

/// Somebody who is asked by a wave that may remind.
struct Asked {
    RespondentId respondent_id{};
    WaveMemberId wave_member_id{};
    std::optional<MembershipId> membership_id;
    std::string label;
    std::optional<std::string> email;  ///< Folded.
    std::optional<std::string> person;
    std::string language;
    std::string country_code;
    std::string time_zone;  ///< IANA.
    std::string reference;
    std::int64_t link_version = 1;
    RespondentState state = RespondentState::invited;
    bool has_link = false;  ///< By mail, by hand, or because it was opened.
    std::string cluster_name;
    std::string wave_title;
    WaveId wave_id{};
    WaveState wave_state = WaveState::draft;
    std::optional<Instant> opens_at;
    std::optional<Instant> closes_at;
    ReminderState plan = ReminderState::off;
    std::optional<Date> opens_on;
    std::optional<std::int64_t> last_step;  ///< 0: told before, 1: the link, then reminders.
    std::optional<Instant> last_sent_at;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &Asked::respondent_id),
            field("wave_member_id", &Asked::wave_member_id),
            field("membership_id", &Asked::membership_id),
            field("label", &Asked::label),
            field("email", &Asked::email),
            field("person", &Asked::person),
            field("language", &Asked::language),
            field("country_code", &Asked::country_code),
            field("time_zone", &Asked::time_zone),
            field("reference", &Asked::reference),
            field("link_version", &Asked::link_version),
            field("state", &Asked::state),
            field("has_link", &Asked::has_link),
            field("cluster_name", &Asked::cluster_name),
            field("wave_title", &Asked::wave_title),
            field("wave_id", &Asked::wave_id),
            field("wave_state", &Asked::wave_state),
            field("opens_at", &Asked::opens_at),
            field("closes_at", &Asked::closes_at),
            field("plan", &Asked::plan),
            field("opens_on", &Asked::opens_on),
            field("last_step", &Asked::last_step),
            field("last_sent_at", &Asked::last_sent_at),
        };
    }
};

/// What else decides about a mail.
struct Circumstances {
    std::map<std::string, std::vector<Suspension>, std::less<>> suspensions;  ///< By country.
    std::map<std::string, Instant, std::less<>>
        written_at;                              ///< By folded address: the last mail of a survey.
    std::set<RespondentId> stopped;              ///< Who wants none.
    std::set<std::string, std::less<>> refused;  ///< Folded addresses at which there is nobody.
};

/// One mail of a series.
struct Step {
    std::int64_t number = 0;  ///< As Asked::last_step.
    Instant due_at{};         ///< With suspensions counted.

    ReminderKind kind() const {
        return number == 0   ? ReminderKind::prenotice
               : number == 1 ? ReminderKind::launch
                             : ReminderKind::reminder;
    }
    bool operator==(const Step&) const = default;
};

/// The next mail for somebody: the latest that is due, else the first to come.
/// @return Nothing for whoever has finished or declined, and when the calendar has no more.
std::optional<Step> next_step(const Asked& asked, const Circumstances& around, Instant now);

/// Before when nothing goes out to somebody, although it be due: a week after the last mail, quiet hours,
/// suspensions.
Instant earliest(const Asked& asked, const Circumstances& around, Instant due_at, Instant now);

/// All that goes to one address in one mail.
struct Bundle {
    std::string email;
    std::vector<std::pair<const Asked*, Step>> items;  ///< Not empty. Borrowed from what bundles() was given.
};

/// What is to be sent now. What falls due for the same address within a week travels along, as no second mail
/// may follow so soon.
/// @complexity O(n log n).
std::vector<Bundle> bundles(std::span<const Asked> all, const Circumstances& around, Instant now);

/// The closing date that gives back what suspensions of the members' countries took: of the country that
/// lost most.
/// @param moved_ms  What was given back already.
/// @return Nothing when nothing is lost, or the wave has no end.
std::optional<Instant> suggested_end(std::span<const Asked> of_wave, const Circumstances& around,
                                     std::int64_t moved_ms);

}  // namespace konbit::reminders
