// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/instrument.hpp"
#include "features/surveys/wave.hpp"

#include <array>

namespace konbit::surveys {

/// The wording of one question with its hash, worked out before a transaction begins.
struct PreparedWording {
    QuestionKey key = QuestionKey::know;
    Localized wording{};
    std::string sha256{};
};
using PreparedInstrument = std::array<PreparedWording, instrument.size()>;

/// The wordings that a wave of that kind asks with.
PreparedInstrument prepare_instrument(const Catalog& texts, bool is_baseline);

/// The survey of the facilitator's cluster, made with the standard instrument when there is none yet.
SurveyId survey_of_cluster(db::Session& db, const Facilitator& by, std::string_view title);

/// Gives a wave its questions in these wordings, in place of those it had. Equal wordings share one version.
/// @param only  Ask these questions alone; empty: all of them.
void set_instrument(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now,
                    std::span<const QuestionKey> only = {});

/// The questions that a wave asks, in their order.
std::vector<Question> list_questions(db::Session& db, const WaveId& wave);

}  // namespace konbit::surveys
