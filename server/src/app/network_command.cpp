// SPDX-License-Identifier: Apache-2.0
#include "app/network_command.hpp"

#include "app/network_output.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

namespace konbit {
namespace {

constexpr int failed = 2;

struct Request {
    std::string edges, nodes, group;
    bool undirected = false;
    bool json = false;
};

void describe(CLI::App& report, Request& request) {
    report.add_option("EDGES", request.edges, "Ties: a CSV file with the columns from and to")->required();
    report.add_option("--nodes", request.nodes,
                      "Members: a CSV file with the column id; also those without ties");
    report.add_option("--group", request.group,
                      "A column of the members' file: adds measures of ties across groups");
    report.add_flag("--undirected", request.undirected, "A tie from a to b is one from b to a");
    report.add_flag("--json", request.json, "Print JSON instead of tables");
}

Result<std::string> contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return failure(ErrorCode::not_found, path);
    return bytes;
}

/// "row:12/to" as people say it.
std::string place(std::string_view pointer) {
    const auto slash = pointer.find('/');
    std::string words = fmt::format("row {}", pointer.substr(4, slash == pointer.npos ? slash : slash - 4));
    if (slash != pointer.npos) words += fmt::format(", {}", pointer.substr(slash + 1));
    return words;
}

std::string_view in_words(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> words{{
        {"missing_column", "there is no such column"},
        {"missing_id", "the cell is empty"},
        {"duplicate_id", "this id occurs twice"},
        {"unknown_id", "no member has this id"},
        {"not_text", "this is not a text file; save the sheet as CSV"},
        {"no_header", "the file has no header"},
        {"empty_column_name", "a column has no name"},
        {"duplicate_column", "two columns have this name"},
        {"too_many_cells", "the row has more cells than the header"},
        {"unclosed_quote", "a quotation mark is not closed"},
        {"text_after_quote", "text follows a closing quotation mark"},
    }};
    const auto found = std::ranges::find(words, code, [](const auto& pair) { return pair.first; });
    return found == words.end() ? code : found->second;
}

std::string explained(const Error& error, const Request& request) {
    if (error.code == ErrorCode::not_found) return fmt::format("{}: cannot be read", error.reason);
    const std::string& file =
        error.reason == "nodes" && !request.nodes.empty() ? request.nodes : request.edges;
    const FieldError& finding = error.fields.front();
    const auto value = finding.params.find("value");
    const std::string quoted = value == finding.params.end() ? "" : fmt::format(" (\"{}\")", value->second);
    return fmt::format("{}: {}: {}{}", file, place(finding.pointer), in_words(finding.code), quoted);
}

Result<network::NamedNetwork> read(const Request& request) {
    KONBIT_TRY(const std::string edges, contents(request.edges));
    std::string nodes;
    network::NetworkFiles files{.edges = edges};
    if (!request.nodes.empty()) {
        KONBIT_TRY(nodes, contents(request.nodes));
        files.nodes = nodes;
    }
    network::NetworkReading reading;
    if (request.undirected) reading.direction = network::Direction::undirected;
    if (!request.group.empty()) reading.group_column = request.group;
    return network::read_network(files, reading);
}

int report(const Request& request, std::ostream& out, std::ostream& err) {
    const auto found = read(request);
    if (!found) {
        err << explained(found.error(), request) << '\n';
        return failed;
    }
    const network::Report numbers = network::report(found->graph, {.group_of = found->group_of});
    if (request.json) {
        out << report_as_json(*found, numbers) << '\n';
    } else {
        out << report_as_table(*found, numbers);
        for (const std::string& warning : found->warnings) err << "warning: " << warning << '\n';
    }
    return 0;
}

}  // namespace

int run_network_command(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    CLI::App app("Statistics of networks in files", "konbit network");
    Request request;
    describe(*app.add_subcommand("report", "Prints every measure of a network"), request);
    app.require_subcommand(1);
    try {
        app.parse(argc - 1, argv + 1);
    } catch (const CLI::ParseError& error) {
        // Help is a success for CLI11; every other complaint ends with our exit code, not with one of its
        // many.
        return app.exit(error, out, err) == 0 ? 0 : failed;
    }
    return report(request, out, err);
}

}  // namespace konbit
