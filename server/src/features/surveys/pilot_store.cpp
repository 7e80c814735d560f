// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/pilot_store.hpp"

#include "db/columns.hpp"
#include "features/externals/external_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <set>

namespace konbit::surveys {

namespace {

/// The member of the pilot that is the same as that of the draft.
std::optional<WaveMemberId> same_member(db::Session& db, const Wave& pilot, const WaveMemberId& of_draft) {
    return db.value<std::optional<WaveMemberId>>(R"(
        SELECT p.id
        FROM wave_members p JOIN wave_members d ON d.membership_id = p.membership_id
        WHERE p.wave_id = $1 AND d.wave_id = $2 AND d.id = $3)",
                                                 pilot.id, pilot.pilot_of, of_draft);
}

Result<std::set<WaveMemberId>> asked_of(db::Session& db, const Wave& wave, const Pilot& pilot) {
    std::set<WaveMemberId> asked;
    Findings findings;
    for (std::size_t i = 0; i < pilot.members.size(); ++i) {
        const auto member = same_member(db, wave, pilot.members[i]);
        findings.require(member.has_value(), fmt::format("/members/{}", i), "not_allowed");
        if (member) asked.insert(*member);
    }
    return std::move(findings).or_value(std::move(asked));
}

void invite_only(db::Session& db, const Wave& wave, const std::set<WaveMemberId>& asked) {
    for (const auto& member : list_members(db, wave.id))
        if (!asked.contains(member.id))
            db.change("DELETE FROM respondents WHERE wave_member_id = $1", member.id);
}

}  // namespace

Result<Pilot> checked(Pilot pilot) {
    const std::set<WaveMemberId> different(pilot.members.begin(), pilot.members.end());
    Findings findings;
    findings.require(!pilot.members.empty(), "/members", "required");
    findings.require(pilot.members.size() <= largest_pilot, "/members", "too_long",
                     {{"max", std::to_string(largest_pilot)}});
    findings.require(different.size() == pilot.members.size(), "/members", "repeated");
    return std::move(findings).or_value(std::move(pilot));
}

Result<Wave> insert_pilot(db::Session& db, const WaveFacilitator& by, const WaveId& id, const Pilot& pilot,
                          const PreparedInstrument& wordings, Instant now) {
    KONBIT_TRY(Wave wave, find(db, by));
    wave.id = id;
    wave.pilot_of = by.wave();
    wave.version = 1;
    KONBIT_TRY(const Wave open, after(WaveEvent::opened, std::move(wave), now));
    db::insert(db, "waves", open);
    KONBIT_CHECK(copy_instrument(db, open, by.wave(), wordings, now));
    KONBIT_CHECK(refresh_roster(db, open.id, utc_date(now)));
    externals::copy(db, open.id, by.wave());
    KONBIT_TRY(const auto asked, asked_of(db, open, pilot));
    invite_only(db, open, asked);
    return open;
}

std::vector<Wave> list_pilots(db::Session& db, const WaveId& draft) {
    return db.query<Wave>(
        "SELECT " + db::columns<Wave>() + " FROM waves WHERE pilot_of = $1 ORDER BY id DESC", draft);
}

void remove_pilots(db::Session& db, const WaveId& draft) {
    // Answers first: they name members of the roster, which goes with the wave.
    db.change("DELETE FROM respondents WHERE wave_id IN (SELECT id FROM waves WHERE pilot_of = $1)", draft);
    db.change("DELETE FROM waves WHERE pilot_of = $1", draft);
}

}  // namespace konbit::surveys
