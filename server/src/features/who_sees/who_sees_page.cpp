// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/who_sees_page.hpp"

#include "features/permission/policies.hpp"
#include "features/totals/totals_policy.hpp"
#include "features/unlisted/outside.hpp"
#include "features/who_sees/sample_map.hpp"
#include "features/who_sees/sample_wave.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace konbit::who_sees {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;
using pages::Words;

Html head_cell(const std::string& text) { return el("th", attr("scope", "col"), text); }
Html row_head(const Html& content) { return el("th", attr("scope", "row"), content); }

/// A table that scrolls by itself where it is too wide.
Html table(const std::string& caption, const Html& head, const Html& body) {
    return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "region"),
              attr("aria-label", caption),
              el("table", cls("k-table k-sights"), el("caption", caption), el("thead", el("tr", head)),
                 el("tbody", body)));
}

Html purposes(const Words& words, const Question& question) {
    return el("ul", html::each(question.purposes, [&](AnswerPurpose purpose) {
                  return el("li", words(fmt::format("question.purposes.{}", name_of(purpose))));
              }));
}

Html question_row(const Words& words, const QuestionSights& sights, const Localized& wording) {
    const auto sensitivity = name_of(sights.question.sensitivity);
    Html cells = row_head(Html(words.of(wording)) + el("br") +
                          el("small", words(fmt::format("question.sensitivity.{}", sensitivity))));
    cells += el("td", words(fmt::format("who_sees.back.{}", sensitivity)));
    cells += el("td", purposes(words, sights.question));
    for (const Sight sight : sights.at)
        cells += el("td", words(fmt::format("who_sees.sight.{}", name_of(sight))));
    cells += el("td", words("who_sees.sight.nothing"));
    return el("tr", cells);
}

Html questions_table(const Words& words, const AskedWave& wave, const WhoSees& seen) {
    Html head = head_cell(words("who_sees.question")) + head_cell(words("who_sees.you")) +
                head_cell(words("who_sees.purposes"));
    for (const auto stage : stages)
        head += head_cell(words(fmt::format("who_sees.facilitator_{}", name_of(stage))));
    head += head_cell(words("who_sees.others"));
    Html body;
    for (std::size_t i = 0; i < seen.questions.size(); ++i)
        body += question_row(words, seen.questions[i], wave.wordings[i]);
    return table(words("who_sees.by_question"), head, body);
}

std::string yes_or_no(const Words& words, bool is_so) {
    return words(is_so ? "who_sees.yes" : "who_sees.no");
}

Html rate_row(const Words& words, const RateSights& rate) {
    const auto percent = (100 * rate.answered + sample_size / 2) / sample_size;
    return el("tr", row_head(words("who_sees.rate", {{"percent", std::to_string(percent)}})),
              el("td", words(rate.has_figures ? "who_sees.yes" : "who_sees.range_only")),
              el("td", yes_or_no(words, rate.counts_namings)),
              el("td", yes_or_no(words, rate.names_connectors)),
              el("td", yes_or_no(words, rate.has_sealed_totals)));
}

Html rates_table(const Words& words, const WhoSees& seen) {
    return table(words("who_sees.by_rate"),
                 head_cell(words("who_sees.answered")) + head_cell(words("who_sees.figures")) +
                     head_cell(words("who_sees.namings")) + head_cell(words("who_sees.connectors")) +
                     head_cell(words("who_sees.sealed_totals")),
                 html::each(seen.rates, [&](const auto& rate) { return rate_row(words, rate); }));
}

/// Whoever is not signed in.
Html everybody(const Words& words, const AskedWave& wave) {
    const std::string fewest = std::to_string(disclosure::least_people_in_public);
    return el(
        "li", words("who_sees.everybody"), ": ",
        wave.has_public_totals ? words("who_sees.public_totals", {{"n", fewest}}) : words("who_sees.no"));
}

/// Every role there is, held against the policy of the routes that show results.
Html roles_list(const Words& words, const AskedWave& wave) {
    const auto has = [](const auto& admitted, std::string_view role) {
        return std::find(admitted.begin(), admitted.end(), role) != admitted.end();
    };
    return el("ul", cls("k-sights-roles"), everybody(words, wave),
              html::each(names(Role{}), [&](std::string_view role) {
                  const auto sees = has(may_analyze_wave.roles, role)          ? "who_sees.this_cluster"
                                    : has(totals::may_read_totals.roles, role) ? "who_sees.totals_published"
                                                                               : "who_sees.no";
                  return el("li", words(fmt::format("grant.role.{}", role)), ": ", words(sees));
              }));
}

/// Who runs the cluster beside the own firm, and so reads nothing by name.
Html firm_people(const Words& words, const AskedWave& wave) {
    return html::each(wave.firm_people, [&](const neutrality::FirmPerson& person) {
        return el("p", cls("k-notice"),
                  words("who_sees.of_firm", {{"name", person.name},
                                             {"firms", fmt::format("{}", fmt::join(person.firms, ", "))}}));
    });
}

std::string limits(const Words& words) {
    return words("who_sees.limits", {{"respondents", std::to_string(disclosure::least_sealed_respondents)},
                                     {"givers", std::to_string(disclosure::least_sealed_givers)},
                                     {"unnamed", std::to_string(disclosure::least_unnamed_rows)}});
}

Html section(const Words& words, std::string_view key, const Html& content) {
    return el("section", cls("k-sights-part"), el("h2", words(fmt::format("who_sees.{}", key))), content);
}

/// An organization that a member adds is no answer of a question: what becomes of its name is told apart.
Html added_section(const Words& words) {
    constexpr std::array<std::string_view, 4> told{"you", "facilitator", "results", "end"};
    const std::string fewest = std::to_string(unlisted::fewest_givers);
    return section(words, "added", el("ul", html::each(told, [&](std::string_view part) {
                                          return el("li", words(fmt::format("who_sees.added_{}", part),
                                                                {{"members", fewest}}));
                                      })));
}

Html map_section(const Words& words, const WhoSees& seen) {
    const std::string question = words(fmt::format("question.key.{}", name_of(seen.map.question)));
    return section(words, "map",
                   el("p", words("who_sees.map_text", {{"question", question}})) +
                       drawing(seen.map, words("who_sees.map")));
}

}  // namespace

pages::Content page_of(const Words& words, const AskedWave& wave, const WhoSees& seen, std::string path) {
    pages::Content content;
    content.path = std::move(path);
    content.title = words("who_sees.title");
    content.description = words("who_sees.lead");
    content.is_indexed = false;
    content.shows_demo = wave.is_demo;
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), el("p", fmt::format("{} · {}", wave.cluster_name, wave.title)),
                         el("h1", words("who_sees.title")), el("p", cls("k-lead"), words("who_sees.lead")),
                         questions_table(words, wave, seen), el("p", limits(words)), added_section(words),
                         map_section(words, seen), rates_table(words, seen),
                         section(words, "roles",
                                 el("p", words("who_sees.roles_text")) + roles_list(words, wave) +
                                     firm_people(words, wave))));
    return content;
}

}  // namespace konbit::who_sees
