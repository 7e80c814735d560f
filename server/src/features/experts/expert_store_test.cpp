// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_store.hpp"

#include "db/testing/fixture.hpp"
#include "features/experts/demo_experts.hpp"
#include "features/experts/expert_rules.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class ExpertStore : public db::testing::OnBothDatabases {
  protected:
    ExpertStore() { EXPECT_TRUE(load_reference(db(), {.now = today})); }

    ExpertProfile add(const std::string& name) {
        ExpertDraft draft;
        draft.name = name;
        draft.headline = "Cut tests";
        draft.topics = {"fermentation"};
        draft.languages = {"en", "fr"};
        draft.countries = {"GD"};
        draft.email = "somebody@expert.example";
        return db()
            .write([&](db::Session& session) {
                return experts::insert(session, checked(draft).value(), RegisterSystem::editor(), today);
            })
            .value();
    }

    ExpertProfile confirm(const ExpertProfile& expert) {
        return db()
            .write([&](db::Session& session) {
                return experts::confirm(session, RegisterSystem::consenting_expert(expert.id), today);
            })
            .value();
    }

    std::vector<std::string> names_of(const experts::Filter& filter) {
        return db().read([&](db::Session& session) {
            std::vector<std::string> names;
            const auto page = experts::list(session, Viewer::anonymous(), filter, {}).value();
            for (const auto& each : page.items) names.push_back(each.name);
            return names;
        });
    }
};
KONBIT_ON_BOTH_DATABASES(ExpertStore);

TEST_P(ExpertStore, ShowsNobodyBeforeTheyHaveConfirmed) {
    const auto expert = add("Yvette Mondesir");
    EXPECT_THAT(names_of({}), IsEmpty());
    EXPECT_THAT(names_of({.q = "yvette"}), IsEmpty());
    EXPECT_EQ(confirm(expert).consent_version, expert_consent_version);
    EXPECT_THAT(names_of({}), ElementsAre("Yvette Mondesir"));
    EXPECT_THAT(names_of({.q = "ferment"}), ElementsAre("Yvette Mondesir"));
}

TEST_P(ExpertStore, HidesAProfileThatReadsDifferentlyUntilItIsConfirmedAnew) {
    auto expert = confirm(add("Yvette Mondesir"));
    const auto change = [&](auto&& alter) {
        alter(expert);
        static_cast<Expert&>(expert) =
            db().write([&](db::Session& session) {
                    return experts::update(session, expert, RegisterSystem::editor(), today);
                })
                .value();
    };
    change([](Expert& each) { each.contact_email = "new@expert.example"; });
    EXPECT_EQ(expert.link_version, 2) << "links to the former address end";
    EXPECT_THAT(names_of({}), ElementsAre("Yvette Mondesir"));
    change([](Expert& each) { each.headline = "Drying"; });
    EXPECT_THAT(names_of({}), IsEmpty());
    confirm(expert);
    EXPECT_THAT(names_of({}), ElementsAre("Yvette Mondesir"));
}

TEST_P(ExpertStore, ErasesWhoeverWithdrawsWithAllThatIsKept) {
    const auto expert = confirm(add("Yvette Mondesir"));
    db().write(
        [&](db::Session& session) { experts::erase(session, RegisterSystem::consenting_expert(expert.id)); });
    EXPECT_THAT(names_of({}), IsEmpty());
    EXPECT_THAT(names_of({.q = "yvette"}), IsEmpty());
    db().read([&](db::Session& session) {
        EXPECT_EQ(session.value<std::int64_t>("SELECT count(*) FROM experts"), 0);
        EXPECT_EQ(session.value<std::int64_t>("SELECT count(*) FROM changes WHERE kind = 'expert' AND"
                                              " (before IS NOT NULL OR after IS NOT NULL)"),
                  0);
    });
}

TEST_P(ExpertStore, NarrowsByCountryObjectiveLanguageAndCluster) {
    const auto directory = load_demo_directory(db(), today).value();
    for (int round = 0; round < 2; ++round) ASSERT_TRUE(experts::load_demo_experts(db(), directory, today));
    EXPECT_THAT(names_of({.country_code = "DO"}), ElementsAre("Marisol Encarnación"));
    EXPECT_THAT(names_of({.objective = "joint_purchasing"}), ElementsAre("Delroy Hackshaw"));
    EXPECT_THAT(names_of({.language = "ht"}), ElementsAre("Yvette Mondesir"));
    EXPECT_THAT(names_of({.cluster_id = directory.clusters.at("pomeroon-coconut")}),
                ElementsAre("Rohan Sukhdeo"));
    const auto facets =
        db().read([](db::Session& session) { return experts::facets(session, Viewer::anonymous(), {}); });
    ASSERT_FALSE(facets.languages.empty());
    EXPECT_EQ(facets.languages[0].code, "en");
    EXPECT_EQ(facets.languages[0].count, 4);
}

}  // namespace
}  // namespace konbit
