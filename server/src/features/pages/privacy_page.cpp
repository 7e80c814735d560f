// SPDX-License-Identifier: Apache-2.0
#include "features/pages/privacy_page.hpp"

#include "features/laws/law.hpp"

#include <fmt/core.h>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;

Html head_row(const Words& words, const std::string& key, std::initializer_list<std::string_view> columns) {
    return el("thead", el("tr", html::each(columns, [&](std::string_view column) {
                              return el("th", attr("scope", "col"), words(fmt::format("{}.{}", key, column)));
                          })));
}

/// A cell that names its column itself, for small screens where the row is a card.
Html cell(const Words& words, std::string_view label, const Html& content) {
    return el("td", attr("data-label", words(label)), content);
}

Html section(const Words& words, std::string_view name, const Html& content) {
    const std::string key = fmt::format("page.privacy.{}", name);
    return el("section", html::id(name), el("h2", words(key + ".heading")), el("p", words(key + ".text")),
              content);
}

Html processor_row(const Words& words, const Processor& processor) {
    return el("tr", el("th", attr("scope", "row"), processor.name),
              cell(words, "processor.task", words(fmt::format("processor.task.{}", name_of(processor.task)))),
              cell(words, "processor.territory_code", words.territory(processor.territory_code)),
              cell(words, "processor.data", processor.data),
              cell(words, "processor.since_on", words.date(processor.since_on)));
}

std::string number_or_unknown(const Words& words, const std::optional<std::int64_t>& number,
                              std::string_view unit) {
    return number ? words.count(unit, *number) : words("page.privacy.laws.no_number");
}

Html law_row(const Words& words, const laws::LawRule& law) {
    return el(
        "tr", el("th", attr("scope", "row"), words.country(law.country_code)),
        cell(words, "law.breach_hours",
             number_or_unknown(words, law.breach_hours, "page.privacy.laws.hours")),
        cell(words, "law.breach_to", law.breach_to),
        cell(words, "law.answer_days", number_or_unknown(words, law.answer_days, "page.privacy.laws.days")),
        cell(words, "law.source",
             fmt::format("{} ({}). {}", law.source, words.date(law.as_of),
                         words(fmt::format("law.certainty.{}", name_of(law.certainty))))));
}

Html table(const Html& head, const Html& rows) {
    return el("div", cls("k-scroll"), attr("tabindex", "0"),
              el("table", cls("k-table k-cards"), head, el("tbody", rows)));
}

}  // namespace

Html processors_section(const Words& words, std::span<const Processor> processors) {
    if (processors.empty())
        return section(words, "processors", el("p", words("page.privacy.processors.none")));
    return section(
        words, "processors",
        table(head_row(words, "processor", {"name", "task", "territory_code", "data", "since_on"}),
              html::each(processors, [&](const Processor& each) { return processor_row(words, each); })));
}

Html laws_section(const Words& words) {
    return section(
        words, "laws",
        table(head_row(words, "law", {"country_code", "breach_hours", "breach_to", "answer_days", "source"}),
              html::each(laws::rules(), [&](const laws::LawRule& each) { return law_row(words, each); })));
}

}  // namespace konbit::pages
