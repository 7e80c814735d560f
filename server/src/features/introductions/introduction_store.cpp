// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/introduction_store.hpp"

#include "db/columns.hpp"
#include "features/introductions/later_waves.hpp"
#include "features/introductions/willingness.hpp"
#include "features/networks/network_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <algorithm>

namespace konbit::introductions {

namespace {

using history::Kind;

std::string select_introductions() { return "SELECT " + db::columns<Introduction>() + " FROM introductions"; }

std::vector<Introduction> all_of(db::Session& db, const ClusterId& cluster) {
    return db.query<Introduction>(select_introductions() + " WHERE cluster_id = $1", cluster);
}

Circumstances circumstances_of(db::Session& db, const ClusterId& cluster) {
    Circumstances found;
    for (const auto& id : db.query<MembershipId>(
             "SELECT id FROM memberships WHERE cluster_id = $1 AND left_on IS NULL", cluster))
        found.present.insert(id);
    for (const auto& id : list_refusing(db, cluster)) found.refusing.insert(id);
    for (const auto& each : all_of(db, cluster)) {
        found.taken_up.insert(pair_of(each.one_id, each.other_id));
        if (each.state != IntroductionState::introduced) continue;
        ++found.under_way[each.one_id], ++found.under_way[each.other_id];
        if (each.introducer_id) ++found.introducing[*each.introducer_id];
    }
    return found;
}

/// What a list shows beside the introduction.
std::vector<ShownIntroduction> list_with_labels(db::Session& db, const ClusterId& cluster) {
    return db.query<ShownIntroduction>("SELECT " + db::columns<Introduction>("i") + R"(,
            a.label, b.label, c.label, w.title, 'no_wave_yet', CAST(NULL AS TEXT)
        FROM introductions i
        JOIN memberships a ON a.id = i.one_id
        JOIN memberships b ON b.id = i.other_id
        LEFT JOIN memberships c ON c.id = i.introducer_id
        JOIN waves w ON w.id = i.wave_id
        WHERE i.cluster_id = $1
        ORDER BY i.created_at DESC, i.id DESC)",
                                       cluster);
}

void check_member(Findings& findings, const Circumstances& now, const std::optional<MembershipId>& member,
                  std::string_view pointer) {
    if (!member) return;
    findings.require(now.present.contains(*member), pointer, "unknown");
    findings.require(!now.refusing.contains(*member), pointer, "refuses");
}

Result<void> check_people(const Introduction& wanted, const Circumstances& now) {
    Findings findings;
    check_member(findings, now, wanted.one_id, "/one_id");
    check_member(findings, now, wanted.other_id, "/other_id");
    check_member(findings, now, wanted.introducer_id, "/introducer_id");
    KONBIT_CHECK(std::move(findings).or_value(true));
    if (now.taken_up.contains(pair_of(wanted.one_id, wanted.other_id)))
        return failure(ErrorCode::conflict, "already_introduced");
    return {};
}

/// Answers that are still coming in are no ground for advice, and nothing follows from them before they
/// stood.
Result<void> check_wave(const Wave& wave, const Introduction& wanted) {
    if (!wave.closed_at || wave.state == WaveState::open) return failure(ErrorCode::conflict, "wave_open");
    Findings findings;
    findings.require(wanted.introduced_on >= utc_date(*wave.closed_at), "/introduced_on", "before_from");
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

Result<Introduction> save(db::Session& db, const Introduction& stored, Introduction wanted,
                          const history::Author& author) {
    wanted.updated_at = author.at.now;
    KONBIT_TRY(Introduction saved, db::update(db, "introductions", std::move(wanted)));
    history::record<Introduction>(db, Kind::introduction, saved.id, stored, saved, author);
    return saved;
}

void erase(db::Session& db, const IntroductionId& id) {
    history::forget(db, Kind::introduction, id.view());
    db.change("DELETE FROM introductions WHERE id = $1", id);
}

MembershipId member_at(const Introduction& introduction, IntroductionSide side) {
    return side == IntroductionSide::one ? introduction.one_id : introduction.other_id;
}

}  // namespace

Result<IntroductionAdvice> find_advice(db::Session& db, const WaveFacilitator& by) {
    KONBIT_TRY(const auto stored, networks::load(db, System::analyst(by.cluster(), by.wave())));
    return advise(stored.data, circumstances_of(db, by.cluster()));
}

Result<IntroductionDesk> find_desk(db::Session& db, const Facilitator& by) {
    IntroductionDesk desk;
    desk.items = list_with_labels(db, by.cluster());
    LaterWaves later(db, by.cluster());
    for (auto& each : desk.items) KONBIT_CHECK(later.judge(each));
    desk.conversion = conversion_of(desk.items);
    return desk;
}

Result<Introduction> find(db::Session& db, const Facilitator& by, const IntroductionId& id) {
    auto found =
        db.one<Introduction>(select_introductions() + " WHERE id = $1 AND cluster_id = $2", id, by.cluster());
    if (!found) return failure(ErrorCode::not_found, "introduction");
    return *std::move(found);
}

Result<Introduction> insert(db::Session& db, Introduction introduction, const WaveFacilitator& by,
                            const history::Occasion& at) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    introduction.id = new_id<IntroductionId>();
    introduction.cluster_id = by.cluster();
    introduction.wave_id = by.wave();
    introduction.created_at = introduction.updated_at = at.now;
    KONBIT_TRY(const Introduction valid, checked(std::move(introduction), utc_date(at.now)));
    KONBIT_CHECK(check_wave(wave, valid));
    KONBIT_CHECK(check_people(valid, circumstances_of(db, by.cluster())));
    db::insert(db, "introductions", valid);
    history::record<Introduction>(db, Kind::introduction, valid.id, std::nullopt, valid,
                                  history::by(by.viewer(), at));
    return valid;
}

Result<Introduction> update(db::Session& db, Introduction introduction, const Facilitator& by,
                            const history::Occasion& at) {
    KONBIT_TRY(const Introduction stored, find(db, by, introduction.id));
    introduction.kind = stored.kind;
    introduction.one_id = stored.one_id;
    introduction.other_id = stored.other_id;
    if (introduction.introducer_id) introduction.introducer_id = stored.introducer_id;
    KONBIT_TRY(Introduction valid, checked(std::move(introduction), utc_date(at.now)));
    const auto wave =
        db.one<Wave>("SELECT " + db::columns<Wave>() + " FROM waves WHERE id = $1", stored.wave_id);
    if (wave && valid.introduced_on != stored.introduced_on) KONBIT_CHECK(check_wave(*wave, valid));
    return save(db, stored, std::move(valid), history::by(by.viewer(), at));
}

Result<void> remove(db::Session& db, const Introduction& introduction, const Facilitator& by,
                    const history::Occasion& at) {
    const auto removed =
        db.change("DELETE FROM introductions WHERE id = $1 AND cluster_id = $2 AND version = $3",
                  introduction.id, by.cluster(), introduction.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    history::record<Introduction>(db, Kind::introduction, introduction.id, introduction, std::nullopt,
                                  history::by(by.viewer(), at));
    return {};
}

Result<void> restore(db::Session& db, const Introduction& introduction, const Facilitator& by,
                     const history::Occasion& at) {
    Introduction back = introduction;
    back.cluster_id = by.cluster();
    back.created_at = back.updated_at = at.now;
    KONBIT_CHECK(check_people(back, circumstances_of(db, by.cluster())));
    db::insert(db, "introductions", back);
    history::record<Introduction>(db, Kind::introduction, back.id, std::nullopt, back,
                                  history::by(by.viewer(), at));
    return {};
}

void note_mailed(db::Session& db, const Introduction& introduction, Instant now) {
    db.change("UPDATE introductions SET mailed_at = $2, version = version + 1 WHERE id = $1", introduction.id,
              now);
}

void forget(db::Session& db, const WaveMemberId& member) {
    for (const auto& id : db.query<IntroductionId>(R"(
        SELECT i.id FROM introductions i JOIN wave_members m ON m.wave_id = i.wave_id
        WHERE m.id = $1 AND m.membership_id IN (i.one_id, i.other_id, i.introducer_id))",
                                                   member))
        erase(db, id);
}

Result<void> decline(db::Session& db, const IntroductionId& id, IntroductionSide side, bool wants_none,
                     Instant now) {
    const auto stored = db.one<Introduction>(select_introductions() + " WHERE id = $1", id);
    if (!stored) return failure(ErrorCode::not_found, "introduction");
    if (side == IntroductionSide::introducer && !stored->introducer_id) return {};
    const MembershipId member =
        side == IntroductionSide::introducer ? *stored->introducer_id : member_at(*stored, side);
    if (wants_none) set_willing(db, member, false, now);
    Introduction wanted = *stored;
    if (side == IntroductionSide::introducer)
        wanted.introducer_id.reset();
    else
        wanted.state = IntroductionState::declined;
    KONBIT_CHECK(save(db, *stored, std::move(wanted), history::Author{{}, now}));
    return {};
}

}  // namespace konbit::introductions
