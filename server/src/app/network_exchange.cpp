// SPDX-License-Identifier: Apache-2.0
#include "app/network_exchange.hpp"

#include "app/network_problem.hpp"
#include "app/network_series.hpp"
#include "app/whole_file.hpp"
#include "engine/network/random_graph.hpp"
#include "features/networks/network_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

namespace konbit {
namespace {

using network::NetworkDocument;
using network::NetworkFormat;

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> other_endings{
    {{"net", "pajek"}, {"xml", "graphml"}}};

/// The format's name: as asked for, or what the path's ending says.
std::string format_name(const std::string& asked, const std::string& path) {
    if (!asked.empty()) return asked;
    const std::string ending = path.substr(path.rfind('.') + 1);
    const auto found = std::ranges::find(other_endings, ending, [](const auto& pair) { return pair.first; });
    return found == other_endings.end() ? ending : std::string(found->second);
}

std::optional<NetworkFormat> format_of(std::string_view name) {
    constexpr auto known = names(NetworkFormat{});
    const auto found = std::ranges::find(known, name);
    if (found == known.end()) return std::nullopt;
    return static_cast<NetworkFormat>(found - known.begin());
}

std::string unknown_format(std::string_view name) {
    return fmt::format(
        "{}: no format that is known; csv, matrix, graphml, gexf, pajek, dl, vna, json and rsiena are", name);
}

Read<NetworkDocument> read_any(const ConversionRequest& request) {
    KONBIT_TRY(const std::string bytes, file_contents(request.from));
    const std::string name = format_name(request.from_format, request.from);
    const auto problem = [&](const Error& error) {
        return problem_of_network(error, request.from, request.nodes);
    };
    if (name == "json") {
        auto found = networks::network_from_json(bytes);
        if (!found) return std::unexpected(problem(found.error()));
        return *std::move(found);
    }
    const auto format = format_of(name);
    if (!format) return std::unexpected(unknown_format(name));
    std::string nodes;
    std::optional<std::string_view> members;
    if (!request.nodes.empty()) {
        KONBIT_TRY(nodes, file_contents(request.nodes));
        members = nodes;
    }
    const auto direction =
        request.is_undirected ? network::Direction::undirected : network::Direction::directed;
    auto found = network::read_document(bytes, *format, direction, members);
    if (!found) return std::unexpected(problem(found.error()));
    return *std::move(found);
}

bool has_isolates(const NetworkDocument& document) {
    std::vector<bool> has_tie(document.ids.size());
    for (const auto& tie : document.ties) has_tie[tie.from] = has_tie[tie.to] = true;
    return std::ranges::find(has_tie, false) != has_tie.end();
}

/// What the format leaves out of this network, in words; empty when nothing.
std::string lost_in(const NetworkDocument& document, std::string_view format, bool has_members_file) {
    constexpr std::array<std::string_view, 3> without_columns{"matrix", "pajek", "dl"};
    if (format == "csv" && !has_members_file && (has_isolates(document) || !document.columns.empty()))
        return "warning: members without ties and columns are left out; --nodes-to FILE writes them";
    if (!document.columns.empty() && std::ranges::find(without_columns, format) != without_columns.end())
        return fmt::format("warning: {} has no room for what is known of members; it is left out", format);
    return {};
}

Read<std::string> write_any(const NetworkDocument& document, const std::string& name, std::ostream& out,
                            bool has_members_file) {
    if (name == "json") {
        networks::network_to_json(document, out);
        return {};
    }
    const auto format = format_of(name);
    if (!format) return std::unexpected(unknown_format(name));
    write_document(document, *format, out);
    return lost_in(document, name, has_members_file);
}

Read<std::string> write_one(const NetworkDocument& document, const ConversionRequest& request,
                            std::ostream& out) {
    if (!request.nodes_to.empty())
        KONBIT_CHECK(write_whole(request.nodes_to, [&](std::ostream& to) { write_members(document, to); }));
    const bool has_members_file = !request.nodes_to.empty();
    if (request.to.empty())
        return write_any(document, request.to_format.empty() ? "csv" : request.to_format, out,
                         has_members_file);
    const std::string name = format_name(request.to_format, request.to);
    if (name != "json" && !format_of(name)) return std::unexpected(unknown_format(name));
    Read<std::string> lost;
    KONBIT_CHECK(write_whole(
        request.to, [&](std::ostream& to) { lost = write_any(document, name, to, has_members_file); }));
    return lost;
}

Read<bool> has_several_waves(const ConversionRequest& request) {
    if (!request.later.empty() || std::filesystem::is_directory(request.from)) return true;
    if (format_name(request.from_format, request.from) != "gexf") return false;
    KONBIT_TRY(const std::string bytes, file_contents(request.from));
    return network::has_gexf_waves(bytes);
}

/// The waves of files of their own.
Read<network::WaveSeries> read_waves(const ConversionRequest& request) {
    if (!request.later_nodes.empty() && request.later_nodes.size() != request.later.size())
        return std::unexpected("--later-nodes takes one file for each later wave");
    std::vector<NetworkDocument> waves;
    ConversionRequest each = request;
    for (std::size_t i = 0; i <= request.later.size(); ++i) {
        if (i > 0) each.from = request.later[i - 1];
        if (i > 0 && !request.later_nodes.empty()) each.nodes = request.later_nodes[i - 1];
        KONBIT_TRY(NetworkDocument wave, read_any(each));
        waves.push_back(std::move(wave));
    }
    const bool has_roster = !request.nodes.empty() || format_name(request.from_format, request.from) != "csv";
    return series_of(std::move(waves), has_roster, request.answered);
}

Read<network::WaveSeries> read_series(const ConversionRequest& request) {
    if (!request.later.empty()) return read_waves(request);
    if (std::filesystem::is_directory(request.from)) return read_siena_folder(request.from);
    KONBIT_TRY(const std::string bytes, file_contents(request.from));
    auto found = network::read_gexf_waves(bytes);
    if (!found) return std::unexpected(problem_of_network(found.error(), request.from, {}));
    return *std::move(found);
}

Read<std::string> convert_series(const ConversionRequest& request, std::ostream& out) {
    KONBIT_TRY(const network::WaveSeries series, read_series(request));
    if (request.wave > std::ssize(series.waves))
        return std::unexpected(fmt::format("there are {} waves only", series.waves.size()));
    if (request.wave > 0) return write_one(series.document(request.wave - 1), request, out);
    const std::string name = format_name(request.to_format, request.to);
    if (name == siena_format && !request.to.empty()) return write_siena_folder(series, request.to);
    if (name != "gexf")
        return std::unexpected(
            "several waves go into gexf, or into a folder with --to-format rsiena; "
            "--wave N takes one of them");
    if (request.to.empty()) {
        write_gexf_waves(series, out);
        return {};
    }
    KONBIT_CHECK(write_whole(request.to, [&](std::ostream& to) { write_gexf_waves(series, to); }));
    return {};
}

}  // namespace

Read<std::string> convert_network(const ConversionRequest& request, std::ostream& out) {
    KONBIT_TRY(const bool is_series, has_several_waves(request));
    if (is_series) return convert_series(request, out);
    KONBIT_TRY(const NetworkDocument document, read_any(request));
    return write_one(document, request, out);
}

Read<std::string> generate_network(const GenerationRequest& request, std::ostream& out) {
    const std::int64_t pairs =
        static_cast<std::int64_t>(request.members) * (request.members - 1) / (request.is_undirected ? 2 : 1);
    if (request.ties > pairs)
        return std::unexpected(fmt::format("so few members have room for {} ties only", pairs));
    const auto direction =
        request.is_undirected ? network::Direction::undirected : network::Direction::directed;
    Random random(request.seed);
    NetworkDocument document{.direction = direction, .ids = {}, .columns = {}, .ties = {}};
    for (int i = 1; i <= request.members; ++i) document.ids.push_back(std::to_string(i));
    for (const auto& [from, to] : random_graph(request.members, request.ties, direction, random).edges())
        document.ties.push_back({from, to, 1});
    return write_any(document, request.format, out, true);
}

}  // namespace konbit
