// SPDX-License-Identifier: Apache-2.0
#include "features/keys/loss.hpp"

#include "features/answers/answering.hpp"
#include "features/keys/key_mark.hpp"
#include "features/networks/network_service.hpp"
#include "features/sealed/sealed_store.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace konbit::keys {
namespace {

class Loss : public konbit::testing::SurveyTest {
  protected:
    Result<void> seal(const Wave& wave, const Respondent& by) {
        const auto to = members(wave)[2].id;
        return answers::save_whole_row(app(), by, question(wave, QuestionKey::sensitive).id,
                                       {.values = {{to, 1}}, .device = "d", .sequence = 1});
    }
    std::int64_t sealed_rows() {
        return db().read([](db::Session& session) { return sealed::count(session); });
    }
};
KONBIT_ON_BOTH_DATABASES(Loss);

TEST_P(Loss, IsCountedWithoutTheKey) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(seal(wave, respondent(wave, 0)));
    ASSERT_TRUE(seal(wave, respondent(wave, 1)));
    const auto loss = measure(db());
    EXPECT_EQ(loss.sealed_rows, 2);
    EXPECT_EQ(loss.waves, 1);
    EXPECT_EQ(loss.secrets, 0);
}

// One wave's key is gone, the other's is not: its members answer again, and nothing else changes.
TEST_P(Loss, OfOneWavesKeyLeavesTheOthersAlone) {
    const Wave lost = make_open_wave();
    const auto by = respondent(lost, 0);
    ASSERT_TRUE(seal(lost, by));
    std::filesystem::remove(app().keys.folder() / ("wave-" + lost.id.str() + ".key"));
    EXPECT_EQ(seal(lost, by).error().reason, "wave_key");
    EXPECT_FALSE(networks::report_of(app(), System::analyst(cluster_, lost.id)));

    const auto loss = go_on_without_wave_keys(app()).value();
    EXPECT_EQ(loss.sealed_rows, 1);
    EXPECT_EQ(row_state(lost, by, QuestionKey::sensitive), std::nullopt) << "not answered, which is not zero";
    EXPECT_TRUE(networks::report_of(app(), System::analyst(cluster_, lost.id)));
    EXPECT_TRUE(seal(lost, by));
    EXPECT_EQ(go_on_without_wave_keys(app()).value().waves, 0) << "doing it again loses nothing more";
    EXPECT_EQ(sealed_rows(), 1);
}

// Two installations: the second has the database of the first, and none of its keys.
TEST_P(Loss, OfTheInstallationKeyIsSurvived) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(seal(wave, by));
    ASSERT_TRUE(check_mark(db(), app().keys, clock().now()));
    const auto elsewhere = InstallationKeys::open(config().data / "new-keys").value();
    EXPECT_FALSE(check_mark(db(), elsewhere, clock().now())) << "a wrong key is refused";
    App survivor{db(), clock(), config(), app().texts, elsewhere, app().limits, app().web, api()};
    EXPECT_EQ(go_on_with_new_key(survivor).value().sealed_rows, 1);
    EXPECT_TRUE(check_mark(db(), elsewhere, clock().now()));
    EXPECT_EQ(sealed_rows(), 0);
    const auto to = members(wave)[1].id;
    EXPECT_TRUE(answers::save_whole_row(survivor, by, question(wave, QuestionKey::sensitive).id,
                                        {.values = {{to, 1}}, .device = "d", .sequence = 2}));
}

TEST_P(Loss, TheMarkFollowsARotation) {
    ASSERT_TRUE(check_mark(db(), app().keys, clock().now()));
    const auto first = find_mark(db());
    app().keys.add(clock().now());
    ASSERT_TRUE(check_mark(db(), app().keys, clock().now())) << "a former key is known";
    EXPECT_NE(find_mark(db()), first);
}

}  // namespace
}  // namespace konbit::keys
