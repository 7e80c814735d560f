// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/analyses/analysis_desk.hpp"
#include "features/networks/network_report.hpp"
#include "features/pages/words.hpp"
#include "features/reports/blind_map.hpp"
#include "features/reports/group_response.hpp"
#include "features/stories/story.hpp"
#include "features/surveys/wave_views.hpp"
#include "features/wave_changes/timeline.hpp"
#include "features/wave_changes/wave_change.hpp"

#include <vector>

namespace konbit::reports {

/// Members who answered, by one thing that the roster says of them.
struct Grouping {
    std::string name;  ///< "country_code", "subsector" or "programme".
    std::vector<GroupResponse> groups;
};

/// Everything that a report is written from. Nothing in it names who answered what.
struct Material {
    Wave wave{};
    networks::NetworkReport network{};
    wave_changes::WaveChange change{};
    std::vector<surveys::AskedQuestion> questions{};
    std::vector<Grouping> groupings{};
    std::optional<BlindMap> map{};
    // For the evaluator only.
    std::vector<stories::StoryTable> tables{};
    wave_changes::Timeline timeline{};
    analyses::AnalysisDesk tests{};
    std::string author{};  ///< The account that takes the report out.
    Instant at{};
};

/// The stamp of a report in the words of its reader: who, when, for what, under which consent, which wave,
/// how many answered, and what the frozen results hash to.
std::string stamp_of(const Material& material, Audience audience, const pages::Words& words);

/// The report for the board.
Report board_report(const Material& material, const pages::Words& words);

/// The report for the evaluator.
Report evaluator_report(const Material& material, const pages::Words& words);

/// Whether figures may leave on paper that rest on so many members.
bool are_enough(int members);

/// A sentence without the names in it: what only the facilitator may know is left to the facilitator.
std::string nameless(const networks::Sentence& sentence, const pages::Words& words);

// Parts that both have.
Part sentences_part(const Material& material, const pages::Words& words);
Part funnel_part(const Material& material, const pages::Words& words);
Part picture_part(const Material& material, const pages::Words& words);
Part change_part(const Material& material, const pages::Words& words);
Part unknown_part(const Material& material, const pages::Words& words);

std::string question_name(QuestionKey key, const pages::Words& words);

/// "43%" as the language writes it, of a share in [0, 1].
std::string percent(const pages::Words& words, double share);

/// Head, picture and stamp; the parts follow.
Report frame(const Material& material, Audience audience, const pages::Words& words);

}  // namespace konbit::reports
