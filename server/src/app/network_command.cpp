// SPDX-License-Identifier: Apache-2.0
#include "app/network_command.hpp"

#include "app/network_output.hpp"
#include "app/network_problem.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
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
    if (std::filesystem::is_directory(path)) return failure(ErrorCode::not_found, path);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) return failure(ErrorCode::not_found, path);
    return bytes;
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
        err << problem_of_network(found.error(), request.edges, request.nodes) << '\n';
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
