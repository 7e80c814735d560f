// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/who_sees.hpp"

#include "features/networks/analyze.hpp"
#include "features/who_sees/sample_wave.hpp"

#include <algorithm>

namespace konbit::who_sees {

namespace {

using networks::NetworkReport;
using networks::QuestionReport;
using networks::Shown;

/// Members of the sample who answered: 92%, 67% and 50%, one on each side of the two thresholds.
constexpr std::array answered_counts{11, 8, 6};

NetworkReport report_at(std::span<const Question> questions, WaveState state, int answered) {
    return networks::analyze(sample_wave(questions, state, answered));
}

Sight sight_of(const QuestionReport& report) {
    switch (report.shown) {
        case Shown::hidden:
            return Sight::nothing;
        case Shown::aggregate:
            return Sight::totals;
        case Shown::full:
            return Sight::names;
        case Shown::limited:
            break;
    }
    return report.observed_rows > report.named_rows ? Sight::agreed_and_totals : Sight::agreed_only;
}

bool has_value(const QuestionReport& question, std::string_view id) {
    return std::ranges::any_of(question.figures,
                               [&](const auto& figure) { return figure.id == id && figure.value; });
}

RateSights rate_of(const NetworkReport& report, int answered) {
    RateSights rate{.answered = answered, .level = report.response.level};
    for (const auto& node : report.map.nodes) {
        rate.names_connectors = rate.names_connectors || node.betweenness;
        rate.counts_namings = rate.counts_namings || node.indegree;
    }
    for (const auto& question : report.questions) {
        const bool is_sealed = question.sensitivity == Sensitivity::sealed;
        rate.has_figures = rate.has_figures || (!is_sealed && has_value(question, "density"));
        rate.has_sealed_totals = rate.has_sealed_totals || (is_sealed && question.shown == Shown::aggregate);
    }
    return rate;
}

}  // namespace

WhoSees who_sees(std::span<const Question> questions) {
    WhoSees result;
    for (const auto& question : questions) result.questions.push_back({question});
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        const auto report = report_at(questions, stages[stage], answered_counts.front());
        for (std::size_t i = 0; i < questions.size(); ++i)
            result.questions[i].at[stage] = sight_of(report.questions[i]);
    }
    for (const int answered : answered_counts)
        result.rates.push_back(rate_of(report_at(questions, WaveState::frozen, answered), answered));
    result.map = report_at(questions, WaveState::frozen, answered_counts.front()).map;
    return result;
}

}  // namespace konbit::who_sees
