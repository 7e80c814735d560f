// SPDX-License-Identifier: Apache-2.0
#include "features/meetings/meeting_store.hpp"

#include "db/columns.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace konbit::meetings {

namespace {

using history::Kind;

/// Who was where.
struct Attendance {
    Id<struct AttendanceTag> id{};
    MeetingId meeting_id{};
    MembershipId membership_id{};

    static constexpr auto fields() {
        return std::tuple{field("id", &Attendance::id), field("meeting_id", &Attendance::meeting_id),
                          field("membership_id", &Attendance::membership_id)};
    }
};

Meeting with_members(MeetingRecord record, std::vector<MembershipId> members) {
    Meeting meeting;
    static_cast<MeetingRecord&>(meeting) = std::move(record);
    meeting.membership_ids = std::move(members);
    return meeting;
}

std::set<MembershipId> members_of(db::Session& db, const Facilitator& by) {
    const auto ids = db.query<MembershipId>("SELECT id FROM memberships WHERE cluster_id = $1", by.cluster());
    return {ids.begin(), ids.end()};
}

Result<Meeting> valid(db::Session& db, Meeting meeting, const Facilitator& by, Date today) {
    KONBIT_TRY(Meeting tidied, checked(std::move(meeting), today));
    const auto known = members_of(db, by);
    Findings findings;
    findings.require(
        std::ranges::all_of(tidied.membership_ids, [&](const auto& each) { return known.contains(each); }),
        "/membership_ids", "unknown");
    return std::move(findings).or_value(std::move(tidied));
}

void put_members(db::Session& db, const Meeting& meeting) {
    db.change("DELETE FROM meeting_attendances WHERE meeting_id = $1", meeting.id);
    for (const auto& member : meeting.membership_ids)
        db::insert(db, "meeting_attendances",
                   Attendance{new_id<Id<struct AttendanceTag>>(), meeting.id, member});
}

void put(db::Session& db, const Meeting& meeting, const Facilitator& by, const history::Occasion& at) {
    db::insert(db, "meetings", static_cast<const MeetingRecord&>(meeting));
    put_members(db, meeting);
    history::record<Meeting>(db, Kind::meeting, meeting.id, std::nullopt, meeting,
                             history::by(by.viewer(), at));
}

}  // namespace

std::vector<Meeting> list(db::Session& db, const Facilitator& by) {
    std::map<MeetingId, std::vector<MembershipId>> present;
    for (const auto& each :
         db.query<Attendance>("SELECT " + db::columns<Attendance>("a") +
                                  " FROM meeting_attendances a JOIN meetings t ON t.id = a.meeting_id"
                                  " WHERE t.cluster_id = $1 ORDER BY a.membership_id",
                              by.cluster()))
        present[each.meeting_id].push_back(each.membership_id);
    std::vector<Meeting> all;
    for (auto& record :
         db.query<MeetingRecord>("SELECT " + db::columns<MeetingRecord>() +
                                     " FROM meetings WHERE cluster_id = $1 ORDER BY held_on DESC, id DESC",
                                 by.cluster())) {
        auto members = std::move(present[record.id]);
        all.push_back(with_members(std::move(record), std::move(members)));
    }
    return all;
}

Result<Meeting> find(db::Session& db, const Facilitator& by, const MeetingId& id) {
    auto record = db.one<MeetingRecord>(
        "SELECT " + db::columns<MeetingRecord>() + " FROM meetings WHERE id = $1 AND cluster_id = $2", id,
        by.cluster());
    if (!record) return failure(ErrorCode::not_found, "meeting");
    auto members = db.query<MembershipId>(
        "SELECT membership_id FROM meeting_attendances WHERE meeting_id = $1 ORDER BY membership_id", id);
    return with_members(*std::move(record), std::move(members));
}

Result<Meeting> insert(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at) {
    meeting.id = new_id<MeetingId>();
    meeting.cluster_id = by.cluster();
    meeting.created_at = meeting.updated_at = at.now;
    KONBIT_TRY(Meeting made, valid(db, std::move(meeting), by, utc_date(at.now)));
    put(db, made, by, at);
    return made;
}

Result<Meeting> update(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at) {
    KONBIT_TRY(const Meeting stored, find(db, by, meeting.id));
    KONBIT_TRY(Meeting wanted, valid(db, std::move(meeting), by, utc_date(at.now)));
    wanted.updated_at = at.now;
    KONBIT_TRY(MeetingRecord saved, db::update(db, "meetings", static_cast<const MeetingRecord&>(wanted)));
    Meeting changed = with_members(std::move(saved), std::move(wanted.membership_ids));
    put_members(db, changed);
    history::record<Meeting>(db, Kind::meeting, changed.id, stored, changed, history::by(by.viewer(), at));
    return changed;
}

Result<void> remove(db::Session& db, const Meeting& meeting, const Facilitator& by,
                    const history::Occasion& at) {
    const auto removed = db.change("DELETE FROM meetings WHERE id = $1 AND cluster_id = $2 AND version = $3",
                                   meeting.id, by.cluster(), meeting.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    history::record<Meeting>(db, Kind::meeting, meeting.id, meeting, std::nullopt,
                             history::by(by.viewer(), at));
    return {};
}

Result<void> restore(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at) {
    const auto known = members_of(db, by);
    std::erase_if(meeting.membership_ids, [&](const auto& each) { return !known.contains(each); });
    meeting.cluster_id = by.cluster();
    meeting.created_at = meeting.updated_at = at.now;
    put(db, meeting, by, at);
    return {};
}

}  // namespace konbit::meetings
