// SPDX-License-Identifier: Apache-2.0
#include "features/meetings/demo_meetings.hpp"

#include "features/meetings/meeting_store.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::meetings {

namespace {

/// A row as the file has it: who was there by number.
struct Row {
    std::string title;
    MeetingKind kind = MeetingKind::other;
    Date held_on{};
    std::string members;

    static constexpr auto fields() {
        return std::tuple{
            field("title", &Row::title),
            field("kind", &Row::kind),
            field("held_on", &Row::held_on),
            field("members", &Row::members),
        };
    }
};

}  // namespace

Result<void> load_demo_meetings(db::Database& database, const DemoDirectory& directory,
                                const ClusterId& cluster, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Row>("meetings.csv"));
    const Facilitator by = System::facilitator(cluster);
    return database.write([&](db::Session& db) -> Result<void> {
        if (!list(db, by).empty()) return {};
        for (const auto& row : rows) {
            Meeting meeting;
            meeting.title = row.record.title;
            meeting.kind = row.record.kind;
            meeting.held_on = directory.shift(row.record.held_on);
            for (const auto& number : words_in(row.record.members))
                meeting.membership_ids.push_back(directory.memberships.at(number));
            KONBIT_CHECK(insert(db, std::move(meeting), by, now));
        }
        return {};
    });
}

}  // namespace konbit::meetings
