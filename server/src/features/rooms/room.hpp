// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/invitation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

using RoomId = Id<struct RoomTag>;

/// A meeting at which members answer together (glossary: "room").
///
/// Its id is random and opens the page on which a phone goes from hand to hand: it shows who is in the room,
/// and no answer. Each member needs the code of its own card besides.
struct Room {
    RoomId id{};
    WaveId wave_id{};
    Instant started_at{};
    Instant ends_at{};  ///< When the time given is over. The room itself stays until it is ended.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Room::id, Access::read_only),
            field("wave_id", &Room::wave_id, Access::read_only),
            field("started_at", &Room::started_at, Access::read_only),
            field("ends_at", &Room::ends_at, Access::read_only),
        };
    }
};

namespace rooms {

inline constexpr int usual_minutes = 20;
inline constexpr int most_minutes = 240;
/// A room that nobody ended is gone so long after its time.
inline constexpr std::int64_t kept_ms = 3 * hour_ms;

/// How long answering shall take.
struct Duration {
    int minutes = usual_minutes;  ///< 1 to most_minutes.

    static constexpr auto fields() { return std::tuple{field("minutes", &Duration::minutes).defaulted()}; }
};

/// @return ErrorCode::invalid for a time out of range.
Result<Duration> checked(Duration duration);

/// Whether a member sits in the room.
struct Presence {
    bool is_present = true;

    static constexpr auto fields() { return std::tuple{field("is_present", &Presence::is_present)}; }
};

/// How far the room is, without a name: for the wall.
struct RoomCount {
    std::int64_t present = 0;
    std::int64_t answered_present = 0;  ///< Of those in the room.
    std::int64_t asked = 0;             ///< Members on the roster, in the room or not.
    std::int64_t answered = 0;          ///< Of those asked (features/answers/answered.hpp).
    Instant ends_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("present", &RoomCount::present, Access::read_only),
            field("answered_present", &RoomCount::answered_present, Access::read_only),
            field("asked", &RoomCount::asked, Access::read_only),
            field("answered", &RoomCount::answered, Access::read_only),
            field("ends_at", &RoomCount::ends_at, Access::read_only),
        };
    }
};

/// A line of the facilitator's list.
struct RoomMember {
    WaveMemberId id{};
    std::string label;
    bool is_present = false;
    bool has_answered = false;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &RoomMember::id, Access::read_only),
            field("label", &RoomMember::label, Access::read_only),
            field("is_present", &RoomMember::is_present, Access::read_only),
            field("has_answered", &RoomMember::has_answered, Access::read_only),
        };
    }
};

/// The room as its facilitator sees it. Nothing in it when there is none.
struct RoomDesk {
    std::optional<Room> room;
    std::optional<std::string> pass_url;  ///< Opened on the phone that goes from hand to hand.
    std::string answer_url;               ///< Where a code from a card is typed.
    std::vector<RoomMember> members;      ///< In the order of the roster.

    static constexpr auto fields() {
        return std::tuple{
            field("room", &RoomDesk::room, Access::read_only),
            field("pass_url", &RoomDesk::pass_url, Access::read_only),
            field("answer_url", &RoomDesk::answer_url, Access::read_only),
            field("members", &RoomDesk::members, Access::read_only),
        };
    }
};

/// A name to choose from.
struct PresentMember {
    WaveMemberId id{};
    std::string label;

    static constexpr auto fields() {
        return std::tuple{field("id", &PresentMember::id, Access::read_only),
                          field("label", &PresentMember::label, Access::read_only)};
    }
};

/// What the phone that goes from hand to hand shows between two members. Not who has answered.
struct PassedPhone {
    std::string cluster_name;
    std::string wave_title;
    std::vector<PresentMember> members;  ///< By name.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &PassedPhone::cluster_name, Access::read_only),
            field("wave_title", &PassedPhone::wave_title, Access::read_only),
            field("members", &PassedPhone::members, Access::read_only),
        };
    }
};

}  // namespace rooms
}  // namespace konbit
