// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"
#include "features/surveys/instrument.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

/// Waves made by hand, small enough to work their story out on paper.
namespace konbit::stories {

/// A member of a hand-made wave.
struct Hand {
    std::string label;
    std::string country;
    std::string sector = "";
    bool answered = true;
    bool is_facilitator = false;
};

/// A frozen wave with one open question; ties go both ways where both answered.
inline networks::WaveData wave_of(const std::vector<Hand>& members,
                                  const std::vector<std::pair<int, int>>& contacts) {
    networks::WaveData data;
    data.wave.state = WaveState::frozen;
    auto& asked = data.questions.emplace_back();
    asked.question = surveys::new_question(SurveyId(), surveys::in_library(QuestionKey::know));
    for (const auto& hand : members) {
        auto& member = data.actors.emplace_back(networks::Actor{.place_in_layout = data.size()}).member;
        member.id = new_id<WaveMemberId>();
        member.label = hand.label;
        member.kind = "firm";
        member.country_code = hand.country;
        if (!hand.sector.empty()) member.subsector = hand.sector;
        member.is_facilitator = hand.is_facilitator;
        asked.rows.push_back(hand.answered ? RowState::answered : RowState::nonresponse);
        asked.is_named.push_back(true);
    }
    for (const auto& [one, other] : contacts) {
        if (members[static_cast<std::size_t>(one)].answered) asked.ties.push_back({one, other, 1});
        if (members[static_cast<std::size_t>(other)].answered) asked.ties.push_back({other, one, 1});
    }
    std::ranges::sort(asked.ties);
    data.has_declined.resize(data.actors.size());
    data.layout.actor_count = data.size();
    return data;
}

/// A triangle of Ann, Bea and Cai around Xia, who alone knows Dot, who alone knows Eve; Cai and Eve are in
/// one line of business.
inline const std::vector<Hand> six{{"Ann", "GD", "cocoa"}, {"Bea", "GD", "spice"},
                                   {"Cai", "GD", "soap"},  {"Xia", "GD", "support", true, true},
                                   {"Dot", "LC", "hotel"}, {"Eve", "LC", "soap"}};
inline const std::vector<std::pair<int, int>> tail{{0, 1}, {1, 2}, {0, 2}, {0, 3},
                                                   {1, 3}, {2, 3}, {3, 4}, {4, 5}};

/// Five members of each of two countries, everybody tied to everybody.
inline networks::WaveData complete() {
    std::vector<Hand> members;
    std::vector<std::pair<int, int>> contacts;
    for (int i = 0; i < 10; ++i) members.push_back({std::to_string(i), i < 5 ? "GD" : "LC"});
    for (int i = 0; i < 10; ++i)
        for (int j = i + 1; j < 10; ++j) contacts.emplace_back(i, j);
    return wave_of(members, contacts);
}

inline const networks::QuestionData& only(const networks::WaveData& data) { return data.questions.front(); }

}  // namespace konbit::stories
