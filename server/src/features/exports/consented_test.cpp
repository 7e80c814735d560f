// SPDX-License-Identifier: Apache-2.0
#include "features/exports/consented.hpp"

#include <gtest/gtest.h>

#include <set>

namespace konbit::exports {
namespace {

using networks::MapNode;
using networks::QuestionData;
using networks::WaveData;

/// Three members: 0 names 1 and 2, 1 names 0; in each question.
WaveData three_members() {
    WaveData data;
    for (int i = 0; i < 3; ++i) {
        auto& actor = data.actors.emplace_back();
        actor.member.id = new_id<WaveMemberId>();
    }
    for (const auto sensitivity : {Sensitivity::open, Sensitivity::limited, Sensitivity::sealed}) {
        QuestionData& question = data.questions.emplace_back();
        question.question.sensitivity = sensitivity;
        question.question.purposes = {AnswerPurpose::map_to_members, AnswerPurpose::evaluation,
                                      AnswerPurpose::research};
        question.rows = {RowState::answered, RowState::answered, RowState::nonresponse};
        question.is_named = {true, true, true};
        question.ties = {{0, 1, 1}, {0, 2, 1}, {1, 0, 1}};
    }
    return data;
}

TEST(Consented, LeavesSealedQuestionsOutOfEveryFile) {
    for (const auto purpose :
         {ExportPurpose::facilitation, ExportPurpose::evaluation, ExportPurpose::research})
        EXPECT_EQ(consented(three_members(), purpose, {})->questions.size(), 2u);
    EXPECT_EQ(consented(three_members(), ExportPurpose::members, {})->questions.size(), 1u);
}

TEST(Consented, LeavesOutWhatAQuestionWasNotAskedFor) {
    WaveData data = three_members();
    data.questions[0].question.purposes = {AnswerPurpose::map_to_members, AnswerPurpose::evaluation};
    EXPECT_EQ(consented(data, ExportPurpose::members, {})->questions.size(), 1u);
    EXPECT_EQ(consented(data, ExportPurpose::research, {})->questions.size(), 1u) << "the limited one";
    data.questions[0].question.purposes = {AnswerPurpose::evaluation};
    EXPECT_FALSE(consented(data, ExportPurpose::members, {}));
}

TEST(Consented, LeavesNothingWhereEveryQuestionIsSealed) {
    WaveData data = three_members();
    data.questions.erase(data.questions.begin(), data.questions.begin() + 2);
    EXPECT_EQ(consented(data, ExportPurpose::facilitation, {}).error().code, ErrorCode::not_found);
}

TEST(Consented, KeepsTheRowsOfThoseWhoAgreed) {
    const WaveData data = three_members();
    const auto kept = consented(data, ExportPurpose::members, {data.actors[1].member.id});
    ASSERT_EQ(kept->questions.front().ties.size(), 1u);
    EXPECT_EQ(kept->questions.front().ties.front().from, 1);
    EXPECT_EQ(kept->questions.front().rows[0], RowState::nonresponse) << "unknown, not empty";
    EXPECT_EQ(consented(data, ExportPurpose::facilitation, {})->questions.front().ties.size(), 3u);
}

/// Seven in Grenada, of which three are cooperatives; one in Dominica.
networks::MapReport eight_nodes() {
    networks::MapReport map;
    for (int i = 0; i < 8; ++i) {
        MapNode& node = map.nodes.emplace_back();
        node.id = new_id<WaveMemberId>();
        node.label = "Firm " + std::to_string(i);
        node.kind = i < 3 ? "cooperative" : "firm";
        node.country_code = i == 7 ? "DM" : "GD";
        node.subsector = "Cocoa";
    }
    return map;
}

TEST(NamesTakenOff, LeaveNumbersInAnOrderOfTheirOwn) {
    auto one = eight_nodes();
    auto other = one;
    take_names_off(one, 1);
    take_names_off(other, 2);
    std::set<std::string> labels;
    for (const auto& node : one.nodes) labels.insert(node.label);
    EXPECT_EQ(labels.size(), 8u);
    EXPECT_TRUE(labels.contains("member 8"));
    bool differs = false;
    for (std::size_t i = 0; i < 8; ++i) differs = differs || one.nodes[i].id != other.nodes[i].id;
    EXPECT_TRUE(differs);
}

// The one of Dominica would be known by its country: no country is told at all.
TEST(NamesTakenOff, TellNothingThatFewerThanThreeShare) {
    auto map = eight_nodes();
    take_names_off(map, 1);
    for (const auto& node : map.nodes) {
        EXPECT_EQ(node.country_code + node.kind, "");
        EXPECT_FALSE(node.subsector);
        EXPECT_TRUE(node.answered) << "who is silent looks like the others";
    }
    auto shared = eight_nodes();
    shared.nodes.pop_back();
    take_names_off(shared, 1);
    for (const auto& node : shared.nodes) EXPECT_EQ(node.country_code, "GD");
    EXPECT_EQ(std::ranges::count(shared.nodes, "cooperative", &MapNode::kind), 3);
}

}  // namespace
}  // namespace konbit::exports
