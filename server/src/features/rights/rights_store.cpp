// SPDX-License-Identifier: Apache-2.0
#include "features/rights/rights_store.hpp"

#include "core/text.hpp"
#include "features/answers/answer_store.hpp"
#include "features/answers/answered.hpp"
#include "features/answers/consent_log.hpp"
#include "features/answers/participation.hpp"
#include "features/introductions/introduction_store.hpp"
#include "features/links/link_store.hpp"
#include "features/networks/freezing.hpp"
#include "features/rights/departures.hpp"
#include "features/rights/unlisting.hpp"
#include "features/surveys/wave_store.hpp"
#include "json/writer.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::rights {

namespace {

using networks::ReleaseCause;

constexpr std::size_t most_readers = 3;
constexpr std::size_t longest_reader = 60;

Result<links::Invited> invited(db::Session& db, const Respondent& by) {
    auto found = links::find_invited(db, by.respondent());
    if (!found || found->wave.id != by.wave()) return failure(ErrorCode::not_found, "respondent");
    return *std::move(found);
}

Result<void> release(db::Session& db, const Wave& wave, ReleaseCause cause, Instant now) {
    return networks::release(db, wave.cluster_id, wave.id, cause, now);
}

bool shares(db::Session& db, const Respondent& by, std::string_view column) {
    return db.value<bool>(fmt::format("SELECT {} FROM respondents WHERE id = $1", column), by.respondent());
}

bool is_wider(const OwnRights& now, const NarrowedConsent& wanted) {
    return (wanted.consent == Consent::facilitator && now.consent != Consent::facilitator) ||
           (wanted.shares_with_members && !now.shares_with_members) ||
           (wanted.shares_with_research && !now.shares_with_research);
}

/// A member of a wave of the cluster, and whether its wave's results are final.
struct Listed {
    WaveMemberId id{};
    WaveId wave_id{};
    bool is_frozen = false;

    static constexpr auto fields() {
        return std::tuple{field("id", &Listed::id), field("wave_id", &Listed::wave_id),
                          field("is_frozen", &Listed::is_frozen)};
    }
};

Result<void> take_off(db::Session& db, const ClusterId& cluster, const Listed& member, Instant now) {
    if (!member.is_frozen) {
        take_off_roster(db, member.id);
        return {};
    }
    unname(db, member.id);
    return networks::release(db, cluster, member.wave_id, ReleaseCause::objection, now);
}

std::vector<Listed> listings_of(db::Session& db, const ClusterId& cluster,
                                const OrganizationId& organization) {
    return db.query<Listed>(R"(
        SELECT m.id, m.wave_id, w.frozen_at IS NOT NULL
        FROM wave_members m JOIN waves w ON w.id = m.wave_id
        WHERE w.cluster_id = $1 AND m.organization_id = $2
        ORDER BY m.id)",
                            cluster, organization);
}

Result<void> object(db::Session& db, const ClusterId& cluster, const OrganizationId& organization,
                    Instant now) {
    db.change(R"(
        INSERT INTO objections (id, cluster_id, organization_id, objected_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (cluster_id, organization_id) DO NOTHING)",
              new_id<Id<struct ObjectionTag>>(), cluster, organization, now);
    for (const auto& member : listings_of(db, cluster, organization))
        KONBIT_CHECK(take_off(db, cluster, member, now));
    return {};
}

/// Another person's answers for the same member stand in the results.
bool is_answered_by_others(db::Session& db, const Respondent& by, const WaveMemberId& member) {
    return db.value<std::int64_t>(fmt::format(R"(
        SELECT count(*)
        FROM respondents r JOIN row_states s ON s.respondent_id = r.id
        WHERE r.wave_member_id = $1 AND r.id <> $2 AND {})",
                                              answers::is_answered),
                                  member, by.respondent()) > 0;
}

/// Who took everything back: the member loses its name with its last answers, and else only this person
/// leaves.
void leave_results(db::Session& db, const Respondent& by, const WaveMemberId& member) {
    db.change("DELETE FROM row_states WHERE respondent_id = $1", by.respondent());
    if (!is_answered_by_others(db, by, member)) return unname(db, member);
    forget_person(db, by.respondent());
}

OrganizationId organization_of(db::Session& db, const MembershipId& membership) {
    return db.value<OrganizationId>("SELECT organization_id FROM memberships WHERE id = $1", membership);
}

Result<void> require_member(const StatementReader& by) {
    if (!by.is_member()) return failure(ErrorCode::forbidden, "forbidden");
    return {};
}

std::int64_t count(db::Session& db, const WaveId& wave, std::string_view condition) {
    return db.value<std::int64_t>(
        fmt::format("SELECT count(*) FROM respondents r WHERE r.wave_id = $1 AND {}", condition), wave);
}

Result<WaveReaders> checked(WaveReaders readers) {
    Findings findings;
    findings.require(readers.names.size() <= most_readers, "/names", "too_many", {{"max", "3"}});
    for (std::size_t i = 0; i < readers.names.size(); ++i) {
        auto& name = readers.names[i];
        name = text::trim(name);
        findings.require(!name.empty(), fmt::format("/names/{}", i), "required");
        findings.require(text::length(name) <= longest_reader, fmt::format("/names/{}", i), "too_long",
                         {{"max", "60"}});
    }
    return std::move(findings).or_value(std::move(readers));
}

}  // namespace

Result<OwnRights> find_own(db::Session& db, const Respondent& by) {
    KONBIT_TRY(const links::Invited found, invited(db, by));
    const auto& [invitation, wave] = found;
    OwnRights own;
    own.cluster = db.value<std::string>("SELECT name FROM clusters WHERE id = $1", wave.cluster_id);
    own.wave = wave.title;
    own.label =
        db.value<std::string>("SELECT label FROM wave_members WHERE id = $1", invitation.wave_member_id);
    own.wave_state = wave.state;
    own.state = invitation.state;
    own.consent = invitation.consent;
    own.shares_with_members = shares(db, by, "shares_with_members");
    own.shares_with_research = shares(db, by, "shares_with_research");
    return own;
}

Result<void> narrow(db::Session& db, const Respondent& by, const NarrowedConsent& wanted, Instant now) {
    KONBIT_TRY(const links::Invited found, invited(db, by));
    KONBIT_TRY(const OwnRights own, find_own(db, by));
    if (!own.consent) return failure(ErrorCode::conflict, "consent_missing");
    if (is_wider(own, wanted)) return failure(ErrorCode::conflict, "consent_wider");
    db.change(R"(
        UPDATE respondents
        SET consent = $2, shares_with_members = $3, shares_with_research = $4, consented_at = $5
        WHERE id = $1)",
              by.respondent(), wanted.consent, wanted.shares_with_members, wanted.shares_with_research, now);
    if (own.consent == wanted.consent) return {};
    return release(db, found.wave, ReleaseCause::narrowed, now);
}

Result<void> withdraw(db::Session& db, const Respondent& by, Instant now) {
    KONBIT_TRY(const links::Invited found, invited(db, by));
    if (found.invitation.state == RespondentState::withdrawn) return {};
    if (!networks::is_final(found.wave.state)) {
        answers::take_back_all(db, by, RespondentState::declined);
        introductions::forget(db, found.invitation.wave_member_id);
        return {};
    }
    answers::take_back_all(db, by, RespondentState::withdrawn);
    leave_results(db, by, found.invitation.wave_member_id);
    return release(db, found.wave, ReleaseCause::withdrawal, now);
}

Result<void> object(db::Session& db, const Respondent& by, Instant now) {
    KONBIT_TRY(const links::Invited found, invited(db, by));
    const auto organization = db.value<std::optional<OrganizationId>>(
        "SELECT organization_id FROM wave_members WHERE id = $1", found.invitation.wave_member_id);
    const ClusterId& cluster = found.wave.cluster_id;
    if (organization) return object(db, cluster, *organization, now);
    const bool is_frozen = networks::is_final(found.wave.state);
    return take_off(db, cluster, {found.invitation.wave_member_id, found.wave.id, is_frozen}, now);
}

Result<Objection> object(db::Session& db, const StatementReader& by, Instant now) {
    KONBIT_CHECK(require_member(by));
    KONBIT_CHECK(object(db, by.cluster(), organization_of(db, by.membership()), now));
    return find_objection(db, by);
}

Objection find_objection(db::Session& db, const StatementReader& by) {
    const auto at = db.value<std::optional<Instant>>(R"(
        SELECT max(x.objected_at)
        FROM objections x JOIN memberships m ON m.cluster_id = x.cluster_id AND m.organization_id = x.organization_id
        WHERE m.id = $1)",
                                                     by.membership());
    return {at.has_value(), at};
}

Result<Objection> take_objection_back(db::Session& db, const StatementReader& by) {
    KONBIT_CHECK(require_member(by));
    db.change("DELETE FROM objections WHERE cluster_id = $1 AND organization_id = $2", by.cluster(),
              organization_of(db, by.membership()));
    return Objection{};
}

WaveRights find_rights(db::Session& db, const WaveFacilitator& by) {
    const WaveId& wave = by.wave();
    WaveRights rights;
    rights.declined = count(db, wave, "r.state = 'declined'");
    rights.withdrawn = count(db, wave, "r.state = 'withdrawn'");
    rights.objected =
        db.value<std::int64_t>("SELECT count(*) FROM objections WHERE cluster_id = $1", by.cluster());
    rights.by_name = count(db, wave, "r.consent = 'facilitator'");
    rights.for_figures = count(db, wave, "r.consent IS NOT NULL");
    rights.for_members = count(db, wave, "r.shares_with_members");
    rights.for_research = count(db, wave, "r.shares_with_research");
    rights.readers = answers::readers_of(db, wave);
    rights.releases = db.query<Release>(R"(
        SELECT cause, results_sha256, released_at FROM wave_releases WHERE wave_id = $1 ORDER BY released_at, id)",
                                        wave);
    rights.names_leave_at = names_leave_at(db, by.cluster());
    return rights;
}

Result<WaveReaders> set_readers(db::Session& db, const WaveFacilitator& by, WaveReaders wanted) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_TRY(WaveReaders readers, checked(std::move(wanted)));
    const auto former = answers::readers_of(db, wave.id);
    const bool is_narrower = std::ranges::all_of(
        readers.names, [&](const auto& name) { return std::ranges::find(former, name) != former.end(); });
    if (wave.state != WaveState::draft && !is_narrower) return failure(ErrorCode::conflict, "consent_stands");
    db.change(R"(
        INSERT INTO wave_readers (wave_id, names) VALUES ($1, $2)
        ON CONFLICT (wave_id) DO UPDATE SET names = excluded.names)",
              wave.id, json::text_of(readers.names));
    return readers;
}

}  // namespace konbit::rights
