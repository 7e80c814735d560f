// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/compute.hpp"
#include "features/reports/evaluator_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace konbit::reports {

namespace {

using analyses::AnalysisView;
using pages::Words;

std::string likeness_name(Likeness likeness, const Words& words) {
    return words(fmt::format("analysis.likeness.{}", name_of(likeness)));
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

/// What a test was about: "Communicate · Know each other".
std::string subject_of(const AnalysisQuestion& asked, const Words& words) {
    std::vector<std::string> parts{question_name(asked.question, words)};
    for (const auto key : asked.beside) parts.push_back(question_name(key, words));
    for (const auto likeness : asked.likenesses) parts.push_back(likeness_name(likeness, words));
    return joined(parts, " · ");
}

std::string earlier_of(const AnalysisQuestion& asked, const analyses::AnalysisDesk& desk) {
    const auto found = std::ranges::find(desk.earlier, asked.before,
                                         [](const auto& wave) { return std::optional(wave.id); });
    return found == desk.earlier.end() ? "" : " · " + found->title;
}

/// "know", "before" or "same_country", in words.
std::string term_name(const std::string& name, const Words& words) {
    if (name == "before") return words("analysis.before_term");
    if (name.starts_with("same_")) return words("analysis.same." + name.substr(5));
    return words("question.key." + name);
}

/// "+23 points".
std::string points(double estimate, const Words& words) {
    const auto n = std::lround(estimate * 100);
    return words("analysis.points", {{"n", (n > 0 ? "+" : "") + words.number(n)}});
}

/// Pairs of questions that go together further than chance, at a level divided by how many are tested.
std::int64_t together_in(const std::vector<LayerPair>& layers) {
    const auto tested = std::ranges::count_if(layers, [](const auto& pair) { return pair.p_ge.has_value(); });
    return std::ranges::count_if(layers, [&](const auto& pair) {
        return pair.p_ge && *pair.p_ge <= analyses::significance / 2 / static_cast<double>(tested);
    });
}

std::string terms_of(const AnalysisResult& result, const Words& words) {
    std::vector<std::string> terms;
    for (const auto& term : result.terms)
        if (term.p_two && *term.p_two <= analyses::significance)
            terms.push_back(
                fmt::format("{} ({})", term_name(term.name, words), points(term.estimate, words)));
    return joined(terms, ", ");
}

/// The result in a sentence, the same as on the page of tests.
std::string sentence_of(const AnalysisQuestion& asked, const AnalysisResult& result, const Words& words) {
    return words(fmt::format("analysis.{}.{}", name_of(asked.kind), name_of(result.verdict)),
                 {{"question", question_name(asked.question, words)},
                  {"other", asked.beside.empty() ? "" : question_name(asked.beside.front(), words)},
                  {"group", asked.likenesses.empty() ? "" : likeness_name(asked.likenesses.front(), words)},
                  {"core", words.count("analysis.core_members", result.core_members.value_or(0))},
                  {"share", percent(words, result.multiplex_share.value_or(0))},
                  {"together", words.number(together_in(result.layers))},
                  {"pairs", words.count("analysis.layer_pairs", std::ssize(result.layers))},
                  {"terms", terms_of(result, words)}});
}

std::string result_of(const AnalysisView& test, const Words& words) {
    const auto& result = *test.result;
    std::string text = sentence_of(test.asked, result, words);
    text += " " + words("report.tests.rests_on", {{"members", words.number(result.members)},
                                                  {"asked", words.number(result.asked)},
                                                  {"pairs", words.number(result.pairs)}});
    for (const auto caution : result.cautions)
        text += " " + words(fmt::format("analysis.caution.{}", name_of(caution)));
    return text;
}

std::string chances_of(const AnalysisResult& result, const Words& words) {
    if (result.test)
        return words("report.tests.both", {{"more", chance(result.test->p_ge, words)},
                                           {"less", chance(result.test->p_le, words)}});
    std::vector<std::string> all;
    for (const auto& term : result.terms)
        if (term.p_two)
            all.push_back(fmt::format("{}: {}", term_name(term.name, words), chance(*term.p_two, words)));
    for (const auto& pair : result.layers)
        if (pair.p_ge)
            all.push_back(fmt::format("{} · {}: {}", question_name(pair.one, words),
                                      question_name(pair.other, words), chance(*pair.p_ge, words)));
    return all.empty() ? words("report.undefined") : joined(all, "; ");
}

/// Where several tests stand behind an answer, each has as many.
int draws_of(const AnalysisView& test) {
    if (test.result->test) return test.result->test->count;
    const bool has_several =
        test.asked.kind == AnalysisKind::explained || test.asked.kind == AnalysisKind::layered;
    return has_several ? analyses::few_shuffles : analyses::many_shuffles;
}

std::string method_of(const AnalysisView& test, const Words& words) {
    return words(fmt::format("analysis.methods.{}", name_of(test.asked.kind)),
                 {{"shuffles", words.number(draws_of(test))}});
}

std::vector<std::string> row_of(const AnalysisView& test, const Material& material, const Words& words) {
    const std::string kind = words(fmt::format("analysis.kind.{}", name_of(test.asked.kind)));
    return {
        fmt::format("{} {}{}", kind, subject_of(test.asked, words), earlier_of(test.asked, material.tests)),
        result_of(test, words), chances_of(*test.result, words),
        words("report.tests.seeded",
              {{"draws", words.number(draws_of(test))}, {"seed", words.number(analyses::shuffle_seed)}}),
        words("analysis.stamp",
              {{"version", test.engine_version}, {"hash", test.input_sha256.substr(0, 12)}})};
}

bool is_finished(const AnalysisView& test) { return test.state == AnalysisState::done && test.result; }

}  // namespace

Part tests_part(const Material& material, const Words& words) {
    Part part{.title = words("report.tests")};
    std::set<std::string> methods;
    std::int64_t outdated = 0;
    for (const auto& test : material.tests.items) {
        if (!is_finished(test)) continue;
        // Answers that were taken back meanwhile stand behind it.
        outdated += !test.is_current;
        if (!test.is_current || !are_enough(test.result->members)) continue;
        part.table.rows.push_back(row_of(test, material, words));
        methods.insert(method_of(test, words));
    }
    part.lines.push_back(words(part.table.rows.empty() ? "report.tests.none" : "report.tests.text"));
    part.lines.insert(part.lines.end(), methods.begin(), methods.end());
    if (outdated > 0) part.lines.push_back(words.count("report.tests.outdated", outdated));
    part.table.head = {words("report.tests.question"), words("report.tests.result"), words("report.tests.p"),
                       words("report.tests.draws"), words("report.tests.engine")};
    return part;
}

}  // namespace konbit::reports
