// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/wave.hpp"

/// What may happen to a wave; pure, so that tests can walk every state.
namespace konbit::surveys {

enum class WaveEvent { created, opened, closed, reopened, frozen, published, link_replaced, links_sent };
constexpr auto names(WaveEvent) {
    return std::to_array<std::string_view>(
        {"created", "opened", "closed", "reopened", "frozen", "published", "link_replaced", "links_sent"});
}

/// How long members can object to a closed wave and correct it before its results become final.
inline constexpr int days_of_reply = 10;
/// Fewer members make no network.
inline constexpr int smallest_roster = 3;
/// Sealed answers hold one byte for each member, and a map of more is unreadable.
inline constexpr int largest_roster = 1000;

/// Above so many others a respondent is not led down the whole list: names are searched for, and who is not
/// marked is unknown until the respondent says that the list is complete.
inline constexpr int longest_read_roster = 150;

/// The wave after `event`.
/// @return ErrorCode::conflict with a reason of its own when the state does not allow it: "wave_not_draft",
///         "wave_not_open", "wave_not_closed", "wave_not_frozen", "is_imported" when a network from elsewhere
///         is to be asked, "is_pilot" for a pilot that is asked for results, or "time_of_reply" while members
///         may still object.
Result<Wave> after(WaveEvent event, Wave wave, Instant now);

/// Whether a roster of that size can be opened: "roster_too_small", "roster_too_large".
Result<void> check_roster_size(std::size_t members);

/// Whether a wave that asks these members asks this one. Whether a member takes part may be unknown: then it
/// is asked only where everybody is.
bool is_asked(Asks asks, const WaveMember& member);

/// Whether answers are taken now.
/// @return ErrorCode::conflict with "wave_not_open" before opening, "wave_closed" afterwards or past
/// `closes_at`.
Result<void> check_takes_answers(const Wave& wave, Instant now);

/// When members may reply no more; nothing while the wave is not closed.
std::optional<Instant> end_of_reply(const Wave& wave);

/// Whether members may still correct and object.
/// @return ErrorCode::conflict with "wave_not_closed", or "reply_over" ten days after closing and once
/// frozen.
Result<void> check_takes_replies(const Wave& wave, Instant now);

/// The wave unchanged if it satisfies every rule that needs no database.
/// @param earliest_end  `closes_at` must lie after it: now, unless the end is not what changes.
/// @return ErrorCode::invalid with one FieldError for each broken rule.
Result<Wave> checked(Wave wave, Instant earliest_end);

/// Whether title, window and languages may still be changed as in `wanted`. Once open, the instrument stands:
/// who is asked stands as well; only the title and the end of the window may change; once frozen, nothing.
Result<void> check_change(const Wave& stored, const Wave& wanted);

}  // namespace konbit::surveys
