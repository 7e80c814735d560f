// SPDX-License-Identifier: Apache-2.0
#include "features/answers/demo_waves.hpp"

#include "features/answers/demo_files.hpp"
#include "features/networks/network_service.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::answers {
namespace {

class DemoWaves : public testing::SurveyTest {
  protected:
    /// The members of the story; those of the base have left.
    void SetUp() override {
        SurveyTest::SetUp();
        const auto labels = demo::read_files().value().labels;
        db().write([&](db::Session& session) {
            session.change("UPDATE memberships SET left_on = '2020-01-01'");
            for (const auto& row : labels) insert_demo_member(session, row);
        });
    }

    std::shared_ptr<const networks::NetworkReport> report(int wave) {
        const auto waves =
            db().read([&](db::Session& session) { return surveys::list_waves(session, facilitator()); });
        const auto id = waves.at(static_cast<std::size_t>(2 - wave)).id;
        return networks::report_of(app(), System::analyst(cluster_, id)).value();
    }

    static Date unmoved(Date date) { return date; }

  private:
    void insert_demo_member(db::Session& session, const demo::LabelRow& row) {
        const auto organization = new_id<OrganizationId>();
        session.change(R"(
            INSERT INTO organizations (id, slug, name, kind, country_code, description, visibility, publication, claim,
                                       is_demo, version, created_at, updated_at, sort_key, name_folded)
            VALUES ($1, $2, $2, 'firm', 'GD', '{}', 'public', 'published', 'unclaimed', TRUE, 1, 0, 0, $2, $2))",
                       organization, row.organization);
        session.change(R"(
            INSERT INTO memberships (id, cluster_id, organization_id, label, country_code, language, is_facilitator,
                                     joined_on, version, sort_key)
            VALUES ($1, $2, $3, $4, 'GD', 'en', $5, $6, 1, $4))",
                       new_id<MembershipId>(), cluster_, organization, row.label, row.organization == "M10",
                       row.organization == "M26" ? "2025-09-15" : "2025-01-20");
    }
};
KONBIT_ON_BOTH_DATABASES(DemoWaves);

TEST_P(DemoWaves, SayThroughTheDatabaseWhatTheirFilesSay) {
    ASSERT_TRUE(load_demo_waves(app(), cluster_, unmoved));
    const auto first = report(1);
    EXPECT_EQ(first->response.asked, 27) << "M26 joined later";
    EXPECT_EQ(first->response.answered, 22);
    EXPECT_EQ(first->response.declined, 1);
    EXPECT_EQ(first->wave.state, WaveState::frozen);
    EXPECT_EQ(first->map.ties.size(), 245u + 108u + 24u);
    EXPECT_THAT(first->response.missing_prominent, ::testing::ElementsAre("Rodney Point Resorts"));
    EXPECT_EQ(first->sentences[3].params.at("sizes").text, R"(["10","9","6"])");
    const auto second = report(2);
    EXPECT_EQ(second->response.answered, 25);
    EXPECT_EQ(second->sentences[3].params.at("sizes").text, R"(["27"])");
}

TEST_P(DemoWaves, KeepSealedAnswersSealedAndCountThem) {
    ASSERT_TRUE(load_demo_waves(app(), cluster_, unmoved));
    const auto rows = db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM sealed_answers");
    });
    EXPECT_EQ(rows, 2 * (22 + 25)) << "two sealed questions for everybody who answered";
    const auto& competitor = report(2)->questions.at(4);
    EXPECT_EQ(competitor.shown, networks::Shown::aggregate);
    EXPECT_EQ(competitor.figures.at(0).value, 11);
    EXPECT_EQ(report(1)->questions.at(4).shown, networks::Shown::hidden);
}

TEST_P(DemoWaves, StandStillOnTheMapFromWaveToWave) {
    ASSERT_TRUE(load_demo_waves(app(), cluster_, unmoved));
    std::map<std::string, double> first;
    for (const auto& node : report(1)->map.nodes) first.emplace(node.label, node.x);
    for (const auto& node : report(2)->map.nodes)
        if (first.contains(node.label)) EXPECT_DOUBLE_EQ(first[node.label], node.x) << node.label;
}

TEST_P(DemoWaves, AreLoadedOnce) {
    ASSERT_TRUE(load_demo_waves(app(), cluster_, unmoved));
    ASSERT_TRUE(load_demo_waves(app(), cluster_, unmoved));
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM waves");
    }),
              2);
}

}  // namespace
}  // namespace konbit::answers
