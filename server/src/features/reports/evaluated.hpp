// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reports/material.hpp"

#include <map>
#include <set>

/// What members were told that their answers are for binds the evaluator's report: of questions that were not
/// asked for evaluation it says the wording and nothing else.
namespace konbit::reports {

/// The questions of each wave that were asked for evaluation.
using Evaluated = std::map<WaveId, std::set<QuestionKey>>;

bool is_for_evaluation(const std::vector<AnswerPurpose>& purposes);

/// The wave without the answers that are not for evaluation.
networks::WaveData evaluated(networks::WaveData data);

/// The sentences as they are when nobody looks at other answers; how many answered is said of all of them.
std::vector<networks::Sentence> evaluated_sentences(const networks::WaveData& all,
                                                    const networks::WaveData& kept);

/// The waves that a report looks at: its own, the one that the change begins with, those of the timeline and
/// of tests.
std::set<WaveId> waves_of(const Material& material);

/// Takes out of figures, funnel, contact outside, change, timeline and tests what rests on other questions. A
/// comparison takes a question that was for evaluation both times.
void keep_evaluated(Material& material, const Evaluated& asked);

}  // namespace konbit::reports
