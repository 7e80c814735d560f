// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/letters/letter.hpp"
#include "features/pages/form_parts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::letters {

/// What an office answers.
struct AnswerForm {
    std::string token;
    LetterState state = LetterState::objected;
    std::optional<std::string> answer;

    static constexpr auto fields() {
        return std::tuple{
            field("token", &AnswerForm::token).defaulted(),
            field("state", &AnswerForm::state).defaulted(),
            field("answer", &AnswerForm::answer),
        };
    }
};

/// One step: what is wrong, in words, and two buttons.
pages::Content letter_page(const pages::Words& words, std::string_view record_name, const AnswerForm& form,
                           const pages::FormErrors& errors);
pages::Content answered_page(const pages::Words& words, LetterState state);
pages::Content unknown_page(const pages::Words& words);

}  // namespace konbit::letters
