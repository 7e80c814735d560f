// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/surveys/wave.hpp"

#include <map>
#include <vector>

/// Where a question goes on from the waves before, and where it begins anew.
namespace konbit::surveys {

/// In what a question differs from the last wave that asked it, so that figures are compared with care.
enum class SeriesBreak {
    wording,  ///< In any language.
    scale,    ///< Or the words for its values.
    gate,     ///< Other members are asked about.
};
constexpr auto names(SeriesBreak) { return std::to_array<std::string_view>({"wording", "scale", "gate"}); }

/// The breaks of a wave's questions; those that go on, or are asked for the first time, are left out.
std::map<QuestionId, std::vector<SeriesBreak>> series_breaks(db::Session& db, const WaveId& wave);

}  // namespace konbit::surveys
