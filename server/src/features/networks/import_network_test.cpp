// SPDX-License-Identifier: Apache-2.0
#include "features/networks/import_network.hpp"

#include "features/networks/network_service.hpp"
#include "features/networks/network_tables.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::networks {
namespace {

class ImportNetwork : public testing::SurveyTest {
  protected:
    NetworkSource source_{.edges = "from,to,weight\n1,2,4\n2,1,1\n1,3,2\n",
                          .nodes = "id,name\n1,Highway Patrol\n2,=cmd()\n3,Red Cross\n4,Rangers\n",
                          .name = "Rescue",
                          .country_code = "GD"};
};
KONBIT_ON_BOTH_DATABASES(ImportNetwork);

// Three ties among four actors: 3 / 12. The fourth has none, and that is known.
TEST_P(ImportNetwork, MakesAClosedWaveInWhichEverybodyAnswered) {
    const auto imported = import_network(app(), source_);
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->ties, 3);
    const auto report = report_of(app(), System::analyst(imported->cluster, imported->wave)).value();
    EXPECT_EQ(report->wave.state, WaveState::closed);
    EXPECT_EQ(report->response.answered, 4);
    EXPECT_EQ(report->questions[0].relation, "Rescue") << "as the network, when it has no name of its own";
    ASSERT_EQ(report->questions.size(), 1u);
    EXPECT_EQ(report->map.ties.size(), 3u);
    EXPECT_EQ(report->sentences.size(), 5u);
    for (const auto& figure : report->questions[0].figures)
        if (figure.id == "density") EXPECT_DOUBLE_EQ(*figure.value, 3.0 / 12);
}

TEST_P(ImportNetwork, NamesTheRelationAndSaysWhatIsNotKnown) {
    source_.relation = "Called each other";
    source_.nodes = "id,name,country\n1,Highway Patrol,\n2,,\n3,Red Cross,GD\n4,Rangers,\n";
    const auto imported = import_network(app(), source_);
    ASSERT_TRUE(imported);
    const auto report = report_of(app(), System::analyst(imported->cluster, imported->wave)).value();
    EXPECT_EQ(report->questions[0].relation, "Called each other");
    std::vector<std::string> labels, countries;
    for (const auto& node : report->map.nodes) {
        labels.push_back(node.label);
        countries.push_back(node.country_code);
    }
    EXPECT_THAT(labels, ::testing::UnorderedElementsAre("Highway Patrol", "2", "Red Cross", "Rangers"));
    EXPECT_THAT(countries, ::testing::UnorderedElementsAre("", "", "GD", ""));
    for (const auto& figure : report->questions[0].figures)
        if (figure.id == "ties_across_countries") EXPECT_EQ(figure.reason, "countries_unknown");
}

TEST_P(ImportNetwork, GivesTablesThatNoSpreadsheetRuns) {
    const auto imported = import_network(app(), source_);
    ASSERT_TRUE(imported);
    const auto report = report_of(app(), System::analyst(imported->cluster, imported->wave)).value();
    EXPECT_THAT(members_csv(*report, QuestionKey::know).value(), ::testing::HasSubstr("\r\n'=cmd(),other,,"));
    EXPECT_THAT(ties_csv(*report, QuestionKey::know).value(),
                ::testing::HasSubstr("Highway Patrol,'=cmd(),1,yes\r\n"));
    EXPECT_FALSE(ties_csv(*report, QuestionKey::sensitive));
}

TEST_P(ImportNetwork, LeavesNothingBehindWhenTheFilesAreBroken) {
    source_.edges = "from,to\n1,9\n";
    EXPECT_FALSE(import_network(app(), source_));
    source_ = {.edges = "from,to\n1,2\n", .nodes = "id\n1\n2\n", .name = "Two", .country_code = "GD"};
    EXPECT_EQ(import_network(app(), source_).error().reason, "roster_too_small");
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM clusters");
    }),
              1);
}

}  // namespace
}  // namespace konbit::networks
