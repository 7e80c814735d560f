// SPDX-License-Identifier: Apache-2.0
#include "features/stories/story.hpp"

#include "engine/network/share.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"
#include "features/stories/unknowns.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::stories {

namespace {

using disclosure::ReportLevel;
using network::ObservedNetwork;
using networks::NetworkReport;
using networks::QuestionData;
using networks::Rows;
using networks::WaveData;

/// From "monthly" on (Scale::frequency4).
constexpr int monthly = 2;

ObservedNetwork named_network(const QuestionData& question) {
    return networks::observed(question, Rows::named);
}

bool is_sealed(const QuestionData& question) { return question.question.sensitivity == Sensitivity::sealed; }

// What the sentences rest on.

StoryEvidence density_evidence(std::string id, const ObservedNetwork& network, int asked) {
    const auto strip = networks::density_strip(network, asked);
    StoryEvidence evidence{.id = std::move(id), .value = strip.available, .n = network.answers()};
    if (network.answers() == network.node_count()) return evidence;
    evidence.low = strip.low();
    evidence.high = strip.high();
    return evidence;
}

std::optional<std::string> caution(ReportLevel level, const NetworkReport& report) {
    if (level == ReportLevel::directional) return "directional";
    if (level == ReportLevel::interval_only) return "interval_only";
    if (report.response.answered == report.response.asked) return std::nullopt;
    return "ranks";
}

StoryGrounds about_response(const WaveData& data, const NetworkReport& report) {
    const ObservedNetwork network = named_network(networks::map_question(data));
    StoryGrounds grounds;
    grounds.evidence = {
        {.id = "answered", .value = report.response.rate, .n = report.response.answered},
        {.id = "pairs_known", .value = dyads_any_observed_share(network), .n = network.answers()},
        {.id = "pairs_both_known", .value = dyads_fully_observed_share(network), .n = network.answers()}};
    if (!report.response.missing_prominent.empty()) grounds.caution = "prominent";
    return grounds;
}

StoryGrounds about_funnel(const WaveData& data, const NetworkReport& report) {
    StoryGrounds grounds;
    for (const auto& step : report.funnel) {
        if (step.suppressed) continue;
        const auto* question = data.find(step.key);
        if (step.share_of_base)
            grounds.evidence.push_back({.id = fmt::format("of_known.{}", name_of(step.key)),
                                        .value = step.share_of_base,
                                        .n = static_cast<int>(step.possible / std::max(1, data.size() - 1))});
        else if (question && !is_sealed(*question))
            grounds.evidence.push_back(density_evidence(fmt::format("density.{}", name_of(step.key)),
                                                        named_network(*question), data.asked()));
    }
    if (report.response.level != ReportLevel::full)
        grounds.caution = fmt::format("{}", name_of(report.response.level));
    return grounds;
}

StoryGrounds about_connectors(const WaveData& data, const NetworkReport& report) {
    const ObservedNetwork network = networks::open_network(data);
    return {
        {density_evidence("density.open", network, data.asked()),
         {.id = "pairs_both_known", .value = dyads_fully_observed_share(network), .n = network.answers()}},
        caution(report.response.level, report)};
}

StoryGrounds about_facilitator(const StoryWithout& without, const NetworkReport& report) {
    StoryGrounds grounds;
    for (const auto& each : without.figures)
        if (each.id == "pieces" || each.id == "largest_piece")
            grounds.evidence.push_back(
                {.id = fmt::format("without.{}", each.id), .value = each.without, .n = without.n});
    if (report.response.level != ReportLevel::full)
        grounds.caution = fmt::format("{}", name_of(report.response.level));
    return grounds;
}

StoryGrounds about_next(const WaveData& data, const NetworkReport& report) {
    const ObservedNetwork network = networks::open_network(data);
    return {{{.id = "answered_open", .value = response_rate(network), .n = network.answers()}},
            caution(report.response.level, report)};
}

// Competitors who collaborate.

/// The sealed total as the report has it, with its own thresholds; beside it the open one.
std::optional<StoryCoopetition> coopetition_of(const NetworkReport& report) {
    const auto find = [&](QuestionKey key) {
        return std::ranges::find(report.questions, key, &networks::QuestionReport::key);
    };
    const auto ties_of = [](const networks::QuestionReport& question) {
        const auto found = std::ranges::find(question.figures, "m", &networks::Figure::id);
        return found == question.figures.end() ? networks::Figure{} : *found;
    };
    const auto competitor = find(QuestionKey::competitor), worked = find(QuestionKey::worked_together);
    if (competitor == report.questions.end()) return std::nullopt;
    const auto ties = ties_of(*competitor);
    StoryCoopetition said{.reason = ties.reason, .n = ties.n};
    if (!ties.value) return said;
    said.ties = static_cast<std::int64_t>(*ties.value);
    if (worked == report.questions.end() || worked->observed_rows != competitor->observed_rows) return said;
    if (const auto all = ties_of(*worked).value)
        said.share = network::share(*said.ties, static_cast<std::int64_t>(*all));
    return said;
}

}  // namespace

std::optional<StoryRegularity> regularity_of(const WaveData& data) {
    const auto* question = data.find(QuestionKey::communicate);
    if (!question || is_sealed(*question) || question->question.scale != Scale::frequency4)
        return std::nullopt;
    const ObservedNetwork network = named_network(*question);
    if (disclosure::report_level(network.answers(), data.asked()) == ReportLevel::interval_only)
        return std::nullopt;
    StoryRegularity said{.n = network.answers()};
    std::vector<network::Edge> regular;
    for (const auto& tie : question->ties) {
        if (!network.has_answered(tie.from)) continue;
        said.communicate += 1;
        if (tie.value >= monthly) regular.push_back({tie.from, tie.to});
    }
    said.regularly = std::ssize(regular);
    said.share = network::share(said.regularly, said.communicate);
    const auto* know = data.find(QuestionKey::know);
    if (!know || is_sealed(*know)) return said;
    std::int64_t known = 0, both = 0;
    const ObservedNetwork known_by = named_network(*know);
    for (const auto& [from, to] : known_by.reported().edges()) known += network.has_answered(from);
    for (const auto& [from, to] : regular) both += known_by.reported().has_edge(from, to);
    said.share_of_known = network::share(both, known);
    return said;
}

std::vector<StoryTable> tables_of(const WaveData& data) {
    std::vector<StoryTable> tables;
    for (const auto& question : data.questions) {
        if (is_sealed(question) || question.question.scale == Scale::level4) continue;
        const int rows = named_network(question).answers();
        if (disclosure::report_level(rows, data.asked()) == ReportLevel::interval_only) continue;
        for (const auto grouping :
             {StoryGrouping::country, StoryGrouping::subgroup, StoryGrouping::subsector, StoryGrouping::side})
            tables.push_back(table_of(question, data, grouping));
    }
    return tables;
}

Story story_of(const WaveData& data, const NetworkReport& report) {
    Story story;
    story.asked = report.response.asked;
    story.level = report.response.level;
    story.without_facilitator = without_facilitator(networks::map_question(data), data);
    story.grounds = {about_response(data, report), about_funnel(data, report), about_connectors(data, report),
                     about_facilitator(story.without_facilitator, report), about_next(data, report)};
    story.regularity = regularity_of(data);
    story.coopetition = coopetition_of(report);
    for (const auto& question : data.questions) {
        if (is_sealed(question)) continue;
        const auto network = named_network(question);
        story.strips.push_back(
            {question.question.key, network.answers(), networks::density_strip(network, data.asked())});
        if (question.question.sensitivity == Sensitivity::open && question.question.may_be_named())
            story.lists.push_back(lists_of(question, data));
    }
    story.tables = tables_of(data);
    story.unknowns = unknowns_of(data, report);
    return story;
}

}  // namespace konbit::stories
