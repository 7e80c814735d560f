// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/surveys/pilot_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/series.hpp"
#include "features/surveys/wave_memory.hpp"

#include <fmt/core.h>

namespace konbit::surveys {

namespace {

/// How many of the members who were asked answered.
struct Progress {
    std::int64_t asked = 0;
    std::int64_t answered = 0;

    static constexpr auto fields() {
        return std::tuple{field("asked", &Progress::asked), field("answered", &Progress::answered)};
    }
};

Progress progress_of(db::Session& db, const WaveId& wave) {
    const auto members = [](std::string_view condition) {
        return fmt::format("(SELECT count(*) FROM wave_members m WHERE m.wave_id = $1 AND {})", condition);
    };
    return *db.one<Progress>(
        fmt::format("SELECT {}, {}", members(answers::is_asked), members(answers::has_answered)), wave);
}

WaveSummary summary_of(db::Session& db, const Wave& wave) {
    const auto [asked, answered] = progress_of(db, wave.id);
    WaveSummary summary{wave, asked, answered, std::nullopt};
    if (asked > 0) summary.response_rate = static_cast<double>(answered) / static_cast<double>(asked);
    return summary;
}

std::vector<WaveQuestion> questions_of(db::Session& db, const WaveId& wave) {
    auto questions = db.query<WaveQuestion>(R"(
        SELECT q.id, q.key, q.position, q.sensitivity, q.scale, q.gate, q.anchors, q.purposes, v.wording,
               q.symmetrization, FALSE, '[]'
        FROM asked_questions q JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                            wave);
    auto breaks = series_breaks(db, wave);
    for (auto& question : questions) {
        question.breaks = std::move(breaks[question.id]);
        question.breaks_series = !question.breaks.empty();
    }
    return questions;
}

/// Of several informants the state of who came furthest.
constexpr std::string_view furthest_state = R"(
    SELECT r.state FROM respondents r WHERE r.wave_member_id = m.id
    ORDER BY CASE r.state WHEN 'done' THEN 0 WHEN 'started' THEN 1 WHEN 'opened' THEN 2 WHEN 'invited' THEN 3 ELSE 4
             END LIMIT 1)";

std::vector<MemberProgress> members_progress(db::Session& db, const WaveId& wave) {
    return db.query<MemberProgress>(
        fmt::format(R"(
        SELECT {}, ({}), (SELECT count(*) FROM respondents r WHERE r.wave_member_id = m.id)
        FROM wave_members m
        WHERE m.wave_id = $1 AND {}
        ORDER BY m.position)",
                    db::columns<WaveMember>("m"), furthest_state, answers::is_asked),
        wave);
}

std::vector<WaveSummary> summaries_of(db::Session& db, const std::vector<Wave>& waves) {
    std::vector<WaveSummary> summaries;
    for (const auto& wave : waves) summaries.push_back(summary_of(db, wave));
    return summaries;
}

std::optional<Wave> stored(db::Session& db, const WaveId& wave) {
    return db.one<Wave>("SELECT " + db::columns<Wave>() + " FROM waves WHERE id = $1", wave);
}

void insert_event(db::Session& db, const Wave& wave, const Viewer& viewer, WaveEvent event, Instant now,
                  std::optional<RespondentId> respondent) {
    db.change(R"(
        INSERT INTO wave_events (id, wave_id, event, respondent_id, account_id, revision, happened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))",
              new_id<Id<struct WaveEventTag>>(), wave.id, event, respondent, viewer.account(), wave.revision,
              now);
}

/// Writes the wave that came out of an event, and the event.
Result<Wave> write_moved(db::Session& db, const WaveFacilitator& by, WaveEvent event, const Wave& moved,
                         Instant now) {
    KONBIT_TRY(const Wave written, update(db, moved, by));
    insert_event(db, written, by.viewer(), event, now, {});
    return written;
}

}  // namespace

std::vector<WaveSummary> list_waves(db::Session& db, const Facilitator& by) {
    return summaries_of(db, db.query<Wave>("SELECT " + db::columns<Wave>() + R"( FROM waves
        WHERE cluster_id = $1 AND pilot_of IS NULL ORDER BY id DESC)",
                                           by.cluster()));
}

Result<Wave> find(db::Session& db, const WaveFacilitator& by) {
    const auto wave = stored(db, by.wave());
    if (!wave || wave->cluster_id != by.cluster()) return failure(ErrorCode::not_found, "wave");
    return *wave;
}

Result<WaveDetail> find_detail(db::Session& db, const WaveFacilitator& by) {
    KONBIT_TRY(const Wave wave, find(db, by));
    return WaveDetail{summary_of(db, wave), questions_of(db, wave.id), members_progress(db, wave.id),
                      summaries_of(db, list_pilots(db, wave.id))};
}

Result<Wave> insert(db::Session& db, Wave wave, const Facilitator& by, const PreparedInstrument& wordings,
                    Instant now) {
    wave.id = new_id<WaveId>();
    wave.cluster_id = by.cluster();
    wave.survey_id = survey_of_cluster(db, by, wave.title);
    // A wave about invented firms is invented, whoever makes it.
    if (db.value<bool>("SELECT is_demo FROM clusters WHERE id = $1", by.cluster())) wave.is_demo = true;
    wave.consent_version = consent_version;
    db::insert(db, "waves", wave);
    set_instrument(db, wave, wordings, now);
    KONBIT_CHECK(refresh_roster(db, wave.id, utc_date(now)));
    insert_event(db, wave, by.viewer(), WaveEvent::created, now, {});
    return wave;
}

Result<Wave> update(db::Session& db, const Wave& wave, const WaveFacilitator& by) {
    if (wave.id != by.wave() || wave.cluster_id != by.cluster()) return failure(ErrorCode::not_found, "wave");
    return db::update(db, "waves", wave);
}

Result<void> remove(db::Session& db, const Wave& wave, const WaveFacilitator& by, Instant now) {
    const bool is_in_use =
        db.value<std::int64_t>("SELECT count(*) FROM respondents WHERE wave_id = $1 AND state <> 'invited'",
                               wave.id) > 0;
    if (is_in_use && !wave.pilot_of) return failure(ErrorCode::conflict, "wave_in_use");
    remove_pilots(db, wave.id);
    db.change("DELETE FROM respondents WHERE wave_id = $1", wave.id);
    if (db.change("DELETE FROM waves WHERE id = $1 AND cluster_id = $2 AND version = $3", wave.id,
                  by.cluster(), wave.version) == 0)
        return failure(ErrorCode::stale, "stale");
    remember_removed(db, by, wave, now);
    return {};
}

Result<Wave> open_wave(db::Session& db, const WaveFacilitator& by, const PreparedInstrument& wordings,
                       Instant now) {
    KONBIT_TRY(const Wave draft, find(db, by));
    KONBIT_TRY(const Wave open, after(WaveEvent::opened, draft, now));
    remove_pilots(db, open.id);
    refresh_wordings(db, open, wordings, now);
    KONBIT_CHECK(refresh_roster(db, open.id, utc_date(now)));
    KONBIT_CHECK(check_roster_size(static_cast<std::size_t>(count_members(db, open.id))));
    if (progress_of(db, open.id).asked == 0) return failure(ErrorCode::conflict, "nobody_asked");
    return write_moved(db, by, WaveEvent::opened, open, now);
}

Result<Wave> move_wave(db::Session& db, const WaveFacilitator& by, WaveEvent event, Instant now) {
    KONBIT_TRY(const Wave before, find(db, by));
    KONBIT_TRY(const Wave moved, after(event, before, now));
    if (event == WaveEvent::reopened) append_newcomers(db, moved.id, utc_date(now));
    return write_moved(db, by, event, moved, now);
}

void log_event(db::Session& db, const WaveFacilitator& by, WaveEvent event, Instant now,
               std::optional<RespondentId> respondent) {
    if (const auto wave = stored(db, by.wave())) insert_event(db, *wave, by.viewer(), event, now, respondent);
}

}  // namespace konbit::surveys
