// SPDX-License-Identifier: Apache-2.0
#include "features/answers/consent_log.hpp"

#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

namespace konbit::answers {
namespace {

/// A line of the log.
struct Line {
    Purpose purpose = Purpose::members;
    bool is_given = false;
    std::string language;
    std::string text_sha256;

    static constexpr auto fields() {
        return std::tuple{field("purpose", &Line::purpose), field("is_given", &Line::is_given),
                          field("language", &Line::language), field("text_sha256", &Line::text_sha256)};
    }
};

class ConsentLog : public testing::SurveyTest {
  protected:
    void agree(const Wave& wave, const Respondent& by, ConsentGiven given) {
        given.consent_version = wave.consent_version;
        write([&](db::Session& session) -> Result<void> {
            KONBIT_CHECK(save_consent(session, by, given, clock().now()));
            log_consent(session, app().texts, by, clock().now());
            return {};
        });
        clock().advance(second_ms);
    }
    /// In the order in which they were written; the purposes of one change in theirs.
    std::vector<Line> lines(const Respondent& by) {
        return db().read([&](db::Session& session) {
            return session.query<Line>(R"(
                SELECT purpose, is_given, language, text_sha256 FROM consents
                WHERE respondent_id = $1 ORDER BY recorded_at, id)",
                                       by.respondent());
        });
    }
    static std::string given(const std::vector<Line>& lines, std::size_t from) {
        std::string marks;
        for (std::size_t i = from; i < from + 4; ++i) marks += lines.at(i).is_given ? 'y' : '-';
        return marks;
    }
    Respondent invited(const Wave& wave) { return System::respondent(link(wave, 0).respondent_id, wave.id); }
};
KONBIT_ON_BOTH_DATABASES(ConsentLog);

// members, facilitator, figures, research: one line each, at every change.
TEST_P(ConsentLog, AddsALineForEachPurposeAndKeepsTheFormerOnes) {
    const Wave wave = make_open_wave();
    const auto by = invited(wave);
    agree(wave, by, {.consent = Consent::facilitator, .language = "en", .shares_with_members = true});
    agree(wave, by, {.consent = Consent::aggregate, .language = "en"});
    const auto all = lines(by);
    ASSERT_EQ(all.size(), 8u);
    EXPECT_EQ(given(all, 0), "yyy-");
    EXPECT_EQ(given(all, 4), "--y-");
}

TEST_P(ConsentLog, NotesWhichTextWasShownWithTheNamesInIt) {
    const Wave wave = make_open_wave();
    const auto by = invited(wave);
    agree(wave, by, {.consent = Consent::aggregate, .language = "en"});
    agree(wave, by, {.consent = Consent::aggregate, .language = "es"});
    db().write([&](db::Session& session) {
        session.change("INSERT INTO wave_readers (wave_id, names) VALUES ($1, '[\"CDB\"]')", wave.id);
    });
    agree(wave, by, {.consent = Consent::aggregate, .language = "es"});
    const auto all = lines(by);
    EXPECT_EQ(all.at(0).text_sha256, crypto::sha256_hex(consent_text(app().texts, "en", "Windward", {})));
    EXPECT_EQ(all.at(4).language, "es");
    EXPECT_NE(all.at(4).text_sha256, all.at(8).text_sha256) << "a reader more is another text";
    EXPECT_EQ(all.at(8).text_sha256,
              crypto::sha256_hex(consent_text(app().texts, "es", "Windward", {.names = {"CDB"}})));
}

TEST_P(ConsentLog, NotesThatTotalsArePublicAsAnotherText) {
    const Catalog& texts = app().texts;
    const TotalsReaders anybody{.is_public = true};
    EXPECT_NE(consent_text(texts, "fr", "Windward", anybody), consent_text(texts, "fr", "Windward", {}));
    const Wave wave = make_open_wave();
    const auto by = invited(wave);
    db().write([&](db::Session& session) {
        session.change("INSERT INTO public_figures (wave_id, announced_at) VALUES ($1, 1)", wave.id);
    });
    agree(wave, by, {.consent = Consent::aggregate, .language = "fr"});
    EXPECT_EQ(lines(by).at(0).text_sha256,
              crypto::sha256_hex(consent_text(texts, "fr", "Windward", anybody)));
}

TEST_P(ConsentLog, NotesARefusalForEveryPurpose) {
    const Wave wave = make_open_wave();
    const auto by = invited(wave);
    agree(wave, by, {.consent = Consent::facilitator, .language = "fr", .shares_with_research = true});
    write([&](db::Session& session) -> Result<void> {
        KONBIT_CHECK(decline(session, by, clock().now()));
        log_consent(session, app().texts, by, clock().now());
        return {};
    });
    const auto all = lines(by);
    EXPECT_EQ(given(all, 0), "-yyy");
    EXPECT_EQ(given(all, 4), "----");
    EXPECT_EQ(all.at(4).language, "fr");
}

}  // namespace
}  // namespace konbit::answers
