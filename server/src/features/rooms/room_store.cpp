// SPDX-License-Identifier: Apache-2.0
#include "features/rooms/room_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::rooms {

namespace {

std::unexpected<Error> no_room() { return failure(ErrorCode::not_found, "room"); }

Result<Room> found(db::Session& db, const WaveFacilitator& by, Instant now) {
    if (auto room = find(db, by, now)) return *std::move(room);
    return no_room();
}

bool is_asked(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member) {
    return db.value<std::int64_t>(
               fmt::format("SELECT count(*) FROM wave_members m WHERE m.id = $1 AND m.wave_id = $2 AND {}",
                           answers::is_asked),
               member, by.wave()) > 0;
}

}  // namespace

Result<Duration> checked(Duration duration) {
    Findings findings;
    findings.require(duration.minutes >= 1 && duration.minutes <= most_minutes, "/minutes", "out_of_range");
    return std::move(findings).or_value(duration);
}

Result<Room> start(db::Session& db, const WaveFacilitator& by, const Duration& duration, Instant now) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_CHECK(surveys::check_takes_answers(wave, now));
    end(db, by);
    const Room room{RoomId(new_uuid_v4()), wave.id, now, now + duration.minutes * minute_ms};
    db::insert(db, "rooms", room);
    return room;
}

Result<Room> prolong(db::Session& db, const WaveFacilitator& by, const Duration& duration, Instant now) {
    KONBIT_TRY(Room room, found(db, by, now));
    room.ends_at = std::max(room.ends_at, now) + duration.minutes * minute_ms;
    db.change("UPDATE rooms SET ends_at = $1 WHERE id = $2", room.ends_at, room.id);
    return room;
}

void end(db::Session& db, const WaveFacilitator& by) {
    db.change("DELETE FROM rooms WHERE wave_id = $1", by.wave());
}

std::optional<Room> find(db::Session& db, const WaveFacilitator& by, Instant now) {
    return db.one<Room>("SELECT " + db::columns<Room>() + " FROM rooms WHERE wave_id = $1 AND ends_at > $2",
                        by.wave(), now - kept_ms);
}

Result<void> note_presence(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member,
                           bool is_present, Instant now) {
    KONBIT_TRY(const Room room, found(db, by, now));
    if (!is_asked(db, by, member)) return failure(ErrorCode::not_found, "member");
    if (is_present)
        db.change("INSERT INTO room_members (room_id, wave_member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                  room.id, member);
    else
        db.change("DELETE FROM room_members WHERE room_id = $1 AND wave_member_id = $2", room.id, member);
    return {};
}

std::vector<RoomMember> list_members(db::Session& db, const WaveFacilitator& by) {
    return db.query<RoomMember>(fmt::format(R"(
        SELECT m.id, m.label,
               EXISTS (SELECT 1 FROM room_members p JOIN rooms o ON o.id = p.room_id
                       WHERE p.wave_member_id = m.id AND o.wave_id = m.wave_id),
               {}
        FROM wave_members m
        WHERE m.wave_id = $1 AND {}
        ORDER BY m.position)",
                                            answers::has_answered, answers::is_asked),
                                by.wave());
}

Result<RoomCount> count(db::Session& db, const WaveFacilitator& by, Instant now) {
    KONBIT_TRY(const Room room, found(db, by, now));
    RoomCount count{.ends_at = room.ends_at};
    for (const auto& member : list_members(db, by)) {
        count.asked += 1;
        count.answered += member.has_answered;
        count.present += member.is_present;
        count.answered_present += member.is_present && member.has_answered;
    }
    return count;
}

Result<PassedPhone> find_passed(db::Session& db, const RoomId& id, Instant now) {
    struct Names {
        std::string cluster_name, wave_title;
        static constexpr auto fields() {
            return std::tuple{field("cluster_name", &Names::cluster_name),
                              field("wave_title", &Names::wave_title)};
        }
    };
    const auto names = db.one<Names>(R"(
        SELECT c.name, w.title
        FROM rooms o JOIN waves w ON w.id = o.wave_id JOIN clusters c ON c.id = w.cluster_id
        WHERE o.id = $1 AND o.ends_at > $2)",
                                     id, now - kept_ms);
    if (!names) return no_room();
    return PassedPhone{names->cluster_name, names->wave_title,
                       db.query<PresentMember>(R"(
        SELECT m.id, m.label
        FROM room_members p JOIN wave_members m ON m.id = p.wave_member_id
        WHERE p.room_id = $1
        ORDER BY lower(m.label), m.id)",
                                               id)};
}

std::int64_t remove_old(db::Session& db, Instant before) {
    return db.change("DELETE FROM rooms WHERE ends_at <= $1", before);
}

}  // namespace konbit::rooms
