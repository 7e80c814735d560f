// SPDX-License-Identifier: Apache-2.0
#include "app/network_input.hpp"

#include "app/network_problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>

namespace konbit {
namespace {

using network::NamedNetwork;

Read<NamedNetwork> read_file(const std::string& edges_path, const NetworkPaths& paths,
                             const std::string& group) {
    KONBIT_TRY(const std::string edges, file_contents(edges_path));
    network::NetworkFiles files{.edges = edges};
    std::string nodes;
    if (!paths.nodes.empty()) {
        KONBIT_TRY(nodes, file_contents(paths.nodes));
        files.nodes = nodes;
    }
    network::NetworkReading reading{.has_weights = true};
    if (paths.is_undirected) reading.direction = network::Direction::undirected;
    if (!group.empty()) reading.group_column = group;
    auto found = network::read_network(files, reading);
    if (!found) return std::unexpected(problem_of_network(found.error(), edges_path, paths.nodes));
    return *std::move(found);
}

/// Gives all networks the members of all, in order of appearance.
void join_members(std::vector<NamedNetwork>& networks) {
    std::unordered_map<std::string, int> number;
    std::vector<std::string> ids;
    for (const NamedNetwork& each : networks)
        for (const std::string& id : each.ids)
            if (number.try_emplace(id, static_cast<int>(ids.size())).second) ids.push_back(id);
    for (NamedNetwork& each : networks) {
        std::vector<network::Edge> ties = each.graph.edges();
        for (auto& [from, to] : ties) {
            from = number.at(each.ids[from]);
            to = number.at(each.ids[to]);
        }
        const auto direction =
            each.graph.is_directed() ? network::Direction::directed : network::Direction::undirected;
        each.graph = network::Graph(static_cast<int>(ids.size()), ties, direction);
        each.ids = ids;
    }
}

/// The members' file read as a network without ties, its column as groups.
Read<NamedNetwork> read_members(const std::string& nodes_path, const std::string& column) {
    KONBIT_TRY(const std::string nodes, file_contents(nodes_path));
    auto found = network::read_network({.edges = "from,to\n", .nodes = nodes}, {.group_column = column});
    if (!found) return std::unexpected(problem_of_network(found.error(), nodes_path, nodes_path));
    return *std::move(found);
}

}  // namespace

Read<std::string> file_contents(const std::string& path) {
    const auto unreadable = [&] { return std::unexpected(fmt::format("{}: cannot be read", path)); };
    if (std::filesystem::is_directory(path)) return unreadable();
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return unreadable();
    return bytes;
}

std::string name_of_file(const std::string& path) {
    const auto start = path.rfind('/') + 1;  // npos + 1 = 0
    return path.substr(start, path.find('.', start) - start);
}

bool says_yes(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char each) { return std::tolower(each); });
    constexpr std::array<std::string_view, 5> words{"1", "yes", "true", "y", "x"};
    return std::ranges::find(words, text) != words.end();
}

Read<NamedNetwork> read_network_files(const NetworkPaths& paths, const std::string& group) {
    return read_file(paths.edges.front(), paths, group);
}

Read<std::vector<NamedNetwork>> read_networks(const NetworkPaths& paths) {
    std::vector<NamedNetwork> networks;
    for (const std::string& each : paths.edges) {
        KONBIT_TRY(NamedNetwork found, read_file(each, paths, {}));
        networks.push_back(std::move(found));
    }
    join_members(networks);
    return networks;
}

Read<std::vector<std::string>> read_column(const std::string& nodes, const std::string& column) {
    KONBIT_TRY(const NamedNetwork members, read_members(nodes, column));
    std::vector<std::string> cells;
    for (const int group : members.group_of) cells.push_back(group < 0 ? "" : members.group_names[group]);
    return cells;
}

Read<std::vector<bool>> read_flags(const std::string& nodes, const std::string& column) {
    KONBIT_TRY(const std::vector<std::string> cells, read_column(nodes, column));
    std::vector<bool> flags;
    for (const std::string& each : cells) flags.push_back(says_yes(each));
    return flags;
}

Read<std::vector<double>> read_numbers(const std::string& nodes, const std::string& column) {
    KONBIT_TRY(const std::vector<std::string> cells, read_column(nodes, column));
    std::vector<double> numbers;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        double number = 0;
        const auto [end, error] = std::from_chars(cells[i].data(), cells[i].data() + cells[i].size(), number);
        if (error != std::errc() || end != cells[i].data() + cells[i].size() || !std::isfinite(number))
            return std::unexpected(
                fmt::format("{}: member {}, {}: this is no number (\"{}\")", nodes, i + 1, column, cells[i]));
        numbers.push_back(number);
    }
    return numbers;
}

}  // namespace konbit
