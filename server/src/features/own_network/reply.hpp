// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/answers/answer_store.hpp"
#include "features/app.hpp"
#include "features/own_network/own_network.hpp"

/// The right of reply: ten days after closing (surveys::days_of_reply) in which members correct what they
/// said and object to what was said of them, before anything is final or any map is shared.
namespace konbit::own_network {

/// Corrects one own answer; what stood there before is kept for the respondent to read.
/// @return The errors of answers::correct_tap() and reseal_behind_gates().
Result<void> correct(App& app, const Respondent& by, const QuestionId& question, const WaveMemberId& alter,
                     const answers::Tap& tap);

/// Says that whatever a member said of the respondent in an open question is wrong, or takes that back.
/// Nothing is removed, and the answer does not tell whether there is such a tie.
/// @return ErrorCode::not_found for a question that is not open or a member of another wave;
///         ErrorCode::conflict "named_too" for somebody whom the respondent names there itself, and the
///         errors of answers::standing_for_reply().
Result<void> dispute(db::Session& db, const Respondent& by, const QuestionId& question,
                     const WaveMemberId& namer, Instant now);
Result<void> withdraw_dispute(db::Session& db, const Respondent& by, const QuestionId& question,
                              const WaveMemberId& namer, Instant now);

/// Notes that the respondent has looked and is content.
Result<void> reply(db::Session& db, const Respondent& by, Instant now);

/// Own corrections. Limited ones under a consent to figures only come back to the device that made them.
std::vector<AnswerCorrection> list_corrections(db::Session& db, const Respondent& by,
                                               std::string_view device);

bool has_replied(db::Session& db, const Respondent& by);

/// Erases all that this slice keeps of a respondent who takes its answers back.
void forget(db::Session& db, const RespondentId& respondent);

/// How far the time of reply is; for the facilitator, numbers only.
struct ReplyProgress {
    Instant until{};
    int answered = 0;   ///< Members who may reply.
    int replied = 0;    ///< Of these, said that all is right, corrected or objected.
    int corrected = 0;  ///< Of these, corrected an own answer.
    int disputed = 0;   ///< Ties that the member at their other end disputes.

    static constexpr auto fields() {
        return std::tuple{
            field("until", &ReplyProgress::until),       field("answered", &ReplyProgress::answered),
            field("replied", &ReplyProgress::replied),   field("corrected", &ReplyProgress::corrected),
            field("disputed", &ReplyProgress::disputed),
        };
    }
};

/// @return Nothing while the wave is not closed.
std::optional<ReplyProgress> find_reply_progress(db::Session& db, const WaveFacilitator& by,
                                                 const Wave& wave);

}  // namespace konbit::own_network
