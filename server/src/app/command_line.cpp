// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include "app/complaint.hpp"
#include "app/import_command.hpp"
#include "app/inspect_commands.hpp"
#include "app/network_command.hpp"
#include "app/serve_command.hpp"
#include "app/user_command.hpp"
#include "images/apart.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <iostream>

namespace konbit {

namespace {

/// What runs once the words are understood.
using Work = std::function<int(const Config&)>;

std::string flag_of(const Setting& setting) {
    std::string flag = "--" + std::string(setting.name);
    std::ranges::replace(flag, '_', '-');
    return flag;
}

/// Every setting as a flag of the command; `--demo` needs no word after it.
void add_settings(CLI::App& command, Settings& flags) {
    for (const auto& setting : settings()) {
        const std::string name(setting.name);
        const std::string help(setting.help);
        if (name == "demo" || name == "logs_json")
            command.add_flag_function(
                flag_of(setting), [&flags, name](std::int64_t) { flags[name] = "true"; }, help);
        else
            command.add_option_function<std::string>(
                flag_of(setting), [&flags, name](const std::string& value) { flags[name] = value; }, help);
    }
}

struct CommandLine {
    CLI::App program{"Konbit: clusters found, run, trusted, measured and compared", "konbit"};
    Settings flags;
    Work work;
    NewUser user;
    NetworkImport network;

    CLI::App& command(CLI::App& parent, const std::string& name, const std::string& help, Work does) {
        auto& made = *parent.add_subcommand(name, help);
        add_settings(made, flags);
        made.callback([this, does = std::move(does)] { work = does; });
        return made;
    }

    CommandLine() {
        program.require_subcommand(1);
        command(program, "serve", "Serve until told to stop", serve);
        command(program, "migrate", "Bring schema and reference data up to date", migrate);
        command(program, "openapi", "Write the API description", write_openapi);
        command(program, "doctor", "Look at an installation and say what is missing", diagnose);
        program.add_subcommand("network", "Statistics of an edge list (konbit network --help)");
        add_user_command();
        add_import_command();
    }

    void add_import_command() {
        auto& imports = *program.add_subcommand("import", "Bring in what was collected elsewhere");
        imports.require_subcommand(1);
        auto& made =
            command(imports, "network", "Make a private cluster of an edge list, with one closed wave",
                    [this](const Config& config) { return import_network(config, network); });
        made.add_option("edges", network.edges, "CSV with the columns from and to")->required();
        made.add_option("nodes", network.nodes, "CSV with the column id, and name and country if known")
            ->required();
        made.add_option("--name", network.name, "name of the cluster")->required();
        made.add_option("--country", network.country_code, "where it lies, two letters (ISO 3166-1)")
            ->required();
        made.add_option("--relation", network.relation, "what its ties are called, for instance Advice");
        made.add_flag("--undirected", network.is_undirected, "each tie is of both, whoever stands first");
        made.add_option("--facilitator", network.facilitator,
                        "e-mail address of the account that may open it");
    }

    void add_user_command() {
        auto& users = *program.add_subcommand("user", "Accounts");
        users.require_subcommand(1);
        auto& add = command(users, "add", "Make an account with one role",
                            [this](const Config& config) { return add_user(config, user); });
        add.add_option("--email", user.email, "address to sign in with")->required();
        add.add_option("--name", user.name, "the person's name")->required();
        add.add_option("--language", user.language, "en, es or fr");
        add.add_option("--role", user.role, "administrator, facilitator, national, …");
        add.add_option("--scope", user.scope, "platform, country, organization or cluster");
        add.add_option("--scope-id", user.scope_id, "country code or id, unless the scope is the platform");
        add.add_option("--password", user.password, "at least 15 characters; one is made when left out");
        add_status_command(users, "disable", "End an account's sessions and let it in no more",
                           AccountStatus::disabled);
        add_status_command(users, "enable", "Let a disabled account in again", AccountStatus::active);
    }

    void add_status_command(CLI::App& users, const std::string& name, const std::string& help,
                            AccountStatus status) {
        auto& made = command(users, name, help, [this, status](const Config& config) {
            return set_user_status(config, user.email, status);
        });
        made.add_option("--email", user.email, "address of the account")->required();
    }
};

}  // namespace

int complain(const Error& error) {
    fmt::print(stderr, "konbit: {}\n", complaint_of(error));
    return 1;
}

int run_command_line(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "network")
        return run_network_command(argc, argv, std::cout, std::cerr);
    if (argc == 3 && argv[1] == images::child_command) return images::make_renditions_of_input(argv[2]);
    CommandLine line;
    try {
        line.program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return line.program.exit(error) == 0 ? 0 : 2;
    }
    const auto config = configured(line.flags, settings_of_environment());
    if (!config) return complain(config.error()) + 1;
    return line.work(*config);
}

}  // namespace konbit
