// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/queue.hpp"
#include "features/jobs/runner.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

#include <map>
#include <mutex>

namespace konbit::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Notes what handlers did; from several threads.
class Diary {
  public:
    void note(const std::string& line) {
        const std::scoped_lock lock(mutex_);
        lines_.push_back(line);
    }
    std::vector<std::string> lines() const {
        const std::scoped_lock lock(mutex_);
        return lines_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> lines_;
};

/// True as soon as the condition holds; false after ten seconds.
template <class Condition>
bool comes_true(const Condition& condition) {
    for (int i = 0; i < 1000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

class Jobs : public konbit::testing::AppTest {
  protected:
    std::optional<JobId> add(const Job& job) {
        return db().write([&](db::Session& session) { return enqueue(session, job, clock().now()); });
    }
    JobStatus status(const JobId& id) {
        return db().read([&](db::Session& session) { return find(session, id); }).value();
    }
    /// A runner whose handler of "greet" notes the payload.
    Handlers greeting() {
        Handlers handlers;
        handlers.add("greet", [this](JobContext& context) -> Result<void> {
            diary.note(context.payload());
            return {};
        });
        return handlers;
    }
    std::size_t run(Handlers handlers) { return JobRunner(db(), clock(), std::move(handlers)).run_due(); }

    Diary diary;
};
KONBIT_ON_BOTH_DATABASES(Jobs);

TEST_P(Jobs, RunOnceAndInTheOrderInWhichTheyFallDue) {
    const auto first = add({.kind = "greet", .payload = "1", .run_at = clock().now() - 2000}).value();
    add({.kind = "greet", .payload = "2", .run_at = clock().now() - 1000});
    EXPECT_EQ(run(greeting()), 2U);
    EXPECT_EQ(run(greeting()), 0U);
    EXPECT_THAT(diary.lines(), ElementsAre("1", "2"));
    EXPECT_TRUE(status(first).is_done());
    EXPECT_EQ(status(first).progress, 1);
}

TEST_P(Jobs, WaitUntilTheyAreDue) {
    add({.kind = "greet", .run_at = clock().now() + 1000});
    EXPECT_EQ(run(greeting()), 0U);
    clock().advance(1000);
    EXPECT_EQ(run(greeting()), 1U);
}

TEST_P(Jobs, ExistOnlyWhenTheirTransactionCommits) {
    const auto refused = db().write([&](db::Session& session) -> Result<void> {
        enqueue(session, {.kind = "greet"}, clock().now());
        return failure(ErrorCode::conflict);
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(run(greeting()), 0U);
}

TEST_P(Jobs, OfAKindThatThisReleaseDoesNotKnowAreLeftAlone) {
    const auto id = add({.kind = "of_the_next_release"}).value();
    EXPECT_EQ(run(greeting()), 0U);
    EXPECT_EQ(status(id).attempts, 0);
}

TEST_P(Jobs, WithTheKeyOfAnUnfinishedOneAreNotAddedAgain) {
    EXPECT_TRUE(add({.kind = "greet", .unique_key = "marie"}));
    EXPECT_FALSE(add({.kind = "greet", .unique_key = "marie"}));
    EXPECT_TRUE(add({.kind = "other", .unique_key = "marie"}));
    EXPECT_EQ(run(greeting()), 1U);
    EXPECT_TRUE(add({.kind = "greet", .unique_key = "marie"}));
}

// Delays of 10 s, 20 s, 40 s after the first three of four attempts.
TEST_P(Jobs, AreTriedAgainWithGrowingDelaysUntilGivenUp) {
    Handlers handlers;
    handlers.add(
        "fail",
        [this](JobContext& context) -> Result<void> {
            diary.note(std::to_string(context.attempt()) + (context.is_last_attempt() ? " last" : ""));
            return failure(ErrorCode::unavailable, "server_away");
        },
        {.attempts = 4, .first_delay_ms = 10'000});
    const auto id = add({.kind = "fail"}).value();
    JobRunner runner(db(), clock(), std::move(handlers));
    for (const int seconds : {0, 10, 20, 40}) {
        clock().advance(seconds * second_ms - 1);
        EXPECT_EQ(runner.run_due(), 0U);
        clock().advance(1);
        EXPECT_EQ(runner.run_due(), 1U);
    }
    EXPECT_THAT(diary.lines(), ElementsAre("1", "2", "3", "4 last"));
    EXPECT_TRUE(status(id).has_failed());
    EXPECT_EQ(status(id).last_error, "server_away");
}

TEST_P(Jobs, AreTriedAgainAfterAnExceptionButNotAfterARefusal) {
    Handlers handlers;
    handlers.add("throw", [](JobContext&) -> Result<void> { throw std::runtime_error("out of luck"); });
    handlers.add("refuse", [](JobContext&) -> Result<void> { return failure(ErrorCode::not_found, "wave"); });
    const auto thrown = add({.kind = "throw"}).value();
    const auto refused = add({.kind = "refuse"}).value();
    EXPECT_EQ(run(std::move(handlers)), 2U);
    EXPECT_FALSE(status(thrown).finished_at);
    EXPECT_EQ(status(thrown).last_error, "out of luck");
    EXPECT_TRUE(status(refused).has_failed());
}

TEST_P(Jobs, OfANodeThatDiedAreTakenOverWhenTheLeaseEnds) {
    const auto id = add({.kind = "greet", .payload = "7"}).value();
    const Handlers handlers = greeting();
    const auto lost = db().write([&](db::Session& session) {
        return claim(session, handlers, clock().now(), clock().now() + minute_ms);
    });
    ASSERT_TRUE(lost);
    EXPECT_EQ(run(greeting()), 0U);
    clock().advance(minute_ms);
    EXPECT_EQ(run(greeting()), 1U);
    // The first node was only slow: it no longer has a say.
    db().write([&](db::Session& session) { finish(session, *lost, clock().now(), "too late"); });
    EXPECT_FALSE(db().write([&](db::Session& session) { return renew(session, *lost, 0.5, clock().now()); }));
    EXPECT_TRUE(status(id).is_done());
    EXPECT_EQ(status(id).attempts, 2);
}

TEST_P(Jobs, ThatEndTheirProcessEachTimeAreGivenUp) {
    const auto id = add({.kind = "greet"}).value();
    const Handlers handlers = greeting();
    for (int i = 0; i < Terms{}.attempts; ++i) {
        db().write(
            [&](db::Session& session) { return claim(session, handlers, clock().now(), clock().now()); });
    }
    EXPECT_EQ(run(greeting()), 1U);
    EXPECT_THAT(diary.lines(), IsEmpty());
    EXPECT_EQ(status(id).last_error, "never_returned");
}

TEST_P(Jobs, AreNotBegunOnceCancelled) {
    const auto id = add({.kind = "greet"}).value();
    EXPECT_TRUE(db().write([&](db::Session& session) { return request_cancel(session, id); }));
    run(greeting());
    EXPECT_THAT(diary.lines(), IsEmpty());
    EXPECT_EQ(status(id).last_error, "cancelled");
    EXPECT_FALSE(db().write([&](db::Session& session) { return request_cancel(session, id); }));
}

TEST_P(Jobs, HearThatTheyAreCancelledWhenTheyReport) {
    Handlers handlers;
    handlers.add("long", [this](JobContext& context) -> Result<void> {
        EXPECT_TRUE(context.report(0.25));
        EXPECT_EQ(status(context.id()).progress, 0.25);
        db().write([&](db::Session& session) { return request_cancel(session, context.id()); });
        EXPECT_FALSE(context.report(0.5));
        return failure(ErrorCode::unavailable, "stopped");
    });
    const auto id = add({.kind = "long"}).value();
    run(std::move(handlers));
    EXPECT_TRUE(status(id).has_failed());
    EXPECT_EQ(status(id).last_error, "cancelled");
}

TEST_P(Jobs, ThatRecurRunOnceInEachPeriodWhateverTheNumberOfNodes) {
    const auto handlers = [this] {
        Handlers all;
        all.add("tidy",
                [this](JobContext&) -> Result<void> {
                    diary.note("tidy");
                    return {};
                },
                {.every_ms = hour_ms});
        return all;
    };
    JobRunner one(db(), clock(), handlers()), other(db(), clock(), handlers());
    EXPECT_EQ(one.run_due() + other.run_due(), 1U);
    clock().advance(hour_ms - 1);
    EXPECT_EQ(one.run_due() + other.run_due(), 0U);
    clock().advance(1);
    EXPECT_EQ(other.run_due() + one.run_due(), 1U);
}

TEST_P(Jobs, AreTakenByOneOfManyThreadsOnly) {
    constexpr int many = 40;
    Handlers handlers = greeting();
    JobRunner one(db(), clock(), handlers, {.threads = 2}), other(db(), clock(), handlers, {.threads = 2});
    one.start();
    other.start();
    for (int i = 0; i < many; ++i) add({.kind = "greet", .payload = std::to_string(i)});
    EXPECT_TRUE(comes_true([&] { return diary.lines().size() >= many; }));
    one.stop();
    other.stop();
    std::map<std::string, int> times;
    for (const auto& line : diary.lines()) ++times[line];
    EXPECT_EQ(times.size(), static_cast<std::size_t>(many));
    for (const auto& [payload, count] : times) EXPECT_EQ(count, 1) << payload;
}

TEST_P(Jobs, BeginAtOnceWhenEnqueuedInThisProcess) {
    JobRunner runner(db(), clock(), greeting(), {.look_every = 1h});
    runner.start();
    std::this_thread::sleep_for(100ms);  // long enough that it would now sleep for an hour
    add({.kind = "greet", .payload = "now"});
    EXPECT_TRUE(comes_true([&] { return !diary.lines().empty(); }));
}

TEST_P(Jobs, UnderWayAreToldOfAStopAndTriedAgainLaterWithoutCounting) {
    Handlers handlers;
    handlers.add("long", [this](JobContext& context) -> Result<void> {
        diary.note("begun");
        while (context.report(0.5)) std::this_thread::sleep_for(5ms);
        return failure(ErrorCode::unavailable, "stopping");
    });
    const auto id = add({.kind = "long"}).value();
    JobRunner runner(db(), clock(), std::move(handlers));
    runner.start();
    EXPECT_TRUE(comes_true([&] { return !diary.lines().empty(); }));
    runner.stop();
    EXPECT_FALSE(status(id).finished_at);
    EXPECT_EQ(status(id).attempts, 0);
    EXPECT_EQ(status(id).run_at, clock().now());
}

TEST_P(Jobs, AreForgottenSomeTimeAfterTheyFinished) {
    const auto id = add({.kind = "greet"}).value();
    add({.kind = "of_the_next_release"});
    run(greeting());
    clock().advance(day_ms);
    const auto removed =
        db().write([&](db::Session& session) { return remove_finished(session, clock().now()); });
    EXPECT_EQ(removed, 1);
    EXPECT_FALSE(db().read([&](db::Session& session) { return find(session, id); }));
}

TEST(Terms, DoubleTheDelayUpToTheLongest) {
    const Terms terms{.first_delay_ms = 1000, .longest_delay_ms = 5000};
    EXPECT_EQ(terms.delay_after(1), 1000);
    EXPECT_EQ(terms.delay_after(3), 4000);
    EXPECT_EQ(terms.delay_after(4), 5000);
    EXPECT_EQ(terms.delay_after(1'000'000), 5000);
}

}  // namespace
}  // namespace konbit::jobs
