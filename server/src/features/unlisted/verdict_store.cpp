// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/verdict_store.hpp"

#include "features/answers/answered.hpp"
#include "features/duplicates/duplicate_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/surveys/wave_store.hpp"
#include "features/unlisted/groups.hpp"
#include "features/unlisted/merging.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::unlisted {

namespace {

/// The organization `u`, named by the respondent `r`, is known to somebody who takes part.
const std::string is_known = fmt::format(
    "{} AND EXISTS (SELECT 1 FROM unlisted_answers a JOIN asked_questions q ON q.id = a.question_id"
    " AND q.wave_id = r.wave_id WHERE a.unlisted_id = u.id AND a.value > 0 AND q.gate IS NULL)",
    answers::takes_part);

std::vector<Entry> list_entries(db::Session& db, const WaveId& wave) {
    return db.query<Entry>(fmt::format(R"(
        SELECT u.id, r.wave_member_id, u.name, u.country_code, u.locality, u.kind, u.verdict, u.organization_id
        FROM unlisted_organizations u JOIN respondents r ON r.id = u.respondent_id
        WHERE r.wave_id = $1 AND u.verdict <> 'merged' AND {})",
                                       is_known),
                           wave);
}

std::vector<RosterName> list_roster(db::Session& db, const WaveId& wave) {
    return db.query<RosterName>(R"(
        SELECT m.id, m.label, COALESCE(o.name, m.label), m.country_code, m.organization_id
        FROM wave_members m LEFT JOIN organizations o ON o.id = m.organization_id
        WHERE m.wave_id = $1 AND m.external_kind IS NULL AND m.listing = 'named'
        ORDER BY m.position)",
                                wave);
}

/// Records that a pending group may be. The directory knows the region only, and members are proposed as
/// such.
void propose_directory(db::Session& db, const WaveFacilitator& by, const std::vector<RosterName>& roster,
                       std::vector<UnlistedGroup>& groups) {
    const auto is_member = [&](const duplicates::Duplicate& each) {
        return std::ranges::find(roster, std::optional(each.id), &RosterName::organization_id) !=
               roster.end();
    };
    for (auto& group : groups) {
        if (group.verdict != UnlistedVerdict::pending || !group.country_code) continue;
        group.directory =
            duplicates::find(db, by.viewer(), {.name = group.name, .country_code = *group.country_code});
        std::erase_if(group.directory, is_member);
    }
}

Result<void> check_wave(const Wave& wave) {
    if (wave.pilot_of) return failure(ErrorCode::conflict, "is_pilot");
    const bool is_final = wave.state == WaveState::frozen || wave.state == WaveState::published;
    if (is_final) return failure(ErrorCode::conflict, "wave_frozen");
    return {};
}

bool has_member(db::Session& db, const WaveId& wave, const WaveMemberId& member) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM wave_members WHERE id = $1 AND wave_id = $2 AND external_kind IS NULL"
               " AND listing = 'named'",
               member, wave) > 0;
}

Result<void> check_given(db::Session& db, const WaveFacilitator& by, const GivenVerdict& given) {
    const bool merges = given.verdict == UnlistedVerdict::merged;
    const bool accepts = given.verdict == UnlistedVerdict::accepted;
    Findings findings;
    findings.require(!given.ids.empty(), "/ids", "required");
    findings.require(!merges || given.member_id, "/member_id", "required");
    findings.require(!given.member_id || (merges && has_member(db, by.wave(), *given.member_id)),
                     "/member_id", "not_allowed");
    const bool may_name =
        !given.organization_id || (accepts && organizations::find(db, by.viewer(), *given.organization_id));
    findings.require(may_name, "/organization_id", "not_allowed");
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

/// The entries of the wave that are meant.
Result<std::vector<Entry>> chosen(db::Session& db, const WaveId& wave, const std::vector<UnlistedId>& ids) {
    auto entries = list_entries(db, wave);
    const std::set<UnlistedId> wanted(ids.begin(), ids.end());
    std::erase_if(entries, [&](const Entry& each) { return !wanted.contains(each.id); });
    if (entries.size() == wanted.size()) return entries;
    return failure(ErrorCode::invalid, "invalid", {{"/ids", "not_allowed", {}}});
}

}  // namespace

std::vector<UnlistedGroup> list_groups(db::Session& db, const WaveFacilitator& by) {
    auto groups = grouped(list_entries(db, by.wave()));
    const auto roster = list_roster(db, by.wave());
    propose(groups, roster);
    propose_directory(db, by, roster, groups);
    return groups;
}

Result<void> judge(db::Session& db, const WaveFacilitator& by, const GivenVerdict& given) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_CHECK(check_wave(wave));
    KONBIT_CHECK(check_given(db, by, given));
    KONBIT_TRY(const auto entries, chosen(db, wave.id, given.ids));
    for (const auto& entry : entries) {
        db.change("UPDATE unlisted_organizations SET verdict = $2, organization_id = $3 WHERE id = $1",
                  entry.id, given.verdict, given.organization_id);
        if (given.member_id) merge_into(db, entry, *given.member_id);
    }
    return {};
}

}  // namespace konbit::unlisted
