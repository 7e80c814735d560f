// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/surveys/instrument.hpp"

#include <span>
#include <string>
#include <vector>

/// What a facilitator decides about a question besides its wording and who may see single answers.
namespace konbit::surveys {

struct QuestionRules {
    Symmetrization symmetrization = Symmetrization::or_shown;
    Scale scale = Scale::binary;
    std::optional<QuestionKey> gate;
    std::vector<Localized>
        anchors{};  ///< Own words for the values, the lowest first; empty: the standard ones.
    std::vector<AnswerPurpose> purposes{};

    static constexpr auto fields() {
        return std::tuple{
            field("symmetrization", &QuestionRules::symmetrization),
            field("scale", &QuestionRules::scale),
            field("gate", &QuestionRules::gate),
            field("anchors", &QuestionRules::anchors),
            field("purposes", &QuestionRules::purposes),
        };
    }
    bool operator==(const QuestionRules&) const = default;
};

/// As the library has it, for every purpose that needs no consent of its own.
QuestionRules standard_rules(const LibraryQuestion& question, Sensitivity sensitivity);

/// The scales on which it can be asked. Knowing is yes or no; a rating stays a rating.
std::vector<Scale> scales_of(const LibraryQuestion& question);

/// How two reports on each other may be joined. What the library seals is never joined but as it says.
std::vector<Symmetrization> symmetrizations_of(const LibraryQuestion& question);

/// For what its answers may be used at most.
std::vector<AnswerPurpose> purposes_of(Sensitivity sensitivity);

/// Values that have words of their own on a scale: none where a name is only marked.
constexpr std::size_t anchors_on(Scale scale) { return scale == Scale::binary ? 0 : 4; }

/// A question with its rules, and what is asked before it.
struct RulesToCheck {
    const LibraryQuestion& question;
    Sensitivity sensitivity;
    const QuestionRules& rules;
    std::span<const QuestionKey> asked;  ///< All questions of the design.
};

/// Finds at `pointer`: "/symmetrization" "not_allowed", or "needs_values" for the higher of two on a scale
/// without;
/// "/scale" "not_allowed"; "/gate" "no_gate" for a question that is not asked before; "/anchors"
/// "all_or_none";
/// "/anchors/N/xx" "required", "too_long", "not_allowed"; "/purposes" "required", "repeated" or
/// "not_allowed".
void check_rules(Findings& findings, const RulesToCheck& asked, const std::string& pointer,
                 const std::vector<std::string>& wave_languages);

/// Whether a wave that members can answer may go from one to the other: purposes can only be taken away.
bool only_fewer_purposes(const QuestionRules& stored, const QuestionRules& wanted);

}  // namespace konbit::surveys
