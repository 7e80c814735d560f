// SPDX-License-Identifier: Apache-2.0
#include "app/network_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace konbit {
namespace {

std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            json += '\\', json += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    return json + '"';
}

std::string number(double value) { return std::isfinite(value) ? fmt::format("{:.17g}", value) : "null"; }

/// `open` items `close`, separated by commas; `write(item)` gives the text of one.
template <class Items, class Write>
std::string list(char open, const Items& items, char close, Write write) {
    std::string json(1, open);
    for (const auto& item : items) {
        if (json.size() > 1) json += ',';
        json += write(item);
    }
    return json + close;
}

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

}  // namespace

std::string report_as_json(const network::NamedNetwork& named, const network::Report& report) {
    const std::string graph = list('{', report.graph, '}', [](const network::GraphValue& each) {
        return fmt::format("{}:{}", quoted(each.metric->id), number(or_nan(each.value)));
    });
    std::size_t node = 0;
    const std::string nodes = list('[', named.ids, ']', [&](const std::string& id) {
        std::string members = "\"id\":" + quoted(id);
        for (const auto& [metric, values] : report.nodes)
            members += fmt::format(",{}:{}", quoted(metric->id), number(values[node]));
        ++node;
        return "{" + members + "}";
    });
    return fmt::format(R"({{"graph":{},"nodes":{},"warnings":{}}})", graph, nodes,
                       list('[', named.warnings, ']', quoted));
}

std::string report_as_table(const network::NamedNetwork& named, const network::Report& report) {
    std::string text;
    for (const auto& [metric, value] : report.graph)
        text += fmt::format("{:<38}{:>12}  {}\n", metric->id, cell(or_nan(value)), metric->question);
    return text + '\n' + aligned(member_columns(named, report));
}

}  // namespace konbit
