// SPDX-License-Identifier: Apache-2.0
#include "features/rooms/room_routes.hpp"

#include "db/database.hpp"
#include "features/limits.hpp"
#include "features/permission/policies.hpp"
#include "features/rooms/room_store.hpp"

#include <fmt/core.h>

namespace konbit::rooms {

namespace {

/// The address of the room is handed out by its facilitator: no cache keeps it.
http::Answer<RoomDesk> desk_of(App& app, const WaveFacilitator& by, Instant now) {
    RoomDesk desk;
    app.database.read([&](db::Session& db) {
        desk.room = find(db, by, now);
        desk.members = list_members(db, by);
    });
    desk.answer_url = app.config.base_url + "/s";
    if (desk.room) desk.pass_url = fmt::format("{}/s?room={}", app.config.base_url, desk.room->id.view());
    return {.value = std::move(desk), .has_secrets = true};
}

Result<http::Answer<RoomDesk>> show(App& app, WaveId, const WaveFacilitator& by) {
    return desk_of(app, by, app.clock.now());
}

template <auto change>
Result<http::Answer<RoomDesk>> timed(App& app, WaveId, const WaveFacilitator& by, Create<Duration> wanted) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Duration duration, checked(std::move(wanted)));
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return change(db, by, duration, now); }));
    return desk_of(app, by, now);
}

Result<http::NoContent> finish(App& app, WaveId, const WaveFacilitator& by) {
    app.database.write([&](db::Session& db) { end(db, by); });
    return http::NoContent{};
}

Result<http::NoContent> note(App& app, WaveId, WaveMemberId member, const WaveFacilitator& by,
                             Create<Presence> presence) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write(
        [&](db::Session& db) { return note_presence(db, by, member, presence.is_present, now); }));
    return http::NoContent{};
}

Result<RoomCount> show_count(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return count(db, by, now); });
}

Result<http::Answer<PassedPhone>> show_passed(App& app, RoomId room, const Viewer&,
                                              const http::Request& request) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    const Instant now = app.clock.now();
    KONBIT_TRY(PassedPhone passed,
               app.database.read([&](db::Session& db) { return find_passed(db, room, now); }));
    return http::Answer<PassedPhone>{.value = std::move(passed), .has_secrets = true};
}

}  // namespace

}  // namespace konbit::rooms

namespace konbit {

std::span<const http::Route<App>> room_routes() {
    using namespace rooms;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/room",
              "The room in which a wave is answered together, if there is one", may_facilitate_wave, show),
        route(http::post, "/api/waves/{id}/room", "Begins a room; a former one ends", may_facilitate_wave,
              timed<start>),
        route(http::post, "/api/waves/{id}/room/prolong", "Gives the room more minutes", may_facilitate_wave,
              timed<prolong>),
        route(http::get, "/api/waves/{id}/room/count", "How far the room is, without a name",
              may_facilitate_wave, show_count),
        route(http::put, "/api/waves/{id}/room/members/{member_id}",
              "Notes that a member is in the room, or has left it", may_facilitate_wave, note),
        route(http::remove, "/api/waves/{id}/room", "Ends the room and forgets who was there",
              may_facilitate_wave, finish),
        route(http::get, "/api/rooms/{room_id}", "Who is in a room, for whoever holds its address", anyone,
              show_passed),
    };
    return all;
}

}  // namespace konbit
