// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/answers/answer_store.hpp"
#include "features/app.hpp"

/// Ticks in advance whom a respondent knew last time. That saves effort and anchors: one in ten is asked
/// without, so that the difference can be measured (features/wave_changes).
namespace konbit::answers {

/// Stands where answers name a device: the server ticked it, and nobody has touched it since.
inline constexpr std::string_view last_wave = "last wave";

/// Whether this respondent is asked without its former answers: one in ten, drawn by the installation key,
/// the same at every call and anew in every wave.
bool is_control(App& app, const RespondentId& respondent);

/// Writes the ticks of the last wave as untouched answers, once, and notes the draw. A question that was
/// begun stays as it is; nothing counts before the respondent goes on from it.
void prefill(db::Session& db, const Respondent& by, bool is_control, Instant now);

/// Erases the note of a respondent who takes its answers back.
void forget_prefill(db::Session& db, const RespondentId& respondent);

}  // namespace konbit::answers
