// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/runner.hpp"

#include "core/log.hpp"
#include "features/jobs/bell.hpp"
#include "features/jobs/queue.hpp"

#include <algorithm>
#include <exception>

namespace konbit::jobs {

namespace {

using namespace std::chrono_literals;

/// After the bell the next looks come quickly: it may ring a moment before the enqueuing transaction commits.
constexpr auto first_pause = 20ms;
constexpr int pause_growth = 5;

constexpr std::size_t longest_error = 500;

std::string described(const Error& error) {
    std::string text = error.reason.empty() ? std::string("failed") : error.reason;
    return text.substr(0, longest_error);
}

bool is_worth_another_attempt(const Error& error) { return error.code == ErrorCode::unavailable; }

Result<void> called(const Handler& handler, JobContext& context) {
    try {
        return handler(context);
    } catch (const std::exception& fault) {
        return failure(ErrorCode::unavailable, fault.what());
    }
}

}  // namespace

bool JobContext::report(double progress) {
    const Instant until = clock_.now() + lease_ms_;
    is_unwanted_ = !database_.write([&](db::Session& db) {
        return renew(db, job_, std::clamp(progress, 0.0, 1.0), until) && !jobs::is_unwanted(db, job_);
    });
    return !is_unwanted_ && !stopping_;
}

JobRunner::JobRunner(db::Database& database, const Clock& clock, Handlers handlers, Options options)
    : database_(database), clock_(clock), handlers_(std::move(handlers)), options_(options) {}

JobRunner::~JobRunner() { stop(); }

void JobRunner::start() {
    add_recurring();
    for (unsigned i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { work(); });
}

void JobRunner::stop() {
    stopping_ = true;
    bell().ring();
    threads_.clear();
}

std::size_t JobRunner::run_due() {
    add_recurring();
    std::size_t count = 0;
    while (run_next()) ++count;
    return count;
}

void JobRunner::add_recurring() {
    const Instant now = clock_.now();
    database_.write([&](db::Session& db) {
        for (const auto& [kind, entry] : handlers_.all())
            if (entry.terms.every_ms) enqueue(db, {.kind = kind, .unique_key = "recurring"}, now);
    });
}

void JobRunner::work() {
    auto heard = bell().rings();
    std::chrono::milliseconds pause = first_pause;
    while (!stopping_) {
        if (run_next_quietly()) {
            pause = first_pause;
            continue;
        }
        const auto rings = bell().wait(heard, std::min(pause, options_.look_every));
        pause = rings == heard ? std::min(pause * pause_growth, options_.look_every) : first_pause;
        heard = rings;
    }
}

/// A database that cannot answer now is no reason for the thread to end.
bool JobRunner::run_next_quietly() {
    try {
        return run_next();
    } catch (const std::exception& fault) {
        if (!stopping_) log::warning("jobs wait", {{"what", fault.what()}});
        return false;
    }
}

bool JobRunner::run_next() {
    const Instant now = clock_.now();
    const auto job =
        database_.write([&](db::Session& db) { return claim(db, handlers_, now, now + options_.lease_ms); });
    if (!job) return false;
    run(*job, *handlers_.find(job->kind));
    return true;
}

void JobRunner::run(const Claimed& job, const Handlers::Entry& entry) {
    JobContext context(database_, clock_, job, entry.terms, options_.lease_ms, stopping_);
    if (job.cancel_requested)
        return settle(job, entry.terms, failure(ErrorCode::conflict, "cancelled"), true);
    // A job that ended its process each time must not do so for ever.
    if (job.attempts > entry.terms.attempts)
        return settle(job, entry.terms, failure(ErrorCode::conflict, "never_returned"), false);
    const auto outcome = called(entry.run, context);
    settle(job, entry.terms, outcome, context.is_unwanted_);
}

void JobRunner::settle(const Claimed& job, const Terms& terms, const Result<void>& outcome,
                       bool is_unwanted) {
    const Instant now = clock_.now();
    const std::optional<std::string> error =
        outcome ? std::nullopt : std::optional(is_unwanted ? "cancelled" : described(outcome.error()));
    const bool is_interrupted = !outcome && stopping_ && is_worth_another_attempt(outcome.error());
    const bool is_tried_again = !outcome && !is_unwanted && is_worth_another_attempt(outcome.error()) &&
                                job.attempts < terms.attempts;
    if (error) log::warning("job failed", {{"kind", job.kind}, {"id", job.id.view()}, {"what", *error}});

    database_.write([&](db::Session& db) {
        if (is_interrupted) return give_back(db, job, now, job.attempts - 1, std::nullopt);
        if (is_tried_again)
            return give_back(db, job, now + terms.delay_after(static_cast<int>(job.attempts)), job.attempts,
                             error);
        if (terms.every_ms) return give_back(db, job, now + *terms.every_ms, 0, error);
        finish(db, job, now, error);
    });
}

}  // namespace konbit::jobs
