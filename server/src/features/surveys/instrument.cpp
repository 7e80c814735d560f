// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/instrument.hpp"

#include "core/crypto.hpp"
#include "features/surveys/question_rules.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

namespace konbit::surveys {

std::string wording_key(QuestionKey key, bool is_baseline) {
    if (key != QuestionKey::worked_together) return fmt::format("question.{}.wording", name_of(key));
    return is_baseline ? "question.worked_together.wording_before" : "question.worked_together.wording_under";
}

Localized wording_of(const Catalog& texts, QuestionKey key, bool is_baseline) {
    Localized wording;
    for (const std::string_view language : languages)
        wording.texts.emplace(language, texts.text(language, wording_key(key, is_baseline)));
    return wording;
}

std::string hash_of(const Localized& wording) {
    std::string all;
    for (const auto& [language, text] : wording.texts) all += fmt::format("{}\n{}\n", language, text);
    return crypto::sha256_hex(all);
}

Question new_question(const SurveyId& survey, const LibraryQuestion& from) {
    return {.id = new_id<QuestionId>(),
            .survey_id = survey,
            .key = from.key,
            .position = static_cast<int>(from.key) + 1,
            .sensitivity = from.sensitivity,
            .symmetrization = from.symmetrization,
            .scale = from.scale,
            .gate = from.gate,
            .anchors = {},
            .purposes = purposes_of(from.sensitivity)};
}

}  // namespace konbit::surveys
