// SPDX-License-Identifier: Apache-2.0
#include "features/rights/retention.hpp"

#include "features/answers/answering.hpp"
#include "features/jobs/queue.hpp"
#include "features/jobs/runner.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/network_service.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

namespace konbit::rights {
namespace {

using enum QuestionKey;

class Retention : public testing::SurveyTest {
  protected:
    /// A wave in which the first member named the second, openly and under the seal, frozen after the time of
    /// reply.
    Wave frozen_wave() {
        const Wave open = make_open_wave();
        const auto by = respondent(open, 0);
        EXPECT_TRUE(try_tap(open, by, know, 1, {1, "phone", 1, false}));
        EXPECT_TRUE(answers::save_whole_row(
            app(), by, question(open, sensitive).id,
            {.values = {{members(open)[1].id, 1}}, .device = "phone", .sequence = 2}));
        write([&](db::Session& session) { return answers::finish(session, by, "RECEIPT1", clock().now()); });
        const Wave closed = move(open, surveys::WaveEvent::closed);
        clock().advance(surveys::days_of_reply * day_ms);
        return write([&](db::Session& session) {
            return networks::freeze_wave(session, facilitator(closed), clock().now());
        });
    }
    std::vector<Wave> outlived() {
        return db().read([&](db::Session& session) { return list_outlived(session, clock().now()); });
    }
    std::int64_t count(std::string_view sql) {
        return db().read([&](db::Session& session) { return session.value<std::int64_t>(sql); });
    }
    void run_job() {
        jobs::Handlers handlers;
        add_retention_job(handlers, app());
        jobs::JobRunner runner(db(), clock(), handlers);
        db().write(
            [&](db::Session& session) { jobs::enqueue(session, {.kind = "retention"}, clock().now()); });
        runner.run_due();
    }
};
KONBIT_ON_BOTH_DATABASES(Retention);

TEST_P(Retention, KeepsNamesForTwoYearsAfterTheLastWaveEnded) {
    const Wave wave = frozen_wave();
    clock().advance(names_kept_ms - surveys::days_of_reply * day_ms - 1);
    EXPECT_TRUE(outlived().empty());
    clock().advance(2);
    ASSERT_EQ(outlived().size(), 1u);
    EXPECT_EQ(outlived()[0].id, wave.id);
    make_open_wave();
    EXPECT_TRUE(outlived().empty()) << "a wave that is open keeps the names of those before it";
}

TEST_P(Retention, TakesEveryNameOffAndKeepsTheTies) {
    const Wave wave = frozen_wave();
    clock().advance(names_kept_ms + 1);
    run_job();
    EXPECT_EQ(count("SELECT count(*) FROM wave_members WHERE label <> '' OR organization_id IS NOT NULL OR"
                    " membership_id IS NOT NULL OR country_code <> ''"),
              0);
    EXPECT_EQ(count("SELECT count(*) FROM sealed_answers"), 0);
    EXPECT_FALSE(sealed::read_wave_key(app().keys, wave.id)) << "what a backup holds cannot be read";
    const auto report = networks::report_of(app(), System::analyst(cluster_, wave.id));
    ASSERT_TRUE(report);
    EXPECT_EQ((*report)->map.ties.size(), 1u);
    for (const auto& node : (*report)->map.nodes) EXPECT_EQ(node.label, "");
    ASSERT_TRUE((*report)->frozen);
    EXPECT_EQ((*report)->frozen->release, 2) << "another release, as what was read before is no longer there";
    EXPECT_TRUE(outlived().empty());
}

}  // namespace
}  // namespace konbit::rights
