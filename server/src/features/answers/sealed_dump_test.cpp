// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answering.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace konbit::answers {
namespace {

class SealedDump : public testing::SurveyTest {
  protected:
    /// Every cell of every table of surveys, as whoever copies the database sees it.
    std::string dump() {
        std::string all;
        for (const std::string table :
             {"respondents", "answers", "row_states", "sealed_answers", "wave_events", "wave_members",
              "waves", "outbox_mail", "jobs", "idempotency_keys"})
            all += dump_of(table);
        return all;
    }

  private:
    std::string dump_of(const std::string& table) {
        if (GetParam() == db::Engine::postgres)
            return db()
                .read([&](db::Session& session) {
                    return session.value<std::optional<std::string>>(
                        "SELECT string_agg(CAST(t AS TEXT), ';') FROM " + table + " t");
                })
                .value_or("");
        return {};
    }
};
KONBIT_ON_BOTH_DATABASES(SealedDump);

/// The bytes of the database on disk: file, write-ahead log and all.
std::string file_bytes(const std::string& where) {
    std::string all;
    for (const std::string suffix : {"", "-wal"}) {
        std::ifstream file(where + suffix, std::ios::binary);
        all += std::string(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

// Two respondents of two rosters name the same members; their plain rows are 0 1 1 0 in some form. None of
// the forms in which such a row could stand in the database may be there, and no alter may stand beside a
// sealed question.
TEST_P(SealedDump, HoldsNoPlainRow) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    const auto question_id = question(wave, QuestionKey::sensitive).id;
    ASSERT_TRUE(save_whole_row(
        app(), by, question_id,
        {.values = {{roster[1].id, 1}, {roster[2].id, 1}}, .device = "phone-of-the-canary", .sequence = 1}));
    const std::string bytes = GetParam() == db::Engine::sqlite ? file_bytes(where()) : dump();
    ASSERT_THAT(bytes, ::testing::HasSubstr("phone-of-the-canary")) << "the dump must show what is plain";
    const std::string row{0, 1, 1, 0};
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(std::string("\x01\x04\x00", 3) + row)));
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr("0104000001"
                                                           "0100")));
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr("\"value\"")));
    const auto plain_ties = db().read([&](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM answers WHERE question_id = $1",
                                           question_id);
    });
    EXPECT_EQ(plain_ties, 0);
}

TEST_P(SealedDump, KeepsTheKeyOutside) {
    const Wave wave = make_open_wave();
    const std::string key(sealed::read_wave_key(app().keys, wave.id).value().view());
    const std::string bytes = GetParam() == db::Engine::sqlite ? file_bytes(where()) : dump();
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(key)));
}

}  // namespace
}  // namespace konbit::answers
