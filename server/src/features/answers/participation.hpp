// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/answers/answer.hpp"
#include "features/links/invitation.hpp"

#include <string>
#include <string_view>

/// Whether a respondent takes part: what it agrees to, that it does not, and that it is done.
namespace konbit::answers {

/// What the respondent agreed to, given before the first answer and changeable while the wave is open.
struct ConsentGiven {
    Consent consent = Consent::aggregate;
    std::string consent_version;
    std::string language;
    std::string device{};               ///< As in Tap; empty when the device gave none.
    bool shares_with_members = false;   ///< Open ties may stand on a map that members see.
    bool shares_with_research = false;  ///< Answers may leave for research, without names.

    static constexpr auto fields() {
        return std::tuple{
            field("consent", &ConsentGiven::consent),
            field("consent_version", &ConsentGiven::consent_version),
            field("language", &ConsentGiven::language),
            field("device", &ConsentGiven::device).defaulted(),
            field("shares_with_members", &ConsentGiven::shares_with_members).defaulted(),
            field("shares_with_research", &ConsentGiven::shares_with_research).defaulted(),
        };
    }
};
/// Who comes to agree that limited answers are shown by name agrees for what this device gave: those of other
/// devices are forgotten, or whoever holds the link could uncover them.
/// @return ErrorCode::conflict "consent_changed" when another text was agreed to than the wave's,
/// "wave_closed"
///         when more is agreed to after its end; ErrorCode::invalid for a language in which it does not ask.
Result<void> save_consent(db::Session& db, const Respondent& by, const ConsentGiven& given, Instant now);

/// The respondent does not take part: what was answered is erased, sealed answers too; the name stays on the
/// roster.
Result<void> decline(db::Session& db, const Respondent& by, Instant now);

/// Erases all that the respondent answered, sealed rows too, and the consent to it.
/// @param state  What becomes of the respondent: declined, or withdrawn once the wave is frozen.
void take_back_all(db::Session& db, const Respondent& by, RespondentState state);

/// The respondent is done: what was begun counts as answered; after the end only what was entered for it.
/// @param receipt  Kept unless there is one already.
/// @return The receipt.
Result<std::string> finish(db::Session& db, const Respondent& by, std::string_view receipt, Instant now);

}  // namespace konbit::answers
