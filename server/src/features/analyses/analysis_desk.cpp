// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/analysis_desk.hpp"

#include "db/database.hpp"
#include "features/analyses/analysis_job.hpp"
#include "features/analyses/analysis_order.hpp"
#include "features/analyses/analysis_store.hpp"
#include "features/jobs/queue.hpp"
#include "features/networks/analyze.hpp"
#include "features/stories/groups.hpp"
#include "json/writer.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace konbit::analyses {

namespace {

/// The hashes of the answers as they stand, each worked out once.
class CurrentAnswers {
  public:
    CurrentAnswers(db::Session& db, const Analyst& by) : db_(db), by_(by) {}

    bool are_those_of(const Analysis& analysis) {
        const auto [found, is_new] = hashes_.try_emplace(analysis.asked.before);
        if (is_new)
            if (const auto stored = load(db_, by_, analysis.asked)) found->second = stored->sha256;
        return found->second == analysis.input_sha256 && analysis.engine_version == networks::engine_version;
    }

  private:
    db::Session& db_;
    const Analyst& by_;
    std::map<std::optional<WaveId>, std::string> hashes_;
};

AnalysisView view_of(db::Session& db, CurrentAnswers& current, Analysis analysis) {
    AnalysisView view;
    static_cast<Analysis&>(view) = std::move(analysis);
    view.is_current = current.are_those_of(view);
    if (view.state == AnalysisState::waiting && view.job_id)
        if (const auto job = jobs::find(db, *view.job_id)) view.progress = job->progress;
    return view;
}

/// Those in which at least two members are known to differ.
std::vector<Likeness> likenesses_of(const networks::WaveData& data) {
    std::map<Likeness, std::set<std::string>> values;
    for (const auto& actor : data.actors) {
        const WaveMember& member = actor.member;
        values[Likeness::country].insert(member.country_code);
        values[Likeness::kind].insert(member.kind);
        if (member.subsector) values[Likeness::subsector].insert(*member.subsector);
        if (member.subgroup) values[Likeness::subgroup].insert(*member.subgroup);
        values[Likeness::side].emplace(stories::side_of(member.kind));
    }
    std::vector<Likeness> different;
    for (const auto& [likeness, found] : values)
        if (found.size() > 1) different.push_back(likeness);
    return different;
}

void offer(AnalysisDesk& desk, const networks::WaveData& data) {
    for (const auto& each : data.questions)
        if (each.question.sensitivity != Sensitivity::sealed) desk.questions.push_back(each.question.key);
    desk.likenesses = likenesses_of(data);
    desk.knows_participation = std::ranges::any_of(
        data.actors, [](const auto& actor) { return actor.member.participates_in_programme.has_value(); });
}

Analysis put(db::Session& db, const Analyst& by, const AnalysisQuestion& asked, std::string sha256,
             Instant now) {
    Analysis analysis;
    analysis.id = new_id<AnalysisId>();
    analysis.wave_id = by.wave();
    analysis.asked = asked;
    analysis.input_sha256 = std::move(sha256);
    analysis.engine_version = networks::engine_version;
    analysis.asked_at = now;
    analysis.job_id = jobs::enqueue(db,
                                    {.kind = std::string(analysis_job),
                                     .payload = json::text_of(AnalysisOrder{analysis.id, by.cluster()})},
                                    now);
    insert(db, analysis);
    return analysis;
}

}  // namespace

Result<AnalysisDesk> desk_of(App& app, const Analyst& by) {
    return app.database.read([&](db::Session& db) -> Result<AnalysisDesk> {
        AnalysisDesk desk;
        KONBIT_TRY(const StoredInput stored, load(db, by, {}));
        offer(desk, stored.input.wave);
        for (const auto& wave : earlier_waves(db, by)) desk.earlier.push_back({wave.id, wave.title});
        CurrentAnswers current(db, by);
        for (auto& each : list(db, by)) desk.items.push_back(view_of(db, current, std::move(each)));
        return desk;
    });
}

Result<MeasureReport> measures(App& app, const Analyst& by, const MeasuresAsked& asked) {
    KONBIT_TRY(const StoredInput stored,
               app.database.read([&](db::Session& db) { return load(db, by, {}); }));
    return measures_of(stored.input.wave, asked);
}

Result<AnalysisView> view(App& app, const Analyst& by, const AnalysisId& id) {
    return app.database.read([&](db::Session& db) -> Result<AnalysisView> {
        KONBIT_TRY(Analysis found, find(db, by, id));
        CurrentAnswers current(db, by);
        return view_of(db, current, std::move(found));
    });
}

Result<AnalysisView> ask(App& app, const Analyst& by, const AnalysisQuestion& asked) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<AnalysisView> {
        KONBIT_TRY(const StoredInput stored, load(db, by, asked));
        KONBIT_CHECK(check(asked, stored.input));
        CurrentAnswers current(db, by);
        if (auto known = find_equal(db, by, asked, stored.sha256)) return view_of(db, current, *known);
        return view_of(db, current, put(db, by, asked, stored.sha256, now));
    });
}

Result<AnalysisView> cancel(App& app, const Analyst& by, const AnalysisId& id) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<AnalysisView> {
        KONBIT_TRY(Analysis analysis, find(db, by, id));
        if (analysis.state != AnalysisState::waiting)
            return failure(ErrorCode::conflict, "analysis_finished");
        analysis.state = AnalysisState::cancelled;
        analysis.finished_at = now;
        finish(db, analysis);
        if (analysis.job_id) jobs::request_cancel(db, *analysis.job_id);
        CurrentAnswers current(db, by);
        return view_of(db, current, std::move(analysis));
    });
}

}  // namespace konbit::analyses
