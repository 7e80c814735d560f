// SPDX-License-Identifier: Apache-2.0
#include "features/externals/external_store.hpp"

#include "db/columns.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

namespace konbit::externals {

namespace {

/// Behind every place that a member can have: sealed answers count on theirs.
constexpr int first_place = 1'000'000;

bool is_public(db::Session& db, const OrganizationId& organization) {
    return db.value<std::int64_t>(R"(
        SELECT count(*) FROM organizations WHERE id = $1 AND visibility = 'public' AND publication = 'published')",
                                  organization) > 0;
}

bool is_member(db::Session& db, const WaveId& wave, const OrganizationId& organization) {
    return db.value<std::int64_t>(R"(
        SELECT count(*) FROM wave_members
        WHERE wave_id = $1 AND organization_id = $2 AND external_kind IS NULL)",
                                  wave, organization) > 0;
}

Result<void> check_organizations(db::Session& db, const WaveId& wave, const ExternalList& chosen) {
    Findings findings;
    for (std::size_t i = 0; i < chosen.externals.size(); ++i) {
        const auto& organization = chosen.externals[i].organization_id;
        if (!organization) continue;
        const std::string pointer = fmt::format("/externals/{}/organization_id", i);
        findings.require(is_public(db, *organization), pointer, "unknown");
        findings.require(!is_member(db, wave, *organization), pointer, "is_member");
    }
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

void insert(db::Session& db, const WaveId& wave, const External& external, int place) {
    db.change(R"(
        INSERT INTO wave_members (id, wave_id, organization_id, label, kind, country_code, is_facilitator, position,
                                  external_kind)
        VALUES ($1, $2, $3, $4, COALESCE((SELECT kind FROM organizations WHERE id = $3), 'other'),
                COALESCE((SELECT country_code FROM organizations WHERE id = $3), ''), FALSE, $5, $6))",
              new_id<WaveMemberId>(), wave, external.organization_id, external.label, first_place + place,
              external.kind);
}

void insert_all(db::Session& db, const WaveId& wave, const std::vector<External>& externals) {
    db.change("DELETE FROM wave_members WHERE wave_id = $1 AND external_kind IS NOT NULL", wave);
    int place = 0;
    for (const auto& external : externals) insert(db, wave, external, place++);
}

}  // namespace

std::vector<External> list(db::Session& db, const WaveId& wave) {
    return db.query<External>(R"(
        SELECT id, organization_id, label, external_kind FROM wave_members
        WHERE wave_id = $1 AND external_kind IS NOT NULL
        ORDER BY position)",
                              wave);
}

Result<ExternalList> replace(db::Session& db, const WaveFacilitator& by, const ExternalList& chosen) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    if (wave.state != WaveState::draft) return failure(ErrorCode::conflict, "instrument_frozen");
    KONBIT_CHECK(check_organizations(db, wave.id, chosen));
    insert_all(db, wave.id, chosen.externals);
    return ExternalList{list(db, wave.id)};
}

void copy(db::Session& db, const WaveId& to, const WaveId& from) { insert_all(db, to, list(db, from)); }

}  // namespace konbit::externals
