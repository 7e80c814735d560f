// SPDX-License-Identifier: Apache-2.0
#include "engine/network/metric.hpp"
#include "features/reports/evaluator_parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace konbit::reports {

namespace {

using networks::Figure;
using networks::QuestionReport;
using pages::Words;

/// Where the formula of a figure is explained, and who published it.
struct Source {
    std::string_view page;  ///< docs/metrics/<page>.md
    std::string_view work;
};
constexpr std::array sources{
    Source{"size", "Wasserman & Faust (1994), doi:10.1017/CBO9780511815478"},
    Source{"density", "Wasserman & Faust (1994), doi:10.1017/CBO9780511815478"},
    Source{"degree", "Freeman (1979), doi:10.1016/0378-8733(78)90021-7"},
    Source{"reciprocity", "Wasserman & Faust (1994), doi:10.1017/CBO9780511815478"},
    Source{"transitivity", "Watts & Strogatz (1998), doi:10.1038/30918"},
    Source{"components", "Tarjan (1972), doi:10.1137/0201010"},
    Source{"path_length", "Wasserman & Faust (1994), doi:10.1017/CBO9780511815478"},
    Source{"centralization", "Freeman (1979), doi:10.1016/0378-8733(78)90021-7"},
    Source{"ei_index", "Krackhardt & Stern (1988), doi:10.2307/2786835"},
    Source{"cut_points", "Hopcroft & Tarjan (1973), doi:10.1145/362248.362272"},
    Source{"perceived", "Varda, Chandra, Stern & Lurie (2008), doi:10.1097/01.PHH.0000333889.60517.46"},
    Source{"nonresponse", "Stork & Richards (1992), doi:10.1177/1059601192172006"},
};

std::string day_of(const std::optional<Instant>& at, const Words& words) {
    return at ? words.date(utc_date(*at)) : words("report.not_yet");
}

Part methods_part(const Material& material, const Words& words) {
    const auto& response = material.network.response;
    Part part{.title = words("report.methods")};
    part.lines.push_back(words("report.methods.wave", {{"opened", day_of(material.wave.opens_at, words)},
                                                       {"closed", day_of(material.wave.closed_at, words)},
                                                       {"frozen", day_of(material.wave.frozen_at, words)}}));
    part.lines.push_back(
        words("report.methods.response", {{"answered", words.number(response.answered)},
                                          {"asked", words.number(response.asked)},
                                          {"declined", words.number(response.declined)},
                                          {"percent", percent(words, response.rate.value_or(0))}}));
    part.lines.push_back(words("report.methods.consent", {{"version", material.wave.consent_version}}));
    part.lines.push_back(words("report.methods.engine", {{"version", material.network.engine_version},
                                                         {"hash", material.network.input_hash}}));
    return part;
}

Part wordings_part(const Material& material, const Words& words) {
    Part part{.title = words("report.wordings")};
    part.table.head = {words("report.question"), words("report.sensitivity"), words("report.asked_about"),
                       words("report.wording")};
    for (const auto& question : material.questions)
        part.table.rows.push_back(
            {fmt::format("{}. {}", question.position, question_name(question.key, words)),
             words(fmt::format("question.sensitivity.{}", name_of(question.sensitivity))),
             question.gate ? words("report.gate", {{"question", question_name(*question.gate, words)}})
                           : words("report.no_gate"),
             std::string(words.of(question.wording))});
    return part;
}

std::string group_name(const Grouping& grouping, const GroupResponse& group, const Words& words) {
    if (group.group.empty()) return words("report.group.unknown");
    if (grouping.name == "country_code") return words.country(group.group);
    return grouping.name == "programme" ? words("report.group.programme." + group.group) : group.group;
}

Part response_part(const Grouping& grouping, const Words& words) {
    Part part{.title = words("report.response." + grouping.name)};
    part.table.head = {words("report.group"), words("report.asked"), words("report.answered")};
    for (const auto& group : grouping.groups)
        part.table.rows.push_back(
            {group_name(grouping, group, words), words.number(group.asked),
             group.answered ? words.number(*group.answered) : words("report.withheld")});
    return part;
}

Part nonresponse_part(const Words& words) {
    const auto share = [&](double rate) { return percent(words, rate); };
    return {
        .title = words("report.nonresponse"),
        .lines = {
            words("report.nonresponse.missing"), words("report.nonresponse.rebuilt"),
            words("report.nonresponse.levels", {{"full", share(disclosure::full_report_rate)},
                                                {"directional", share(disclosure::directional_report_rate)}}),
            words("report.nonresponse.sealed",
                  {{"respondents", words.number(disclosure::least_sealed_respondents)},
                   {"givers", words.number(disclosure::least_sealed_givers)}}),
            words("report.nonresponse.figures_only", {{"n", words.number(disclosure::least_unnamed_rows)}})}};
}

std::string value_of(const Figure& figure, const Words& words) {
    if (figure.suppressed || !are_enough(figure.n)) return words("report.withheld");
    return figure.value ? words.quantity(*figure.value) : words("report.undefined");
}

std::string metric_name(std::string_view id, const Words& words) {
    return words(fmt::format("metric.{}", id));
}

/// Others are for analysts, who have a page of their own.
bool is_worded(const Figure& figure, const Words& words) {
    return metric_name(figure.id, words) != fmt::format("metric.{}", figure.id);
}

Part figures_part(const QuestionReport& question, const Words& words) {
    Part part{.title = question.relation ? *question.relation : question_name(question.key, words)};
    if (question.hidden_reason) part.lines.push_back(words("network.hidden." + *question.hidden_reason));
    part.table.head = {words("report.figure"), words("report.value"), words("report.rests_on"),
                       words("report.coverage")};
    for (const auto& figure : question.figures) {
        if (!is_worded(figure, words)) continue;
        part.table.rows.push_back(
            {metric_name(figure.id, words), value_of(figure, words), words.number(figure.n),
             figure.coverage ? percent(words, *figure.coverage) : words("report.undefined")});
    }
    return part;
}

Part funnel_table(const Material& material, const Words& words) {
    Part part = funnel_part(material, words);
    part.table.head = {words("report.question"), words("report.value")};
    for (const auto& bar : part.bars) part.table.rows.push_back({bar.label, bar.value});
    part.bars.clear();
    return part;
}

Part externals_part(const networks::ExternalReport& externals, const Words& words) {
    Part part{.title = words("question.key.external_ties")};
    part.table.head = {words("report.group"), words("report.members"), words("report.share")};
    for (const auto& kind : externals.kinds)
        part.table.rows.push_back({words(fmt::format("question.external_kind.{}", name_of(kind.kind))),
                                   kind.members ? words.number(*kind.members) : words("report.withheld"),
                                   kind.share ? percent(words, *kind.share) : words("report.withheld")});
    return part;
}

std::string_view page_of(std::string_view id) {
    if (id == "mean_rating" || id == "ratings") return "perceived";
    const auto* metric = network::find_metric(id);
    return metric ? metric->page : "nonresponse";
}

std::string_view work_of(std::string_view page) {
    const auto found = std::ranges::find(sources, page, &Source::page);
    return found == sources.end() ? "" : found->work;
}

Part definitions_part(const Material& material, const Words& words) {
    Part part{.title = words("report.definitions")};
    part.table.head = {words("report.figure"), words("report.explained"), words("report.source")};
    std::map<std::string, std::string> shown;
    for (const auto& question : material.network.questions)
        for (const auto& figure : question.figures)
            if (is_worded(figure, words)) shown.emplace(metric_name(figure.id, words), page_of(figure.id));
    for (const auto& [name, page] : shown)
        part.table.rows.push_back(
            {name, fmt::format("docs/metrics/{}.md", page), std::string(work_of(page))});
    return part;
}

}  // namespace

Report evaluator_report(const Material& material, const Words& words) {
    Report report = frame(material, Audience::evaluator, words);
    auto& parts = report.parts;
    parts = {sentences_part(material, words), methods_part(material, words), wordings_part(material, words)};
    for (const auto& grouping : material.groupings) parts.push_back(response_part(grouping, words));
    parts.push_back(nonresponse_part(words));
    parts.push_back(funnel_table(material, words));
    parts.push_back(timeline_part(material, words));
    for (const auto& question : material.network.questions) parts.push_back(figures_part(question, words));
    if (material.network.externals && are_enough(material.network.externals->observed_rows))
        parts.push_back(externals_part(*material.network.externals, words));
    std::ranges::move(group_parts(material, words), std::back_inserter(parts));
    std::ranges::move(change_parts(material, words), std::back_inserter(parts));
    parts.push_back(tests_part(material, words));
    parts.push_back(unknown_part(material, words));
    parts.push_back(definitions_part(material, words));
    return report;
}

}  // namespace konbit::reports
