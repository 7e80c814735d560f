// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_page.hpp"

namespace konbit::letters {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;
using pages::Words;

Html button(const Words& words, LetterState state, std::string_view looks) {
    const std::string name(name_of(state));
    return el("button", cls(looks), attr("type", "submit"), attr("name", "state"), attr("value", name),
              words("letter.say_" + name));
}

}  // namespace

pages::Content letter_page(const Words& words, std::string_view record_name, const AnswerForm& form,
                           const pages::FormErrors& errors) {
    const Html fields =
        el("input", attr("type", "hidden"), attr("name", "token"), attr("value", form.token)) +
        pages::text_area(words,
                         {.name = "answer",
                          .label = words("letter.answer"),
                          .value = form.answer.value_or(""),
                          .hint = words("letter.answer_hint")},
                         errors);
    return pages::form_page("/letter", words("letter.title", {{"name", std::string(record_name)}}),
                            el("p", cls("k-lead"), words("letter.lead")) +
                                el("form", cls("k-form"), attr("method", "post"), attr("action", "/letter"),
                                   fields, button(words, LetterState::corrected, "k-button"),
                                   button(words, LetterState::objected, "k-button k-button-quiet")));
}

pages::Content answered_page(const Words& words, LetterState state) {
    return pages::form_page("/letter", words("letter.thanks"),
                            el("p", cls("k-lead"), words("letter.thanks_" + std::string(name_of(state)))));
}

pages::Content unknown_page(const Words& words) {
    auto page = pages::form_page("/letter", words("welcome.expired"),
                                 el("p", cls("k-lead"), words("letter.unknown_text")));
    page.status = 404;
    return page;
}

}  // namespace konbit::letters
