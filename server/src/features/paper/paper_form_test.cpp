// SPDX-License-Identifier: Apache-2.0
#include "features/paper/paper_form.hpp"

#include "features/texts/catalog.hpp"

#include <gtest/gtest.h>

namespace konbit::paper {
namespace {

FormWave wave_of(int members) {
    FormWave wave{
        .cluster_name = "Cocoa", .title = "Spring", .closes_at = {}, .questions = {}, .members = {}};
    surveys::AskedQuestion know;
    know.wording.texts["en"] = "Whom do you know?";
    wave.questions.push_back(know);
    for (int i = 0; i < members; ++i) wave.members.push_back({code_of(i), "Member"});
    return wave;
}

std::size_t pages_of(const FormWave& wave) {
    pdf::Document document(pdf::Paper::a4, {"Form", "en"});
    add_form(document, Catalog{}, wave, {}, "en");
    return document.pages().size();
}

TEST(PaperForm, RunsOverAsManyPagesAsTheRosterNeeds) {
    EXPECT_EQ(pages_of(wave_of(5)), 1U);
    // A page has room for about forty rows of 19 points.
    EXPECT_GT(pages_of(wave_of(1000)), 24U);
    EXPECT_LT(pages_of(wave_of(1000)), 30U);
}

TEST(PaperForm, IsCalledByTwoGroupsOfFour) {
    EXPECT_EQ(in_groups("7F3K9Q2M"), "7F3K-9Q2M");
    EXPECT_EQ(in_groups("AB"), "AB");
}

}  // namespace
}  // namespace konbit::paper
