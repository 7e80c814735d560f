// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/invitation.hpp"
#include "features/suspensions/suspension.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// Whether the members of a wave are reminded.
enum class ReminderState {
    off,   ///< Nobody asked for it.
    on,    ///< By the calendar of the wave.
    held,  ///< Nothing goes out until it is on again; the calendar goes on.
};
constexpr auto names(ReminderState) { return std::to_array<std::string_view>({"off", "on", "held"}); }

/// What a mail is about.
enum class ReminderKind {
    prenotice,  ///< A wave opens in a week; without a link.
    launch,     ///< The personal link.
    reminder,   ///< The link again, to whoever has not finished.
};
constexpr auto names(ReminderKind) {
    return std::to_array<std::string_view>({"prenotice", "launch", "reminder"});
}

/// The reminders of a wave.
struct ReminderPlan {
    WaveId wave_id{};
    ReminderState state = ReminderState::off;
    std::optional<Date> opens_on;       ///< When a draft will open; empty: nobody is told before.
    std::int64_t closing_moved_ms = 0;  ///< By how much the end was moved for suspended countries.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("wave_id", &ReminderPlan::wave_id, Access::read_only),
            field("state", &ReminderPlan::state),
            field("opens_on", &ReminderPlan::opens_on),
            field("closing_moved_ms", &ReminderPlan::closing_moved_ms, Access::never_sent),
            field("version", &ReminderPlan::version, Access::read_only),
        };
    }
};

namespace reminders {

inline constexpr std::int64_t week_ms = 7 * day_ms;
/// So often is somebody reminded who got the link.
inline constexpr int most_reminders = 4;
/// The last day of a wave is for those who come by themselves.
inline constexpr std::int64_t last_before_end_ms = day_ms;

/// Why somebody gets no mail.
enum class Standing {
    planned,     ///< Gets it.
    no_address,  ///< There is no e-mail address.
    refused,     ///< The mail server said that there is nobody at the address.
    stopped,     ///< Wants none.
    finished,    ///< Everything has been sent.
};
constexpr auto names(Standing) {
    return std::to_array<std::string_view>({"planned", "no_address", "refused", "stopped", "finished"});
}

/// What comes next for one member, as its facilitator sees it. Without an address.
struct ReminderLine {
    WaveMemberId wave_member_id{};
    std::string label;
    std::string language;
    Standing standing = Standing::planned;
    std::optional<ReminderKind> kind;
    std::optional<Instant> planned_at;    ///< Not before; other clusters' mails may make it later.
    std::optional<Instant> last_sent_at;  ///< By this calendar.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_member_id", &ReminderLine::wave_member_id, Access::read_only),
            field("label", &ReminderLine::label, Access::read_only),
            field("language", &ReminderLine::language, Access::read_only),
            field("standing", &ReminderLine::standing, Access::read_only),
            field("kind", &ReminderLine::kind, Access::read_only),
            field("planned_at", &ReminderLine::planned_at, Access::read_only),
            field("last_sent_at", &ReminderLine::last_sent_at, Access::read_only),
        };
    }
};

/// What the facilitator sees of the reminders of a wave.
struct ReminderDesk {
    ReminderPlan plan;
    std::vector<ReminderLine> lines;  ///< Members who have not finished, what comes first before the rest.
    std::vector<Suspension> suspensions;         ///< Of their countries, that are not over.
    std::optional<Instant> suggested_closes_at;  ///< When suspensions took time from the members.

    static constexpr auto fields() {
        return std::tuple{
            field("plan", &ReminderDesk::plan, Access::read_only),
            field("lines", &ReminderDesk::lines, Access::read_only),
            field("suspensions", &ReminderDesk::suspensions, Access::read_only),
            field("suggested_closes_at", &ReminderDesk::suggested_closes_at, Access::read_only),
        };
    }
};

}  // namespace reminders
}  // namespace konbit
