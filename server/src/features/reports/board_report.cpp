// SPDX-License-Identifier: Apache-2.0
#include "features/reports/material.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::reports {

namespace {

using networks::FunnelStep;
using networks::QuestionReport;
using pages::Words;

/// How many answered a question.
int rows_of(const networks::NetworkReport& network, QuestionKey key) {
    const auto found = std::ranges::find(network.questions, key, &QuestionReport::key);
    return found == network.questions.end() ? 0 : found->observed_rows;
}

Bar bar_of(const FunnelStep& step, const networks::NetworkReport& network, const Words& words) {
    Bar bar{.label = question_name(step.key, words), .share = {}, .value = words("report.withheld")};
    if (!step.ties || !step.share || !are_enough(rows_of(network, step.key))) return bar;
    bar.share = step.share;
    bar.value = words("report.funnel.step", {{"ties", words.number(*step.ties)},
                                             {"possible", words.number(step.possible)},
                                             {"percent", percent(words, *step.share)}});
    if (step.base && step.share_of_base)
        bar.value += " " + words("report.funnel.of_base", {{"percent", percent(words, *step.share_of_base)},
                                                           {"base", question_name(*step.base, words)}});
    return bar;
}

std::string change_line(const wave_changes::QuestionChange& change, const Words& words) {
    std::string line = words("report.change.question", {{"question", question_name(change.key, words)},
                                                        {"kept", words.number(change.kept)},
                                                        {"gained", words.number(change.gained)},
                                                        {"lost", words.number(change.lost)},
                                                        {"n", words.number(change.respondents)}});
    if (change.breaks_series) line += " " + words("report.change.breaks");
    return line;
}

/// Ties of one or two members could be told by who else is asked.
bool may_be_told(const wave_changes::QuestionChange& change) { return are_enough(change.respondents); }

std::string hidden_line(const QuestionReport& question, const Words& words) {
    return words("report.unknown.hidden",
                 {{"question", question_name(question.key, words)},
                  {"reason", words(fmt::format("network.hidden.{}", question.hidden_reason.value_or("")))}});
}

const networks::Figure* figure(const QuestionReport& question, std::string_view id) {
    const auto found = std::ranges::find(question.figures, id, &networks::Figure::id);
    return found == question.figures.end() || !found->value ? nullptr : &*found;
}

/// Between which ends the density lies, whatever the silent would say.
std::vector<std::string> range_lines(const networks::NetworkReport& network, const Words& words) {
    std::vector<std::string> lines;
    for (const auto& question : network.questions) {
        const auto* low = figure(question, "density_low");
        const auto* high = figure(question, "density_high");
        if (low && high && *low->value < *high->value && are_enough(low->n))
            lines.push_back(words("report.unknown.range", {{"question", question_name(question.key, words)},
                                                           {"low", percent(words, *low->value)},
                                                           {"high", percent(words, *high->value)}}));
    }
    return lines;
}

Part next_part(const Material& material, const Words& words) {
    Part part{.title = words("report.next")};
    if (const auto& next = material.network.sentences.back(); are_enough(next.n))
        part.lines.push_back(nameless(next, words));
    part.lines.push_back(words("report.next.names"));
    if (material.network.response.level != disclosure::ReportLevel::full)
        part.lines.push_back(words("report.next.answers"));
    return part;
}

}  // namespace

std::string question_name(QuestionKey key, const Words& words) {
    return words(fmt::format("question.key.{}", name_of(key)));
}

bool are_enough(int members) { return members >= disclosure::least_people; }

std::string stamp_of(const Material& material, Audience audience, const Words& words) {
    const auto& response = material.network.response;
    const auto& frozen = material.network.frozen;
    return words("report.stamp",
                 {{"cluster", material.network.wave.cluster_name},
                  {"wave", material.network.wave.title},
                  {"author", material.author},
                  {"date", words.date(utc_date(material.at))},
                  {"purpose", words(fmt::format("report.purpose.{}", name_of(audience)))},
                  {"consent", words("report.stamp.consent")},
                  {"answered", words.number(response.answered)},
                  {"asked", words.number(response.asked)},
                  {"percent", percent(words, response.rate.value_or(0))},
                  {"hash", frozen ? frozen->results_sha256 : words("report.stamp.not_frozen")}});
}

Part sentences_part(const Material& material, const Words& words) {
    Part part{.title = words("network.sentences")};
    int number = 0;
    for (const auto& sentence : material.network.sentences) {
        const bool may_be_said = number == 0 || are_enough(sentence.n);  // the first says how many answered
        part.lines.push_back(fmt::format("{}. {} {}", ++number,
                                         may_be_said ? nameless(sentence, words) : words("report.too_few"),
                                         words("report.basis", {{"n", words.number(sentence.n)}})));
    }
    return part;
}

Part funnel_part(const Material& material, const Words& words) {
    Part part{.title = words("network.funnel")};
    for (const auto& step : material.network.funnel)
        part.bars.push_back(bar_of(step, material.network, words));
    return part;
}

Part picture_part(const Material& material, const Words& words) {
    Part part{.title = words("report.picture")};
    const auto& map = material.map;
    part.has_picture = map.has_value();
    part.lines.push_back(
        map ? words("report.picture.text",
                    {{"question", question_name(map->question, words)}, {"n", words.number(map->agreed)}})
            : words("report.picture.none", {{"n", words.number(disclosure::least_people)}}));
    return part;
}

Part change_part(const Material& material, const Words& words) {
    Part part{.title = words("report.change")};
    const auto& turnover = material.change.turnover;
    if (!turnover.since) {
        part.lines.push_back(words("report.change.first"));
        return part;
    }
    part.lines.push_back(
        words("report.change.members", {{"since", turnover.since->title},
                                        {"joined", words.number(std::ssize(turnover.joined))},
                                        {"left", words.number(std::ssize(turnover.left))},
                                        {"common", words.number(material.change.common)}}));
    for (const auto& change : material.change.questions)
        if (may_be_told(change)) part.lines.push_back(change_line(change, words));
    return part;
}

Part unknown_part(const Material& material, const Words& words) {
    Part part{.title = words("report.unknown")};
    const auto& response = material.network.response;
    part.lines.push_back(
        words("report.unknown.silent", {{"silent", words.number(response.asked - response.answered)},
                                        {"asked", words.number(response.asked)}}));
    for (auto& line : range_lines(material.network, words)) part.lines.push_back(std::move(line));
    for (const auto& question : material.network.questions)
        if (question.hidden_reason) part.lines.push_back(hidden_line(question, words));
    part.lines.push_back(words("report.unknown.causes"));
    return part;
}

Report frame(const Material& material, Audience audience, const Words& words) {
    Report report{.language = std::string(words.language()),
                  .cluster = material.network.wave.cluster_name,
                  .title = words(fmt::format("report.title.{}", name_of(audience))),
                  .subtitle = material.network.wave.title};
    if (material.network.wave.is_demo) report.subtitle += " · " + words("page.badge.demo");
    if (material.map) report.picture = material.map->picture;
    report.picture_name = words("report.picture");
    report.stamp = stamp_of(material, audience, words);
    return report;
}

Report board_report(const Material& material, const Words& words) {
    Report report = frame(material, Audience::board, words);
    report.parts = {sentences_part(material, words), funnel_part(material, words),
                    picture_part(material, words),   change_part(material, words),
                    next_part(material, words),      unknown_part(material, words)};
    report.parts[3].begins_page = true;  // what it is on the first page, what follows from it on the second
    return report;
}

}  // namespace konbit::reports
