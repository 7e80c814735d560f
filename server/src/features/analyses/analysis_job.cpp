// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/analysis_job.hpp"

#include "db/database.hpp"
#include "features/analyses/analysis_order.hpp"
#include "features/analyses/analysis_store.hpp"
#include "features/jobs/runner.hpp"
#include "json/reader.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace konbit::analyses {

namespace {

constexpr jobs::Terms terms{.attempts = 2, .first_delay_ms = 5'000, .longest_delay_ms = minute_ms};

/// Tells the job how far the computation is, and the computation when nobody wants it any more.
class Reporting {
  public:
    Reporting(jobs::JobContext& context, Watch& watch)
        : thread_([&](const std::stop_token& stop) {
              std::mutex mutex;
              std::unique_lock lock(mutex);
              std::condition_variable_any waiting;
              constexpr std::chrono::milliseconds every{400};
              while (!waiting.wait_for(lock, stop, every, [] { return false; }) && !stop.stop_requested())
                  if (!context.report(watch.share())) watch.stop();
          }) {}

  private:
    std::jthread thread_;
};

Result<AnalysisResult> worked_out(const Analysis& analysis, const Input& input, jobs::JobContext& context) {
    Watch watch;
    Result<AnalysisResult> result = [&] {
        const Reporting reporting(context, watch);
        return compute(analysis.asked, input, watch);
    }();
    if (watch.is_stopped()) return failure(ErrorCode::conflict, "cancelled");
    return result;
}

/// What the wave's own clock says of a question: put before its answers came in, it is a plan.
void add_timing(AnalysisResult& result, const Analysis& analysis, const Wave& wave) {
    if (wave.closed_at && analysis.asked_at > *wave.closed_at)
        result.cautions.push_back(Caution::asked_afterwards);
}

Result<void> run(App& app, jobs::JobContext& context) {
    KONBIT_TRY(const AnalysisOrder order,
               json::read<AnalysisOrder>(context.payload(), json::Purpose::stored));
    auto analysis = app.database.read([&](db::Session& db) { return find_waiting(db, order.analysis_id); });
    if (!analysis) return {};
    const Analyst by = System::analyst(order.cluster_id, analysis->wave_id);
    KONBIT_TRY(const StoredInput stored,
               app.database.read([&](db::Session& db) { return load(db, by, analysis->asked); }));
    Result<AnalysisResult> result = stored.sha256 == analysis->input_sha256
                                        ? worked_out(*analysis, stored.input, context)
                                        : failure(ErrorCode::conflict, "answers_changed");
    if (!result && result.error().reason == "cancelled") return std::unexpected(result.error());
    analysis->state = result ? AnalysisState::done : AnalysisState::failed;
    if (result) add_timing(*result, *analysis, stored.input.wave.wave);
    analysis->result = result ? std::optional(*result) : std::nullopt;
    analysis->failure = result ? std::nullopt : std::optional(result.error().reason);
    analysis->finished_at = app.clock.now();
    app.database.write([&](db::Session& db) { return finish(db, *analysis); });
    return {};
}

}  // namespace

void add_analysis_jobs(jobs::Handlers& handlers, App& app) {
    handlers.add(
        std::string(analysis_job), [&app](jobs::JobContext& context) { return run(app, context); }, terms);
}

}  // namespace konbit::analyses
