// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/surveys/design.hpp"

/// What the API sends of the design of a wave: everything that could be asked, with what this wave makes of
/// it.
namespace konbit::surveys {

/// One question of the library.
struct DesignedQuestion {
    QuestionKey key = QuestionKey::know;
    bool is_asked = false;
    bool is_standard = false;  ///< Asked by every wave.
    bool is_gate = false;      ///< Others list only those ticked here, so it cannot be sealed.
    Sensitivity sensitivity = Sensitivity::open;
    Sensitivity least_sensitivity = Sensitivity::open;  ///< It may be asked as this, or more strictly.
    Symmetrization symmetrization = Symmetrization::or_shown;
    Scale scale = Scale::binary;
    std::optional<QuestionKey> gate;
    std::vector<Localized> anchors;  ///< Own words for the values; empty: the standard ones.
    std::vector<AnswerPurpose> purposes;
    std::vector<Scale> scales;                    ///< Those on which it can be asked.
    std::vector<Symmetrization> symmetrizations;  ///< Those that it can have.
    std::optional<QuestionRules> previous_rules;  ///< In the last wave that asked it.
    Localized wording;                            ///< As this wave asks, or would ask.
    bool is_own_wording = false;
    Localized standard_wording;
    Localized previous_wording;  ///< In the last wave that asked it; empty: never asked before.

    static constexpr auto fields() {
        return std::tuple{
            field("key", &DesignedQuestion::key, Access::read_only),
            field("is_asked", &DesignedQuestion::is_asked, Access::read_only),
            field("is_standard", &DesignedQuestion::is_standard, Access::read_only),
            field("is_gate", &DesignedQuestion::is_gate, Access::read_only),
            field("sensitivity", &DesignedQuestion::sensitivity, Access::read_only),
            field("least_sensitivity", &DesignedQuestion::least_sensitivity, Access::read_only),
            field("symmetrization", &DesignedQuestion::symmetrization, Access::read_only),
            field("scale", &DesignedQuestion::scale, Access::read_only),
            field("gate", &DesignedQuestion::gate, Access::read_only),
            field("anchors", &DesignedQuestion::anchors, Access::read_only),
            field("purposes", &DesignedQuestion::purposes, Access::read_only),
            field("scales", &DesignedQuestion::scales, Access::read_only),
            field("symmetrizations", &DesignedQuestion::symmetrizations, Access::read_only),
            field("previous_rules", &DesignedQuestion::previous_rules, Access::read_only),
            field("wording", &DesignedQuestion::wording, Access::read_only),
            field("is_own_wording", &DesignedQuestion::is_own_wording, Access::read_only),
            field("standard_wording", &DesignedQuestion::standard_wording, Access::read_only),
            field("previous_wording", &DesignedQuestion::previous_wording, Access::read_only),
        };
    }
};

struct WaveDesign {
    std::int64_t version = 1;                   ///< Of the wave.
    std::optional<std::string> previous_title;  ///< Of the wave before, with which the series goes on.
    std::vector<DesignedQuestion> questions;    ///< The whole library, in the order of asking.

    static constexpr auto fields() {
        return std::tuple{
            field("version", &WaveDesign::version, Access::read_only),
            field("previous_title", &WaveDesign::previous_title, Access::read_only),
            field("questions", &WaveDesign::questions, Access::read_only),
        };
    }
};

}  // namespace konbit::surveys
