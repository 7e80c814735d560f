// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string_view>

/// What a respondent said in the wave that it answered last, as far as it may help it in a later one. Sealed
/// answers have no part in it, whether they are sealed now or were then.
namespace konbit::answers {

/// An answer of the last time: the member on the roster of the present wave.
struct FormerAnswer {
    QuestionId question_id{};
    WaveMemberId alter_id{};
    int value = 1;  ///< On the question's scale; 0 when "never" was said.

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &FormerAnswer::question_id),
            field("alter_id", &FormerAnswer::alter_id),
            field("value", &FormerAnswer::value),
        };
    }
};

/// What the page of a later wave is given.
struct LastTime {
    std::string wave_title;
    std::vector<WaveMemberId> known;  ///< Ticked in advance once the respondent agreed to take part.
    std::vector<FormerAnswer>
        answers;  ///< To the other questions: shown after the member is answered for anew.
    std::vector<WaveMemberId> newcomers;  ///< Not on the roster then.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_title", &LastTime::wave_title),
            field("known", &LastTime::known),
            field("answers", &LastTime::answers),
            field("newcomers", &LastTime::newcomers),
        };
    }
};

/// Who the respondent was in the wave that it answered last.
struct LastWave {
    RespondentId respondent_id{};
    WaveId wave_id{};
    std::string title;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &LastWave::respondent_id),
            field("wave_id", &LastWave::wave_id),
            field("title", &LastWave::title),
        };
    }
};

/// The latest earlier wave of the survey in which the member answered by its own link and still takes part.
/// @return Nothing in a first wave or a pilot, for members with several respondents (nobody can tell whose
///         answers they were), and where the answers were invented for the demonstration.
std::optional<LastWave> find_last_wave(db::Session& db, const RespondentId& respondent);

/// Whom the respondent knew then, as far as they are on the roster of `wave` and the question is the same and
/// open in both.
std::vector<WaveMemberId> list_known_last_time(db::Session& db, const LastWave& last, const WaveId& wave);

/// @param device  The name that the asking device made for itself: limited answers under a consent to figures
///                only come back to the device that gave them.
std::optional<LastTime> find_last_time(db::Session& db, const Respondent& by, std::string_view device);

}  // namespace konbit::answers
