// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/surveys/survey.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace konbit {
class Catalog;
}

/// What can be asked: five questions that are the same in every cluster, so that clusters can be compared,
/// and optional ones that a wave may add.
namespace konbit::surveys {

/// What is fixed about a question, apart from its wording.
struct LibraryQuestion {
    QuestionKey key;
    Sensitivity sensitivity;  ///< The least strict with which a wave may ask it.
    Symmetrization symmetrization;
    Scale scale;
    std::optional<QuestionKey> gate;
};

/// In the order of asking. Knowing comes first: later questions list only the members that were ticked there.
inline constexpr std::array<LibraryQuestion, 10> library{{
    {QuestionKey::know, Sensitivity::open, Symmetrization::or_shown, Scale::binary, std::nullopt},
    {QuestionKey::communicate, Sensitivity::limited, Symmetrization::max, Scale::frequency4,
     QuestionKey::know},
    {QuestionKey::sensitive, Sensitivity::sealed, Symmetrization::directed, Scale::binary, QuestionKey::know},
    {QuestionKey::worked_together, Sensitivity::open, Symmetrization::and_or_single, Scale::binary,
     QuestionKey::know},
    {QuestionKey::competitor, Sensitivity::sealed, Symmetrization::or_, Scale::binary,
     QuestionKey::worked_together},
    {QuestionKey::advice, Sensitivity::limited, Symmetrization::directed, Scale::binary, QuestionKey::know},
    {QuestionKey::referrals, Sensitivity::limited, Symmetrization::directed, Scale::binary,
     QuestionKey::know},
    {QuestionKey::reliability, Sensitivity::sealed, Symmetrization::directed, Scale::level4,
     QuestionKey::worked_together},
    {QuestionKey::contribution, Sensitivity::sealed, Symmetrization::directed, Scale::level4,
     QuestionKey::worked_together},
    {QuestionKey::external_ties, Sensitivity::open, Symmetrization::directed, Scale::frequency4,
     std::nullopt},
}};

constexpr const LibraryQuestion& in_library(QuestionKey key) {
    return library[static_cast<std::size_t>(key)];
}
static_assert(std::ranges::all_of(library, [](const auto& each) { return &in_library(each.key) == &each; }));

/// Whether every wave asks it.
constexpr bool is_standard(QuestionKey key) { return key <= QuestionKey::competitor; }

/// Whether it is about organizations outside the cluster, and not about members.
constexpr bool is_external(QuestionKey key) { return key == QuestionKey::external_ties; }

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

/// The question as the library has it, with a new id.
Question new_question(const SurveyId& survey, const LibraryQuestion& from);

/// Whether the number is a value of the scale.
constexpr bool is_on(Scale scale, std::int64_t value) {
    switch (scale) {
        case Scale::binary:
            return value == 0 || value == 1;
        case Scale::frequency4:
            return value >= 0 && value <= 3;
        case Scale::level4:
            return value >= 1 && value <= 4;
    }
    return false;
}

}  // namespace konbit::surveys
