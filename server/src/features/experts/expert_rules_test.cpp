// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_rules.hpp"

#include "features/experts/expert_link.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ExpertDraft valid_expert() {
    ExpertDraft draft;
    draft.name = "Yvette Mondesir";
    draft.headline = "Cut tests";
    draft.countries = {"GD"};
    draft.email = " yvette@expert.example ";
    return draft;
}

std::vector<std::string> findings(const ExpertDraft& draft) {
    std::vector<std::string> found;
    if (const auto result = checked(draft); !result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(ExpertRules, TakeANameAHeadlineACountryAndAnAddress) {
    EXPECT_THAT(findings(valid_expert()), IsEmpty());
    EXPECT_EQ(checked(valid_expert())->contact_email, "yvette@expert.example");
    EXPECT_THAT(findings({}), ElementsAre("/name required", "/headline required", "/countries required",
                                          "/email not_an_email"));
}

TEST(ExpertRules, KeepTheAddressWhenNoneIsGiven) {
    auto draft = valid_expert();
    draft.contact_email = "former@expert.example";
    draft.email = "";
    EXPECT_EQ(checked(draft)->contact_email, "former@expert.example");
}

TEST(ExpertRules, NameWhatIsWrongWithAnEngagement) {
    auto draft = valid_expert();
    draft.engagements = {{.country_code = "XX",
                          .topic = " ",
                          .for_whom = {},
                          .cluster_id = {},
                          .starts_on = Date::of(2026, 2, 1),
                          .ends_on = Date::of(2026, 1, 1),
                          .source = {}}};
    EXPECT_THAT(findings(draft),
                ElementsAre("/engagements/0/country_code unknown_code", "/engagements/0/topic required",
                            "/engagements/0/ends_on before_start"));
}

TEST(ExpertRules, AskAnewOnlyForWhatPeopleRead) {
    const Expert before = checked(valid_expert()).value();
    Expert after = before;
    after.contact_email = "new@expert.example";
    after.mail_language = "fr";
    after.version = 2;
    EXPECT_FALSE(reads_differently(before, after));
    after.topics = {"drying"};
    EXPECT_TRUE(reads_differently(before, after));
}

TEST(ExpertLink, BelongsToOneExpertAndOneAddress) {
    const auto key = *crypto::Key::from(std::string(32, 'k'));
    const auto one = new_id<ExpertId>(), other = new_id<ExpertId>();
    EXPECT_EQ(experts::link_token(key, one, 1).size(), 26U);
    EXPECT_NE(experts::link_token(key, one, 1), experts::link_token(key, one, 2));
    EXPECT_NE(experts::link_token(key, one, 1), experts::link_token(key, other, 1));
    EXPECT_THAT(experts::link_url("https://konbit.example", one, "T"),
                HasSubstr("/experts/consent?expert=" + one.str() + "&token=T"));
}

}  // namespace
}  // namespace konbit
