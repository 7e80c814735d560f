// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/surveys/survey.hpp"

#include <array>
#include <string>
#include <vector>

namespace konbit {
class Catalog;
}

/// The standard instrument: five questions, the same in every cluster, so that clusters can be compared.
namespace konbit::surveys {

/// What is fixed about a question, apart from its wording.
struct QuestionDesign {
    QuestionKey key;
    Sensitivity sensitivity;
    Symmetrization symmetrization;
    Scale scale;
    std::optional<QuestionKey> gate;
};

/// In the order of asking. Knowing comes first: later questions list only the members that were ticked there.
inline constexpr std::array<QuestionDesign, 5> instrument{{
    {QuestionKey::know, Sensitivity::open, Symmetrization::or_shown, Scale::binary, std::nullopt},
    {QuestionKey::communicate, Sensitivity::limited, Symmetrization::max, Scale::frequency4,
     QuestionKey::know},
    {QuestionKey::sensitive, Sensitivity::sealed, Symmetrization::directed, Scale::binary, QuestionKey::know},
    {QuestionKey::worked_together, Sensitivity::open, Symmetrization::and_or_single, Scale::binary,
     QuestionKey::know},
    {QuestionKey::competitor, Sensitivity::sealed, Symmetrization::or_, Scale::binary,
     QuestionKey::worked_together},
}};

/// Languages in which a respondent can be asked.
inline constexpr std::array<std::string_view, 3> languages{"en", "es", "fr"};

/// The version of `answer.consent.text` in locales/; raise it with every change of what that text promises.
inline constexpr std::string_view consent_version = "2026_11";

/// The key in locales/ of a question's wording.
/// @param is_baseline  A baseline asks who worked together before the programme, later waves who did under
/// it.
std::string wording_key(QuestionKey key, bool is_baseline);

/// The wording in every language of `languages`.
Localized wording_of(const Catalog& texts, QuestionKey key, bool is_baseline);

/// SHA-256, in hexadecimal digits, over languages and texts in their order.
std::string hash_of(const Localized& wording);

/// The questions of the instrument for one survey, with new ids.
std::vector<Question> new_questions(const SurveyId& survey);

/// Whether the number is a value of the scale.
constexpr bool is_on(Scale scale, std::int64_t value) {
    return scale == Scale::binary ? value == 0 || value == 1 : value >= 0 && value <= 3;
}

}  // namespace konbit::surveys
