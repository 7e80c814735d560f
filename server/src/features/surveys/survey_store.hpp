// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/instrument.hpp"
#include "features/surveys/wave.hpp"

#include <array>
#include <span>

namespace konbit::surveys {

/// The wording of one question with its hash, worked out before a transaction begins.
struct PreparedWording {
    Localized wording{};
    std::string sha256{};
    bool is_own = false;  ///< The facilitator's, not the library's.
};

/// The standard wording of every question of the library, in its order.
using PreparedInstrument = std::array<PreparedWording, library.size()>;

/// The wordings that a wave of that kind asks with.
PreparedInstrument prepare_instrument(const Catalog& texts, bool is_baseline);

inline const PreparedWording& wording_in(const PreparedInstrument& wordings, QuestionKey key) {
    return wordings[static_cast<std::size_t>(key)];
}

/// The survey of the facilitator's cluster, made when there is none yet.
SurveyId survey_of_cluster(db::Session& db, const Facilitator& by, std::string_view title);

/// Gives a wave the library's questions in these wordings, in place of those it had. Equal wordings share one
/// version.
/// @param only  Ask these questions alone; empty: the five standard ones.
void set_instrument(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now,
                    std::span<const QuestionKey> only = {});

/// Asks one question more in this wave.
/// @param asked  With its rules; the id through all waves is found or made.
void add_question(db::Session& db, const Wave& wave, const Question& asked, const PreparedWording& wording,
                  Instant now);

/// Puts the standard wordings of today in place of older ones; own wordings stay.
void refresh_wordings(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now);

/// Gives a wave the questions of another one of its survey, as strictly kept and in the same own words, in
/// place of those it had.
/// @return ErrorCode::invalid with "/same_questions_as" "not_allowed" for a wave of another survey.
Result<void> copy_instrument(db::Session& db, const Wave& wave, const WaveId& from,
                             const PreparedInstrument& wordings, Instant now);

/// The questions that a wave asks, in their order.
std::vector<Question> list_questions(db::Session& db, const WaveId& wave);

}  // namespace konbit::surveys
