// SPDX-License-Identifier: Apache-2.0
#include "features/networks/figures.hpp"

#include "engine/network/observed_report.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/tracing.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace konbit::networks {

namespace {

using disclosure::ReportLevel;
using network::Basis;
using network::Graph;
using network::ObservedNetwork;

bool is_of_graph(const network::Metric& metric) { return metric.level == network::MetricLevel::graph; }

bool needs_both_sides(const network::Metric& metric) {
    return is_of_graph(metric) && basis_of(metric) == Basis::answered_only;
}

bool is_everyday_figure(const network::Metric& metric) {
    return is_of_graph(metric) && network::is_everyday(metric);
}

bool is_everyday_of_both_sides(const network::Metric& metric) {
    return needs_both_sides(metric) && network::is_everyday(metric);
}

/// Which figures to work out.
enum class Figures {
    everyday,  ///< Those of the network page.
    all,       ///< Those for analysts, too.
};

/// Everything that the figures of one question share.
struct Work {
    ObservedNetwork network;
    int asked;
    network::Report answered_only;
    network::Report reconstructed;

    Work(const QuestionData& question, Figures which, const std::vector<int>& groups)
        : network(observed(question, Rows::observed)), asked(network.node_count()) {
        const auto answerers = places(known_rows(question, Rows::observed));
        std::vector<int> answerers_groups;
        for (const int each : answerers) answerers_groups.push_back(groups[each]);
        const bool all = which == Figures::all;
        answered_only = report(keeping(network.reported(), answerers), {.group_of = answerers_groups},
                               all ? needs_both_sides : is_everyday_of_both_sides);
        reconstructed = report(network::reconstructed(network).graph, {.group_of = groups},
                               all ? is_of_graph : is_everyday_figure);
    }

    int rows() const { return network.answers(); }
    std::optional<double> row_coverage() const { return response_rate(network); }
    double ties() const { return static_cast<double>(network.reported().edge_count()); }
    double cells() const { return static_cast<double>(asked) * (asked - 1); }
};

std::optional<double> ratio(double part, double whole) {
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

std::optional<double> available_value(std::string_view id, const Work& work) {
    if (id == "n") return work.asked;
    if (id == "m") return work.ties();
    if (id == "density") return density_available(work.network);
    return ratio(work.ties(), work.rows());  // mean_degree: ties given by a member who answered
}

/// Share of triples of which all three answered.
std::optional<double> triad_coverage(const Work& work) {
    const auto triples = [](double n) { return n * (n - 1) * (n - 2); };
    return ratio(triples(work.rows()), triples(work.asked));
}

Figure engine_figure(const network::Metric& metric, const Work& work) {
    Figure figure{.id = std::string(metric.id), .n = work.rows()};
    switch (basis_of(metric)) {
        case Basis::available:
            figure.value = available_value(metric.id, work);
            figure.coverage = work.row_coverage();
            break;
        case Basis::answered_only:
            figure.value = work.answered_only[metric.id];
            figure.coverage = metric.page == "triad_census" ? triad_coverage(work)
                                                            : dyads_fully_observed_share(work.network);
            break;
        case Basis::reconstructed:
            figure.value = work.reconstructed[metric.id];
            figure.coverage = dyads_any_observed_share(work.network);
            break;
    }
    return figure;
}

/// Pairs that count as tied under the question's own rule; nothing where answers are never joined.
Figure pairs(const Work& work, Symmetrization rule) {
    Figure figure{.id = "pairs", .n = work.rows(), .coverage = dyads_any_observed_share(work.network)};
    if (rule == Symmetrization::directed) return figure;
    const auto joined = rule == Symmetrization::and_or_single ? network::Symmetrization::both
                                                              : network::Symmetrization::either;
    figure.value = static_cast<double>(symmetrized(work.network, joined).ties.size());
    return figure;
}

int silent_isolates(const ObservedNetwork& network) {
    int count = 0;
    for (int node = 0; node < network.node_count(); ++node)
        count += !network.has_answered(node) && network.reported().in(node).empty();
    return count;
}

/// Ties between members whose countries are both known.
std::vector<network::Edge> placed_ties(const Graph& graph, const std::vector<int>& group_of) {
    auto ties = graph.edges();
    std::erase_if(ties, [&](const auto& tie) { return group_of[tie.from] < 0 || group_of[tie.to] < 0; });
    return ties;
}

/// Counts the ties that can be placed. Where none can, nothing is known, which is not zero.
Figure across_countries(const Work& work, const std::vector<int>& group_of) {
    const auto placed = placed_ties(work.network.reported(), group_of);
    Figure figure{.id = "ties_across_countries", .n = work.rows(), .coverage = work.row_coverage()};
    if (work.ties() > 0) *figure.coverage *= static_cast<double>(placed.size()) / work.ties();
    if (placed.empty() && work.ties() > 0)
        figure.reason = "countries_unknown";
    else
        figure.value = static_cast<double>(std::ranges::count_if(
            placed, [&](const auto& tie) { return group_of[tie.from] != group_of[tie.to]; }));
    return figure;
}

/// The density if nobody who is silent had a tie, and if they had them all.
std::vector<Figure> interval(const Work& work) {
    const double unknown = static_cast<double>(work.asked - work.rows()) * (work.asked - 1);
    return {{.id = "density_low", .value = ratio(work.ties(), work.cells()), .n = work.rows(), .coverage = 1},
            {.id = "density_high",
             .value = ratio(work.ties() + unknown, work.cells()),
             .n = work.rows(),
             .coverage = 1}};
}

std::vector<Figure> own_figures(const Work& work, const QuestionData& question, const WaveData& data) {
    return {pairs(work, question.question.symmetrization),
            {.id = "silent_isolates",
             .value = silent_isolates(work.network),
             .n = work.rows(),
             .coverage = work.row_coverage()},
            across_countries(work, countries(data))};
}

/// Isolates who did not answer are not isolates: nothing is known of them.
void leave_out_the_silent(std::vector<Figure>& figures) {
    const auto silent = std::ranges::find(figures, "silent_isolates", &Figure::id);
    const auto isolates = std::ranges::find(figures, "isolates", &Figure::id);
    if (isolates != figures.end() && isolates->value) *isolates->value -= silent->value.value_or(0);
}

void suppress(Figure& figure, std::string_view reason) {
    figure.value.reset();
    figure.suppressed = true;
    figure.reason = reason;
}

bool survives(std::string_view id, ReportLevel level) {
    constexpr std::array<std::string_view, 5> always{"n", "m", "density_low", "density_high",
                                                     "silent_isolates"};
    constexpr std::array<std::string_view, 2> of_persons{"centralization_betweenness",
                                                         "articulation_points_undirected_count"};
    if (level == ReportLevel::full) return true;
    if (level == ReportLevel::interval_only) return std::ranges::find(always, id) != always.end();
    return std::ranges::find(of_persons, id) == of_persons.end();
}

/// Respondents behind some ties of a sealed question.
std::set<int> givers(const std::vector<network::Edge>& ties) {
    std::set<int> result;
    for (const auto& tie : ties) result.insert(tie.from);
    return result;
}

bool enough(const std::vector<network::Edge>& ties) {
    return std::ssize(givers(ties)) >= disclosure::least_sealed_givers;
}

/// A sealed figure that divides the ties in two: both parts need their givers, or one could be had by
/// subtraction.
Figure divided(Figure figure, const std::vector<network::Edge>& counted,
               const std::vector<network::Edge>& rest) {
    if (!enough(counted) || !enough(rest)) suppress(figure, "few_givers");
    return figure;
}

template <class Belongs>
std::pair<std::vector<network::Edge>, std::vector<network::Edge>> split(
    const std::vector<network::Edge>& ties, Belongs belongs) {
    std::pair<std::vector<network::Edge>, std::vector<network::Edge>> parts;
    for (const auto& tie : ties) (belongs(tie) ? parts.first : parts.second).push_back(tie);
    return parts;
}

/// Whether ties across countries may be told apart from the others.
bool may_divide_by_country(const QuestionData& question, const WaveData& data) {
    auto cells = cells_of(question, data);
    divide_by_country(cells, countries(data));
    return is_spread(cells);
}

/// Whether mutual ties may be told apart from the others, beside what is told of countries.
bool may_divide_by_direction(const QuestionData& question, const WaveData& data) {
    auto cells = cells_of(question, data);
    if (may_divide_by_country(question, data)) divide_by_country(cells, countries(data));
    divide_by_direction(cells, known_rows(question, Rows::observed));
    return is_spread(cells);
}

/// Why the figures of a sealed question are hidden; nothing when they may be shown.
std::optional<std::string> too_few(const QuestionData& question, const WaveData& data) {
    const ObservedNetwork network = observed(question, Rows::observed);
    const auto giving = static_cast<int>(givers(network.reported().edges()).size());
    if (network.answers() < disclosure::least_sealed_respondents) return "few_respondents";
    if (!disclosure::may_show_sealed(network.answers(), giving)) return "few_givers";
    const bool is_untraceable = question.question.scale == Scale::level4
                                    ? is_spread_rating(question)
                                    : is_spread(cells_of(question, data));
    return is_untraceable ? std::nullopt : std::optional<std::string>("few_givers");
}

Figure sealed_reciprocity(const ObservedNetwork& network) {
    std::vector<network::Edge> ties = network.reported().edges();
    std::erase_if(ties, [&](const auto& tie) { return !network.has_answered(tie.to); });
    const auto [mutual, other] =
        split(ties, [&](const auto& tie) { return network.reported().has_edge(tie.to, tie.from); });
    return divided({.id = "reciprocity_edgewise",
                    .value = reciprocity_edgewise_observed(network),
                    .n = network.answers(),
                    .coverage = dyads_fully_observed_share(network)},
                   mutual, other);
}

/// The mean rating; nothing without one.
std::optional<double> mean_value(const QuestionData& question) {
    double sum = 0;
    for (const auto& tie : question.ties) sum += tie.value;
    return ratio(sum, static_cast<double>(question.ties.size()));
}

Figure sealed_across(const ObservedNetwork& network, const std::vector<int>& group_of) {
    const auto [across, within] = split(placed_ties(network.reported(), group_of), [&](const auto& tie) {
        return group_of[tie.from] != group_of[tie.to];
    });
    return divided({.id = "ties_across_countries",
                    .value = static_cast<double>(across.size()),
                    .n = network.answers(),
                    .coverage = response_rate(network)},
                   across, within);
}

std::vector<Figure> figures_of(const Work& work, const QuestionData& question, const WaveData& data,
                               ReportLevel level) {
    std::vector<Figure> figures;
    for (const auto& value : work.reconstructed.graph) figures.push_back(engine_figure(*value.metric, work));
    std::ranges::copy(interval(work), std::back_inserter(figures));
    std::ranges::copy(own_figures(work, question, data), std::back_inserter(figures));
    if (work.rows() == 0)  // nobody answered: nothing is known, which is not zero
        for (auto& figure : figures)
            if (figure.id != "n") figure.value.reset();
    leave_out_the_silent(figures);
    for (auto& figure : figures)
        if (!survives(figure.id, level)) suppress(figure, "low_response");
    return figures;
}

}  // namespace

Disclosure disclosure_of(const QuestionData& question, const WaveData& data) {
    const auto& asked = question.question;
    if (asked.sensitivity != Sensitivity::sealed && !asked.may_be_named()) return {Shown::aggregate, {}};
    switch (asked.sensitivity) {
        case Sensitivity::open:
            return {Shown::full, {}};
        case Sensitivity::limited:
            return {Shown::limited, {}};
        case Sensitivity::sealed:
            break;
    }
    if (!is_final(data.wave.state)) return {Shown::hidden, "wave_not_frozen"};
    if (data.is_thinned()) return {Shown::hidden, "answers_withdrawn"};
    if (auto reason = too_few(question, data)) return {Shown::hidden, std::move(reason)};
    return {Shown::aggregate, {}};
}

std::vector<Figure> figures_of(const QuestionData& question, const WaveData& data, ReportLevel level) {
    return figures_of(Work(question, Figures::everyday, countries(data)), question, data, level);
}

std::vector<Figure> all_figures_of(const QuestionData& question, const WaveData& data, ReportLevel level,
                                   const std::vector<int>& group_of) {
    return figures_of(Work(question, Figures::all, group_of), question, data, level);
}

std::vector<Figure> sealed_figures_of(const QuestionData& question, const WaveData& data) {
    const ObservedNetwork network = observed(question, Rows::observed);
    const auto ties = static_cast<double>(network.reported().edge_count());
    const auto row_figure = [&](std::string id, std::optional<double> value) {
        return Figure{
            .id = std::move(id), .value = value, .n = network.answers(), .coverage = response_rate(network)};
    };
    std::vector<Figure> figures;
    if (question.question.scale == Scale::level4)
        figures = {row_figure("mean_rating", mean_value(question)), row_figure("ratings", ties)};
    else {
        figures = {row_figure("m", ties), row_figure("density", density_available(network)),
                   row_figure("mean_degree", ratio(ties, network.answers())), sealed_reciprocity(network),
                   sealed_across(network, countries(data))};
        if (!may_divide_by_direction(question, data)) suppress(figures[3], "few_givers");
        if (!may_divide_by_country(question, data)) suppress(figures[4], "few_givers");
    }
    const Disclosure allowed = disclosure_of(question, data);
    if (allowed.shown == Shown::hidden)
        for (auto& figure : figures) {
            suppress(figure, *allowed.reason);
            figure.n = 0;
            figure.coverage.reset();
        }
    return figures;
}

}  // namespace konbit::networks
