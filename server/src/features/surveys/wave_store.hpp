// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/surveys/survey_store.hpp"
#include "features/surveys/wave_rules.hpp"
#include "features/surveys/wave_views.hpp"

namespace konbit::surveys {

/// The waves of the facilitator's cluster, the newest first.
std::vector<WaveSummary> list_waves(db::Session& db, const Facilitator& by);

Result<Wave> find(db::Session& db, const WaveFacilitator& by);
/// The wave with its questions, its roster and how far each member came.
Result<WaveDetail> find_detail(db::Session& db, const WaveFacilitator& by);

/// Makes a draft with the standard instrument and the present members.
Result<Wave> insert(db::Session& db, Wave wave, const Facilitator& by, const PreparedInstrument& wordings,
                    Instant now);

/// Writes a wave that was found before.
/// @return ErrorCode::stale when it was changed meanwhile.
Result<Wave> update(db::Session& db, const Wave& wave, const WaveFacilitator& by);

/// Deletes a wave that nobody has begun to answer, or a pilot, with its roster and its links. The history
/// keeps its title.
/// @return ErrorCode::conflict with "wave_in_use" once a link was opened or an answer exists.
Result<void> remove(db::Session& db, const Wave& wave, const WaveFacilitator& by, Instant now);

/// Opens a draft: the roster becomes that of today and is frozen with the wording and the consent text. Its
/// pilots go, with what was answered there.
/// @return ErrorCode::conflict when the wave is no draft, its roster too small or too large, or
/// "nobody_asked".
Result<Wave> open_wave(db::Session& db, const WaveFacilitator& by, const PreparedInstrument& wordings,
                       Instant now);

/// Closes, reopens, freezes or publishes a wave. Reopening lets members in who joined since.
/// @return ErrorCode::conflict when the state does not allow it (wave_rules.hpp).
Result<Wave> move_wave(db::Session& db, const WaveFacilitator& by, WaveEvent event, Instant now);

/// Notes what was done to a wave; nothing of what was answered.
void log_event(db::Session& db, const WaveFacilitator& by, WaveEvent event, Instant now,
               std::optional<RespondentId> respondent = {});

}  // namespace konbit::surveys
