// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/question_rules.hpp"
#include "features/surveys/wave.hpp"

#include <vector>

/// What a facilitator decides about the questions of a wave; pure, so that tests can try every rule.
namespace konbit::surveys {

/// How a wave asks one question.
struct PlannedQuestion {
    QuestionKey key = QuestionKey::know;
    Sensitivity sensitivity = Sensitivity::open;  ///< As in the library, or stricter.
    /// The facilitator's own words in each language of the wave; empty: the standard ones.
    Localized wording{};
    std::optional<QuestionRules> rules{};  ///< Empty: as in the library; checked() fills them in.

    static constexpr auto fields() {
        return std::tuple{
            field("key", &PlannedQuestion::key),
            field("sensitivity", &PlannedQuestion::sensitivity),
            field("wording", &PlannedQuestion::wording),
            field("rules", &PlannedQuestion::rules).defaulted(),
        };
    }
    bool operator==(const PlannedQuestion&) const = default;
};

/// What a wave asks, in the order of asking.
struct Design {
    std::vector<PlannedQuestion> questions;

    static constexpr auto fields() { return std::tuple{field("questions", &Design::questions)}; }
    bool operator==(const Design&) const = default;
};

/// The five questions of every wave, as the library has them.
Design standard_design();

/// The question of that key, or nothing.
const PlannedQuestion* find(const Design& design, QuestionKey key);

/// Whether another question of the design lists only the members that were ticked at this one.
bool is_gate(const Design& design, QuestionKey key);

/// The design in the order of asking, texts trimmed, if a wave can ask it.
/// @param wave_languages  In which own wordings must be given.
/// @return ErrorCode::invalid with one FieldError for each broken rule: "/questions" "standard_missing" when
/// one
///         of the five is left out; "/questions/N/key" "repeated"; "/questions/N/sensitivity" "too_open"
///         below the library's, "not_sealable" for ties to organizations outside, "is_gate" for a sealed one
///         behind which others wait, "more_open_than_gate" for one that is kept less strictly than the one
///         whose marks it lists, or at "/questions/N/rules/purposes" "more_than_gate" when used for more;
///         "/questions/N/wording/xx" "required", "too_long", "not_allowed"; "/questions/N/rules/…" as
///         check_rules().
Result<Design> checked(Design design, const std::vector<std::string>& wave_languages);

/// Whether a wave in this state may go from one design to the other. A draft may do anything; once members
/// can answer, questions may only be kept more strictly and lose purposes; once frozen, nothing.
/// @return ErrorCode::conflict with "only_stricter" or "instrument_frozen".
Result<void> check_redesign(WaveState state, const Design& stored, const Design& wanted);

}  // namespace konbit::surveys
