// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/surveys/design_views.hpp"
#include "features/surveys/survey_store.hpp"

namespace konbit::surveys {

/// The wording of each question of a design, in its order.
using PreparedDesign = std::vector<PreparedWording>;

/// Own wordings that say what the standard ones say are no own wordings.
Design without_repeated_standard(Design design, const PreparedInstrument& standard);

/// Hashes: never inside a transaction.
PreparedDesign prepare(const Design& design, const PreparedInstrument& standard);

/// What the wave asks.
Design find_design(db::Session& db, const Wave& wave);

/// The whole library with what the wave makes of it, and how the waves before asked.
WaveDesign find_wave_design(db::Session& db, const Wave& wave, const PreparedInstrument& standard);

/// Changes what a wave asks. After the opening the change is kept in the history.
/// @param design  As checked() gave it, with its wordings in `prepared`.
/// @return ErrorCode::conflict with "only_stricter", "instrument_frozen", or "answers_given" when a question
/// is to
///         be sealed that was answered unsealed.
Result<Wave> redesign(db::Session& db, const WaveFacilitator& by, const Wave& wave, const Design& design,
                      const PreparedDesign& prepared, Instant now);

}  // namespace konbit::surveys
