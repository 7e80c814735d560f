// SPDX-License-Identifier: Apache-2.0
#include "features/meetings/meeting_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/meetings/co_attendance.hpp"
#include "features/meetings/meeting_store.hpp"
#include "features/meetings/meeting_table.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

namespace konbit::meetings {

namespace {

using http::Created;
using http::NoContent;

struct Period {
    std::optional<Date> from;
    std::optional<Date> to;

    bool holds(const Meeting& meeting) const {
        return (!from || meeting.held_on >= *from) && (!to || meeting.held_on <= *to);
    }
    static constexpr auto fields() {
        return std::tuple{field("from", &Period::from), field("to", &Period::to)};
    }
};

struct PastedMeetings {
    std::string text;  ///< A table with a header (meeting_table.hpp).

    static constexpr auto fields() { return std::tuple{field("text", &PastedMeetings::text)}; }
};

struct WrittenMeetings {
    int created = 0;
    int passed_over = 0;  ///< There already.

    static constexpr auto fields() {
        return std::tuple{field("created", &WrittenMeetings::created),
                          field("passed_over", &WrittenMeetings::passed_over)};
    }
};

Result<Page<Meeting>> show(App& app, ClusterId, const Facilitator& by) {
    return Page<Meeting>{app.database.read([&](db::Session& db) { return list(db, by); }), {}, {}};
}

Result<Created<Meeting>> add(App& app, ClusterId, const Facilitator& by, Create<Meeting> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(Meeting made, app.database.write([&](db::Session& db) { return insert(db, draft, by, now); }));
    const std::string address =
        fmt::format("/api/clusters/{}/meetings/{}", made.cluster_id.view(), made.id.view());
    return Created<Meeting>{std::move(made), address};
}

Result<Meeting> change(App& app, ClusterId, MeetingId id, const Facilitator& by, Patch<Meeting> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Meeting> {
        KONBIT_TRY(const Meeting stored, find(db, by, id));
        KONBIT_TRY(Meeting wanted, patch.onto(stored));
        return update(db, std::move(wanted), by, now);
    });
}

Result<NoContent> take_out(App& app, ClusterId, MeetingId id, const Facilitator& by, http::IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<NoContent> {
        KONBIT_TRY(const Meeting stored, find(db, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(remove(db, stored, by, now));
        return NoContent{};
    });
}

TableContext context_of(db::Session& db, const Facilitator& by, Date today) {
    return {db.query<NamedMember>("SELECT m.id, m.label, o.name FROM memberships m"
                                  " JOIN organizations o ON o.id = m.organization_id WHERE m.cluster_id = $1",
                                  by.cluster()),
            list(db, by), today};
}

Result<MeetingTable> preview(App& app, ClusterId, const Facilitator& by, Create<PastedMeetings> pasted) {
    const Date today = utc_date(app.clock.now());
    const auto context = app.database.read([&](db::Session& db) { return context_of(db, by, today); });
    return read_table(app.texts, pasted.text, context);
}

Result<WrittenMeetings> write_all(db::Session& db, const MeetingTable& table, const Facilitator& by,
                                  Instant now) {
    const history::Occasion at{now, {.batch = new_id<BatchId>()}};
    WrittenMeetings written;
    for (const auto& row : table.rows) {
        if (row.is_there_already) {
            written.passed_over += 1;
            continue;
        }
        Meeting meeting;
        meeting.title = row.title;
        meeting.held_on = *row.held_on;
        meeting.kind = *row.kind;
        meeting.membership_ids = row.membership_ids;
        KONBIT_CHECK(insert(db, std::move(meeting), by, at));
        written.created += 1;
    }
    return written;
}

/// All or nothing: a name that fits nobody is corrected first.
Result<WrittenMeetings> import_table(App& app, ClusterId, const Facilitator& by,
                                     Create<PastedMeetings> pasted) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<WrittenMeetings> {
        KONBIT_TRY(const MeetingTable table,
                   read_table(app.texts, pasted.text, context_of(db, by, utc_date(now))));
        if (!table.is_sound())
            return failure(ErrorCode::invalid, "invalid", {{"/text", "table_has_problems"}});
        return write_all(db, table, by, now);
    });
}

/// Everybody who belongs to the cluster, by name.
std::vector<Attender> attenders(db::Session& db, const ClusterId& cluster) {
    return db.query<Attender>(R"(
        SELECT m.id, m.label, o.kind, m.country_code, m.subsector, m.is_facilitator, 0, 0,
               CAST(0 AS DOUBLE PRECISION), CAST(0 AS DOUBLE PRECISION)
        FROM memberships m JOIN organizations o ON o.id = m.organization_id
        WHERE m.cluster_id = $1 AND m.left_on IS NULL
        ORDER BY m.sort_key, m.id)",
                              cluster);
}

Result<CoAttendance> show_network(App& app, ClusterId, const Facilitator& by, http::Query<Period> period) {
    if (period.from && period.to && *period.to < *period.from)
        return failure(ErrorCode::invalid, "invalid", {{"/to", "before_from"}});
    return app.database.read([&](db::Session& db) {
        auto held = list(db, by);
        std::erase_if(held, [&](const Meeting& each) { return !period.holds(each); });
        CoAttendance network = co_attendance(attenders(db, by.cluster()), held);
        network.cluster_name = db.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster());
        network.is_demo = db.value<bool>("SELECT is_demo FROM clusters WHERE id = $1", by.cluster());
        network.from = period.from;
        network.to = period.to;
        return network;
    });
}

}  // namespace

}  // namespace konbit::meetings

namespace konbit {

std::span<const http::Route<App>> meeting_routes() {
    using namespace meetings;
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/meetings", "The meetings of a cluster and who was there",
              may_facilitate, show),
        route(http::post, "/api/clusters/{cluster_id}/meetings", "Notes a meeting and who was there",
              may_facilitate, add),
        route(http::patch, "/api/clusters/{cluster_id}/meetings/{meeting_id}",
              "Changes the fields present in the body", may_facilitate, change),
        route(http::remove, "/api/clusters/{cluster_id}/meetings/{meeting_id}", "Takes out a meeting",
              may_facilitate, take_out),
        route(http::post, "/api/clusters/{cluster_id}/meetings/preview",
              "What a pasted table of meetings would bring", may_facilitate, preview),
        route(http::post, "/api/clusters/{cluster_id}/meetings/import",
              "Writes a pasted table of meetings, all or nothing", may_facilitate, import_table),
        route(http::get, "/api/clusters/{cluster_id}/co_attendance",
              "Who met whom, from who attended which meeting", may_facilitate, show_network),
    };
    return all;
}

}  // namespace konbit
