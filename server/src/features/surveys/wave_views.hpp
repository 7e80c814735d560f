// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/invitation.hpp"
#include "features/surveys/series.hpp"

/// What the API sends of waves: records together with what is worked out about them.
namespace konbit::surveys {

/// A wave with its response so far.
struct WaveSummary : Wave {
    std::int64_t asked = 0;               ///< Members who are asked.
    std::int64_t answered = 0;            ///< Members with at least one observed row.
    std::optional<double> response_rate;  ///< Nothing when nobody is asked.

    static constexpr auto fields() {
        return std::tuple_cat(Wave::fields(),
                              std::tuple{
                                  field("asked", &WaveSummary::asked, Access::read_only),
                                  field("answered", &WaveSummary::answered, Access::read_only),
                                  field("response_rate", &WaveSummary::response_rate, Access::read_only),
                              });
    }
};

/// A question as this wave asks it.
struct AskedQuestion {
    QuestionId id{};
    QuestionKey key = QuestionKey::know;
    int position = 1;
    Sensitivity sensitivity = Sensitivity::open;
    Scale scale = Scale::binary;
    std::optional<QuestionKey> gate;
    std::vector<Localized>
        anchors;  ///< Own words for the values, the lowest first; empty: the standard ones.
    std::vector<AnswerPurpose> purposes;
    Localized wording;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &AskedQuestion::id, Access::read_only),
            field("key", &AskedQuestion::key, Access::read_only),
            field("position", &AskedQuestion::position, Access::read_only),
            field("sensitivity", &AskedQuestion::sensitivity, Access::read_only),
            field("scale", &AskedQuestion::scale, Access::read_only),
            field("gate", &AskedQuestion::gate, Access::read_only),
            field("anchors", &AskedQuestion::anchors, Access::read_only),
            field("purposes", &AskedQuestion::purposes, Access::read_only),
            field("wording", &AskedQuestion::wording, Access::read_only),
        };
    }
};

/// A question of a wave beside the waves before it.
struct WaveQuestion : AskedQuestion {
    Symmetrization symmetrization = Symmetrization::or_shown;
    bool breaks_series = false;  ///< Asked otherwise than in the last wave that did: compare with care.
    std::vector<SeriesBreak> breaks;

    static constexpr auto fields() {
        return std::tuple_cat(AskedQuestion::fields(),
                              std::tuple{
                                  field("symmetrization", &WaveQuestion::symmetrization, Access::read_only),
                                  field("breaks_series", &WaveQuestion::breaks_series, Access::read_only),
                                  field("breaks", &WaveQuestion::breaks, Access::read_only),
                              });
    }
};

/// A member of the roster and how far it came with answering. Nothing of what it answered.
struct MemberProgress : WaveMember {
    RespondentState state = RespondentState::invited;  ///< Of the informant who came furthest.
    std::int64_t informants = 1;                       ///< People who are asked for it.

    static constexpr auto fields() {
        return std::tuple_cat(
            WaveMember::fields(),
            std::tuple{field("state", &MemberProgress::state, Access::read_only),
                       field("informants", &MemberProgress::informants, Access::read_only)});
    }
};

struct WaveDetail : WaveSummary {
    std::vector<WaveQuestion> questions;
    std::vector<MemberProgress> members;  ///< Those who are asked.
    std::vector<WaveSummary> pilots;      ///< Of a draft.

    static constexpr auto fields() {
        return std::tuple_cat(WaveSummary::fields(),
                              std::tuple{
                                  field("questions", &WaveDetail::questions, Access::read_only),
                                  field("members", &WaveDetail::members, Access::read_only),
                                  field("pilots", &WaveDetail::pilots, Access::read_only),
                              });
    }
};

}  // namespace konbit::surveys
