// SPDX-License-Identifier: Apache-2.0
#include "app/network_output.hpp"

#include "core/escape.hpp"
#include "json/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <ranges>
#include <utility>

namespace konbit {
namespace {

/// Appends the items between two brackets, separated by commas; `write(item)` appends one.
template <class Items, class Write>
void append_list(std::string& json, std::string_view brackets, const Items& items, Write write) {
    json += brackets[0];
    bool is_first = true;
    for (const auto& item : items) {
        if (!std::exchange(is_first, false)) json += ',';
        write(item);
    }
    json += brackets[1];
}

void append_member(std::string& json, std::string_view name, double value) {
    append_json_string(json, name);
    json += ':';
    json::write_number(json, value);
}

/// Under which names other tools and tests/golden/networks/reference.json know the same numbers.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> other_names{{
    {"compactness_mean_recip_dist", "global_efficiency"},
    {"centralization_degree_loopsFALSE", "centralization_degree"},
    {"centralization_indegree_loopsFALSE", "centralization_indegree"},
    {"centralization_outdegree_loopsFALSE", "centralization_outdegree"},
}};

double or_nan(const std::optional<double>& value) {
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{:.6g}", value) : "-"; }

using Columns = std::vector<std::vector<std::string>>;

Columns member_columns(const network::NamedNetwork& named, const network::Report& report) {
    Columns columns{{"id"}};
    columns[0].insert(columns[0].end(), named.ids.begin(), named.ids.end());
    for (const auto& [metric, values] : report.nodes) {
        auto& column = columns.emplace_back(1, std::string(metric->id));
        std::ranges::transform(values, std::back_inserter(column), cell);
    }
    return columns;
}

std::string aligned(const Columns& columns) {
    std::vector<std::size_t> widths;
    for (const auto& column : columns)
        widths.push_back(std::ranges::max(column, {}, &std::string::size).size());
    std::string text;
    for (std::size_t row = 0; row < columns[0].size(); ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            text += fmt::format("{:>{}}  ", columns[i][row], widths[i]);
        text.resize(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

/// Ids of the members in the core, as "3|9|15".
std::string core_ids(const network::NamedNetwork& named, const std::vector<double>& is_core) {
    std::string ids;
    for (std::size_t node = 0; node < is_core.size(); ++node)
        if (is_core[node] == 1) ids += (ids.empty() ? "" : "|") + named.ids[node];
    return ids;
}

void append_graph(std::string& json, const network::NamedNetwork& named, const network::Report& report) {
    append_list(json, "{}", report.graph, [&](const network::GraphValue& each) {
        append_member(json, each.metric->id, or_nan(each.value));
    });
    json.pop_back();
    for (const auto& [name, id] : other_names) {
        if (std::ranges::find(report.graph, id, [](const auto& each) { return each.metric->id; }) ==
            report.graph.end())
            continue;
        json += ',';
        append_member(json, name, or_nan(report[id]));
    }
    if (const auto* is_core = report.column("is_core")) {
        json += R"(,"core_periphery_be_core_ids":)";
        append_json_string(json, core_ids(named, *is_core));
    }
    json += '}';
}

}  // namespace

std::string report_as_json(const network::NamedNetwork& named, const network::Report& report,
                           const NetworkAnswer& more) {
    std::string json = R"({"graph":)";
    append_graph(json, named, report);
    json += R"(,"nodes":)";
    append_list(json, "[]", std::views::iota(std::size_t{0}, named.ids.size()), [&](std::size_t node) {
        json += R"({"id":)";
        append_json_string(json, named.ids[node]);
        for (const auto& [metric, values] : report.nodes) {
            json += ',';
            append_member(json, metric->id, values[node]);
        }
        json += '}';
    });
    json += R"(,"warnings":)";
    append_list(json, "[]", named.warnings, [&](const std::string& each) { append_json_string(json, each); });
    const std::string members = more.as_json();
    return json + (members == "{}" ? "}" : ',' + members.substr(1));
}

std::string report_as_table(const network::NamedNetwork& named, const network::Report& report) {
    std::string text;
    for (const auto& [metric, value] : report.graph)
        text += fmt::format("{:<38}{:>12}  {}\n", metric->id, cell(or_nan(value)), metric->question);
    return text + '\n' + aligned(member_columns(named, report));
}

}  // namespace konbit
