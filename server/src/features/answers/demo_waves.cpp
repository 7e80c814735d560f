// SPDX-License-Identifier: Apache-2.0
#include "features/answers/demo_waves.hpp"

#include "db/database.hpp"
#include "features/answers/answer_store.hpp"
#include "features/answers/demo_files.hpp"
#include "features/answers/participation.hpp"
#include "features/answers/sealing.hpp"
#include "features/links/link_token.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <algorithm>
#include <map>

namespace konbit::answers {

namespace {

using surveys::WaveEvent;

/// Offices close late: what happened on a day happened before its last hour.
constexpr std::int64_t evening_ms = 23 * hour_ms;

/// A wave while it is loaded.
struct Loading {
    App& app;
    const demo::Files& files;
    const demo::WaveRow& row;
    Wave wave{};
    std::vector<Question> questions{};
    std::map<std::string, WaveMember, std::less<>>
        members{};  ///< By the name that the story gives them: "M10".
    std::map<WaveMemberId, RespondentId> respondents{};

    const Question& question(QuestionKey key) const { return questions.at(static_cast<std::size_t>(key)); }
    Respondent respondent(const std::string& member) const {
        return System::respondent(respondents.at(members.at(member).id), wave.id);
    }
    WaveFacilitator facilitator() const { return System::wave_facilitator(wave.cluster_id, wave.id); }
};

Result<Wave> open_wave(App& app, const ClusterId& cluster, const demo::WaveRow& row, const Moved& moved) {
    const Instant now = start_of(moved(row.opens_on));
    const auto wordings = surveys::prepare_instrument(app.texts, row.is_baseline);
    Wave wave;
    wave.title = row.title_en;
    wave.is_baseline = row.is_baseline;
    wave.is_demo = true;
    wave.languages.assign(surveys::languages.begin(), surveys::languages.end());
    KONBIT_TRY(const Wave draft, app.database.write([&](db::Session& db) {
        return surveys::insert(db, wave, System::facilitator(cluster), wordings, now);
    }));
    KONBIT_CHECK(sealed::make_wave_key(app.keys, draft.id));
    return app.database.write([&](db::Session& db) {
        return surveys::open_wave(db, System::wave_facilitator(cluster, draft.id), wordings, now);
    });
}

struct RespondentOfMember {
    RespondentId id{};
    WaveMemberId wave_member_id{};

    static constexpr auto fields() {
        return std::tuple{field("id", &RespondentOfMember::id),
                          field("wave_member_id", &RespondentOfMember::wave_member_id)};
    }
};

void read_roster(Loading& loading, db::Session& db) {
    loading.questions = surveys::list_questions(db, loading.wave.id);
    for (const auto& each : db.query<RespondentOfMember>(
             "SELECT id, wave_member_id FROM respondents WHERE wave_id = $1", loading.wave.id))
        loading.respondents.emplace(each.wave_member_id, each.id);
    const auto roster = surveys::list_members(db, loading.wave.id);
    for (const auto& [organization, label] : loading.files.labels) {
        const auto found = std::ranges::find(roster, label, &WaveMember::label);
        if (found != roster.end()) loading.members.emplace(organization, *found);
    }
}

std::vector<AlterValue> values_of(const Loading& loading, const std::string& member, QuestionKey key) {
    std::vector<AlterValue> values;
    for (const auto& tie : loading.files.ties)
        if (tie.wave == loading.row.wave && tie.question == key && tie.from == member)
            values.push_back({loading.members.at(tie.to).id, tie.value});
    return values;
}

/// A sealed row that waits for the transaction in which it is written.
using SealedRows = std::map<std::pair<std::string, QuestionKey>, sealed::StoredRow>;

Result<SealedRows> seal_rows(const Loading& loading) {
    KONBIT_TRY(const crypto::Key key, sealed::read_wave_key(loading.app.keys, loading.wave.id));
    std::map<WaveMemberId, int> places;
    for (const auto& [name, member] : loading.members) places.emplace(member.id, member.position);
    SealedRows rows;
    for (const auto& member : loading.files.members) {
        if (member.wave != loading.row.wave || member.state != "answered") continue;
        auto others = places;
        others.erase(loading.members.at(member.member).id);
        const Respondent by = loading.respondent(member.member);
        for (const auto& question : loading.questions) {
            if (question.sensitivity != Sensitivity::sealed) continue;
            KONBIT_TRY(const sealed::Row row,
                       row_of(values_of(loading, member.member, question.key), others));
            rows.emplace(std::pair(member.member, question.key),
                         sealed_row(key, {loading.wave.id, by.respondent(), question.id}, row));
        }
    }
    return rows;
}

Result<void> write_question(const Loading& loading, db::Session& db, const demo::MemberRow& member,
                            const Question& question, Instant now) {
    const Respondent by = loading.respondent(member.member);
    const auto values = values_of(loading, member.member, question.key);
    Tap tap{.device = std::string(demonstration_device)};
    for (const auto& [alter, value] : values) {
        tap.value = value;
        KONBIT_CHECK(save_tap(db, by, question.id, alter, tap, now));
    }
    const RowState state = values.empty() ? RowState::answered_empty : RowState::answered;
    return save_row(db, by, question.id,
                    {.state = state, .device = std::string(demonstration_device), .sequence = 1}, now);
}

Result<void> write_answers(const Loading& loading, db::Session& db, const demo::MemberRow& member,
                           const SealedRows& sealed, Instant now) {
    const Respondent by = loading.respondent(member.member);
    KONBIT_CHECK(save_consent(db, by,
                              {member.consent.value_or(Consent::aggregate), loading.wave.consent_version,
                               member.language.value_or("en")},
                              now));
    for (const auto& question : loading.questions) {
        if (question.sensitivity != Sensitivity::sealed) {
            KONBIT_CHECK(write_question(loading, db, member, question, now));
            continue;
        }
        const RowChange change{.device = std::string(demonstration_device), .sequence = 1};
        KONBIT_CHECK(save_sealed(db, by, change, question.id, sealed.at({member.member, question.key}), now));
    }
    db.change("UPDATE respondents SET mode = $2 WHERE id = $1", by.respondent(),
              member.mode.value_or(AnswerMode::link));
    KONBIT_CHECK(finish(db, by, links::new_reference(), now));
    return {};
}

Result<void> write_members(const Loading& loading, db::Session& db, const SealedRows& sealed,
                           const Moved& moved) {
    for (const auto& member : loading.files.members) {
        if (member.wave != loading.row.wave) continue;
        const Instant now = start_of(moved(member.finished_on.value_or(loading.row.opens_on)));
        if (member.state == "declined") KONBIT_CHECK(decline(db, loading.respondent(member.member), now));
        if (member.state == "answered") KONBIT_CHECK(write_answers(loading, db, member, sealed, now));
    }
    return {};
}

Result<void> end_wave(const Loading& loading, const Moved& moved) {
    const Instant closed = start_of(moved(loading.row.closes_on)) + evening_ms;
    const Instant frozen = start_of(moved(loading.row.frozen_on)) + evening_ms;
    return loading.app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(surveys::move_wave(db, loading.facilitator(), WaveEvent::closed, closed));
        KONBIT_CHECK(surveys::move_wave(db, loading.facilitator(), WaveEvent::frozen, frozen));
        return {};
    });
}

/// @return Whether the wave is there already; what an interrupted start left of it is removed.
bool is_loaded(App& app, const ClusterId& cluster, const demo::WaveRow& row) {
    return app.database.write([&](db::Session& db) {
        const std::string same = " FROM waves WHERE cluster_id = $1 AND is_demo AND title = $2";
        const auto ended = db.value<std::int64_t>(
            "SELECT count(*)" + same + " AND state NOT IN ('draft', 'open')", cluster, row.title_en);
        // Beside a wave that was loaded whole, one of that name is a visitor's own.
        if (ended == 0) db.change("DELETE" + same, cluster, row.title_en);
        return ended > 0;
    });
}

Result<void> load_wave(App& app, const ClusterId& cluster, const demo::Files& files, const demo::WaveRow& row,
                       const Moved& moved) {
    if (is_loaded(app, cluster, row)) return {};
    Loading loading{app, files, row};
    KONBIT_TRY(loading.wave, open_wave(app, cluster, row, moved));
    app.database.read([&](db::Session& db) { read_roster(loading, db); });
    KONBIT_TRY(const SealedRows sealed, seal_rows(loading));
    KONBIT_CHECK(
        app.database.write([&](db::Session& db) { return write_members(loading, db, sealed, moved); }));
    return end_wave(loading, moved);
}

}  // namespace

Result<void> load_demo_waves(App& app, const ClusterId& cluster, const Moved& moved) {
    KONBIT_TRY(const demo::Files files, demo::read_files());
    for (const auto& row : files.waves) KONBIT_CHECK(load_wave(app, cluster, files, row, moved));
    return {};
}

}  // namespace konbit::answers
