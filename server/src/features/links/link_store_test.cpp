// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answering.hpp"
#include "features/links/open_link.hpp"
#include "features/links/paper_code.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "json/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace konbit::links {
namespace {

class Links : public testing::SurveyTest {
  protected:
    static std::string token_of(const LinkRow& row) { return row.url.substr(row.url.find('#') + 1); }
    std::string refusal(const std::string& token) {
        const auto pass = open_link(app(), token);
        if (pass) return "";
        EXPECT_EQ(pass.error().code, ErrorCode::unauthenticated);
        return pass.error().reason;
    }
    void reissue(const Wave& wave, const RespondentId& respondent) {
        write([&](db::Session& session) { return replace_link(session, facilitator(wave), respondent); });
    }
};
KONBIT_ON_BOTH_DATABASES(Links);

TEST_P(Links, AreOneForEachMember) {
    const Wave wave = make_draft();
    std::set<std::string> urls;
    for (int place = 0; place < 4; ++place) urls.insert(link(wave, place).url);
    EXPECT_EQ(urls.size(), 4u);
    EXPECT_THAT(*urls.begin(), ::testing::StartsWith("https://konbit.example/s#"));
    EXPECT_EQ(link(wave, 2).language, "es") << "of the membership until the respondent chooses";
}

TEST_P(Links, OpenAnOpenWave) {
    const Wave wave = make_open_wave();
    const LinkRow row = link(wave, 1);
    const auto pass = open_link(app(), token_of(row));
    ASSERT_TRUE(pass);
    EXPECT_EQ(pass->respondent, row.respondent_id);
    EXPECT_TRUE(answers::respondent_of(app(), *pass));
}

TEST_P(Links, EachSayWhyTheyDoNotOpen) {
    const Wave wave = make_draft();
    const LinkRow first = link(wave, 0);
    const LinkRow second = link(wave, 1);
    EXPECT_EQ(refusal(token_of(first)), "wave_not_open");
    EXPECT_EQ(refusal("nonsense"), "link_unknown");
    EXPECT_EQ(refusal(token_of(first).substr(0, 9) + token_of(second).substr(9)), "link_unknown")
        << "foreign token";
    reissue(wave, first.respondent_id);
    EXPECT_EQ(refusal(token_of(first)), "link_replaced");
    EXPECT_EQ(refusal(token_of(link(wave, 0))), "wave_not_open");
}

TEST_P(Links, EndWithTheWave) {
    const Wave wave = make_open_wave();
    const std::string token = token_of(link(wave, 0));
    move(wave, surveys::WaveEvent::closed);
    EXPECT_EQ(refusal(token), "wave_closed");
}

TEST_P(Links, HaveAShortCodeForPaper) {
    const Wave wave = make_open_wave();
    const LinkRow row = link(wave, 1);
    EXPECT_EQ(open_link(app(), row.code)->respondent, row.respondent_id);
    EXPECT_EQ(row.code.substr(0, 4), row.reference.substr(0, 4));
    std::string mistyped = row.code;
    mistyped.back() = mistyped.back() == 'A' ? 'B' : 'A';
    EXPECT_EQ(refusal(mistyped), "link_unknown");
    reissue(wave, row.respondent_id);
    EXPECT_EQ(refusal(row.code), "link_replaced");
    EXPECT_EQ(refusal(link(wave, 1).code), "");
}

// 600 at once; the bucket then gives one every six seconds.
TEST_P(Links, LimitHowOftenTheCodesOfAWaveAreTried) {
    const Wave wave = make_open_wave();
    const LinkRow row = link(wave, 1);
    const auto key = *crypto::Key::from(std::string(32, 'x'));
    const std::string wrong = paper_code(key, row.reference, row.respondent_id, 1);
    for (int tries = 0; tries < 600; ++tries) ASSERT_EQ(refusal(wrong), "link_unknown");
    const auto right = open_link(app(), row.code);
    ASSERT_FALSE(right);
    EXPECT_EQ(right.error().code, ErrorCode::too_many_requests);
    EXPECT_TRUE(open_link(app(), token_of(row))) << "the whole link is no guess";
}

TEST_P(Links, EndTheirSessionsWhenReplaced) {
    const Wave wave = make_open_wave();
    const LinkRow row = link(wave, 0);
    const AnswerPass pass = open_link(app(), token_of(row)).value();
    reissue(wave, row.respondent_id);
    const auto by = answers::respondent_of(app(), pass);
    ASSERT_FALSE(by);
    EXPECT_EQ(by.error().reason, "link_replaced");
}

TEST_P(Links, EndTheirSessionsInTime) {
    const Wave wave = make_open_wave();
    const AnswerPass pass = open_link(app(), token_of(link(wave, 0))).value();
    clock().advance(cookie_lifetime_ms);
    const auto by = answers::respondent_of(app(), pass);
    ASSERT_FALSE(by);
    EXPECT_EQ(by.error().reason, "answer_session_ended");
}

TEST_P(Links, AreReplacedByTheirOwnFacilitatorOnly) {
    const Wave wave = make_draft();
    const Wave other = make_draft();
    const auto respondent = link(wave, 0).respondent_id;
    const auto outcome = db().write(
        [&](db::Session& session) { return replace_link(session, facilitator(other), respondent); });
    EXPECT_FALSE(outcome);
}

// Whoever gets hold of the database gets no link: every text column is searched for the secret part of each.
TEST_P(Links, AreNotInTheDatabase) {
    const Wave wave = make_open_wave();
    const auto stored = db().read([&](db::Session& session) {
        return session.query<Invitation>("SELECT " + db::columns<Invitation>() + " FROM respondents");
    });
    std::string dump;
    for (const auto& row : stored) dump += json::text_of(row, {.stored = true});
    for (int place = 0; place < 4; ++place)
        EXPECT_THAT(dump, ::testing::Not(::testing::HasSubstr(token_of(link(wave, place)).substr(9))));
}

}  // namespace
}  // namespace konbit::links
