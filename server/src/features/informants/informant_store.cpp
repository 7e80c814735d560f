// SPDX-License-Identifier: Apache-2.0
#include "features/informants/informant_store.hpp"

#include "db/columns.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::informants {

namespace {

std::vector<Informant> list_informants(db::Session& db, const WaveId& wave) {
    return db.query<Informant>(R"(
        SELECT r.id, r.wave_member_id, r.person_id, COALESCE(p.name, c.contact_name), r.state
        FROM respondents r
        JOIN wave_members m ON m.id = r.wave_member_id
        LEFT JOIN memberships c ON c.id = m.membership_id
        LEFT JOIN people p ON p.id = r.person_id
        WHERE r.wave_id = $1
        ORDER BY m.position, r.place, r.id)",
                               wave);
}

/// People of the cluster only: what an organization keeps for itself is not the facilitator's.
std::vector<InformantCandidate> list_candidates(db::Session& db, const WaveFacilitator& by) {
    return db.query<InformantCandidate>(R"(
        SELECT m.id, p.id, p.name, max(CASE WHEN r.is_primary THEN 1 ELSE 0 END) = 1
        FROM wave_members m
        JOIN contact_roles r ON r.cluster_id = $2 AND r.organization_id = m.organization_id AND r.until IS NULL
        JOIN people p ON p.id = r.person_id
        WHERE m.wave_id = $1
        GROUP BY m.id, p.id, p.name, p.sort_key
        ORDER BY p.sort_key, p.id)",
                                        by.wave(), by.cluster());
}

template <class Row>
std::vector<Row> of(const std::vector<Row>& rows, const WaveMemberId& member) {
    std::vector<Row> own;
    std::ranges::copy_if(rows, std::back_inserter(own),
                         [&](const Row& row) { return row.wave_member_id == member; });
    return own;
}

std::vector<RosterEntry> entries(db::Session& db, const WaveFacilitator& by) {
    const auto informants = list_informants(db, by.wave());
    const auto candidates = list_candidates(db, by);
    std::vector<RosterEntry> roster;
    for (const auto& member : surveys::list_members(db, by.wave()))
        if (!member.label.empty())  // whoever is no longer named has nobody who answers for it
            roster.push_back({member.id, member.label, member.participates_in_programme,
                              of(informants, member.id), of(candidates, member.id)});
    return roster;
}

Result<RosterEntry> find_entry(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member) {
    const auto roster = entries(db, by);
    const auto found = std::ranges::find(roster, member, &RosterEntry::wave_member_id);
    if (found == roster.end()) return failure(ErrorCode::not_found, "member");
    return *found;
}

Result<void> check_known(const RosterEntry& entry, const ChosenInformants& chosen) {
    Findings findings;
    for (std::size_t i = 0; i < chosen.people.size(); ++i) {
        const auto& person = chosen.people[i];
        const bool is_known =
            std::ranges::find(entry.candidates, person, &InformantCandidate::person_id) !=
                entry.candidates.end() ||
            std::ranges::find(entry.informants, person, &Informant::person_id) != entry.informants.end();
        findings.require(is_known, fmt::format("/people/{}", i), "unknown");
    }
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

/// Whom each place of the new list reaches; the contact of the member at the first place of an empty one.
std::vector<std::optional<PersonId>> wanted(const ChosenInformants& chosen) {
    if (chosen.people.empty()) return {std::nullopt};
    return {chosen.people.begin(), chosen.people.end()};
}

/// The link that was made before there was a choice is that of the contact.
bool reaches(const RosterEntry& entry, const Informant& informant, const std::optional<PersonId>& person) {
    if (informant.person_id == person) return true;
    const auto primary = std::ranges::find(entry.candidates, true, &InformantCandidate::is_primary);
    if (primary == entry.candidates.end()) return false;
    return (informant.person_id ? informant.person_id : std::optional(primary->person_id)) ==
           (person ? person : std::optional(primary->person_id));
}

/// Who of the present informants stays at which place.
struct Changes {
    std::vector<std::optional<Informant>> kept{};  ///< One for each wanted place; empty: to be invited.
    std::vector<Informant> gone{};
};

Changes changes_of(const RosterEntry& entry, const std::vector<std::optional<PersonId>>& people) {
    Changes changes{.gone = entry.informants};
    for (const auto& person : people) {
        const auto stays = std::ranges::find_if(
            changes.gone, [&](const Informant& each) { return reaches(entry, each, person); });
        changes.kept.push_back(stays == changes.gone.end() ? std::nullopt : std::optional(*stays));
        if (stays != changes.gone.end()) changes.gone.erase(stays);
    }
    return changes;
}

Result<void> remove(db::Session& db, const std::vector<Informant>& gone) {
    for (const auto& each : gone) {
        if (each.state != RespondentState::invited)
            return failure(ErrorCode::conflict, "informant_answering");
        db.change("DELETE FROM respondents WHERE id = $1", each.respondent_id);
    }
    return {};
}

void place(db::Session& db, const WaveMember& member, const std::optional<Informant>& kept,
           const std::optional<PersonId>& person, int place) {
    if (!kept) return surveys::invite(db, member, person, place);
    db.change("UPDATE respondents SET person_id = $2, place = $3 WHERE id = $1", kept->respondent_id, person,
              place);
}

Result<void> check_open(const Wave& wave) {
    if (wave.pilot_of) return failure(ErrorCode::conflict, "is_pilot");
    if (wave.state != WaveState::draft && wave.state != WaveState::open)
        return failure(ErrorCode::conflict, "wave_closed");
    return {};
}

}  // namespace

Result<ChosenInformants> checked(ChosenInformants chosen) {
    const std::set<PersonId> different(chosen.people.begin(), chosen.people.end());
    Findings findings;
    findings.require(chosen.people.size() <= most_informants, "/people", "too_long",
                     {{"max", std::to_string(most_informants)}});
    findings.require(different.size() == chosen.people.size(), "/people", "repeated");
    return std::move(findings).or_value(std::move(chosen));
}

Result<AskedRoster> find_asked(db::Session& db, const WaveFacilitator& by) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    return AskedRoster{wave.version, wave.state, wave.asks, wave.informant_rule, entries(db, by)};
}

Result<RosterEntry> choose(db::Session& db, const WaveFacilitator& by, const WaveMemberId& id,
                           const ChosenInformants& chosen) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_CHECK(check_open(wave));
    KONBIT_TRY(const RosterEntry entry, find_entry(db, by, id));
    if (entry.informants.empty()) return failure(ErrorCode::conflict, "not_asked");
    KONBIT_CHECK(check_known(entry, chosen));
    const auto people = wanted(chosen);
    const Changes changes = changes_of(entry, people);
    KONBIT_CHECK(remove(db, changes.gone));
    WaveMember member;
    member.id = id;
    member.wave_id = wave.id;
    for (std::size_t i = 0; i < people.size(); ++i)
        place(db, member, changes.kept[i], people[i], static_cast<int>(i) + 1);
    return find_entry(db, by, id);
}

Result<RosterEntry> set_asked(db::Session& db, const WaveFacilitator& by, const WaveMemberId& id,
                              bool is_asked) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    if (wave.pilot_of) return failure(ErrorCode::conflict, "is_pilot");
    if (wave.state != WaveState::draft) return failure(ErrorCode::conflict, "wave_not_draft");
    const auto roster = surveys::list_members(db, wave.id);
    const auto member = std::ranges::find(roster, id, &WaveMember::id);
    if (member == roster.end() || !member->membership_id) return failure(ErrorCode::not_found, "member");
    surveys::choose_asked(db, *member, is_asked);
    return find_entry(db, by, id);
}

std::int64_t forget(db::Session& db, const PersonId& person) {
    const auto removed = db.change(R"(
        DELETE FROM respondents
        WHERE person_id = $1 AND state = 'invited'
          AND EXISTS (SELECT 1 FROM respondents o
                      WHERE o.wave_member_id = respondents.wave_member_id AND o.id <> respondents.id))",
                                   person);
    const auto ended = db.change(R"(
        UPDATE respondents
        SET person_id = NULL, link_version = link_version + 1, mailed_at = NULL, handed_at = NULL
        WHERE person_id = $1)",
                                 person);
    return removed + ended;
}

void merge(db::Session& db, const PersonId& kept, const PersonId& other) {
    db.change("UPDATE respondents SET person_id = $1 WHERE person_id = $2", kept, other);
}

}  // namespace konbit::informants
