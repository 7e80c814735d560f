// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include "app/audit_command.hpp"
#include "app/backup_command.hpp"
#include "app/check_command.hpp"
#include "app/complaint.hpp"
#include "app/erasures_command.hpp"
#include "app/import_command.hpp"
#include "app/inspect_commands.hpp"
#include "app/key_command.hpp"
#include "app/network_command.hpp"
#include "app/serve_command.hpp"
#include "app/user_command.hpp"
#include "features/audit/scene.hpp"
#include "features/audit/trail.hpp"
#include "images/apart.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <iostream>

namespace konbit {

namespace {

/// What runs once the words are understood.
using Work = std::function<int(const ServeConfig&)>;

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
    KeyWork keys;
    backups::Destination to;
    RestoreWork from;
    AuditVerification audit;
    std::string journal;

    CLI::App& command(CLI::App& parent, const std::string& name, const std::string& help, Work does) {
        auto& made = *parent.add_subcommand(name, help);
        add_settings(made, flags);
        // What it changes is told under its name; the parent of "user add" is named too, "konbit" alone not.
        const std::string route = (parent.get_parent() ? parent.get_name() + " " : "") + name;
        made.callback([this, route, does = std::move(does)] {
            work = [route, does](const ServeConfig& config) {
                const audit::Scene scene(audit::this_node(), "konbit " + route);
                return does(config);
            };
        });
        return made;
    }

    CommandLine() {
        program.require_subcommand(1);
        command(program, "serve", "Serve until told to stop", serve);
        command(program, "migrate", "Bring schema and reference data up to date", migrate);
        command(program, "openapi", "Write the API description", write_openapi);
        command(program, "check", "Look at an installation and say what to mend", check_installation)
            .alias("doctor");
        add_backup_commands();
        program.add_subcommand("network", "Statistics of an edge list (konbit network --help)");
        add_user_command();
        add_key_command();
        add_import_command();
        add_audit_command();
        add_erasures_command();
    }

    void add_audit_command() {
        auto& audits = *program.add_subcommand("audit", "The log of who did what");
        audits.require_subcommand(1);
        auto& verify = command(audits, "verify", "Follow the chain and name what was tampered with",
                               [this](const Config& config) { return verify_audit(config, audit); });
        verify.add_option("--from", audit.from, "first day to look at, YYYY-MM-DD; everything when left out");
        verify.add_option("--heads", audit.heads, "file of heads that were kept elsewhere");
        command(audits, "head", "Print the head of each day, to be kept elsewhere", print_audit_heads);
        command(audits, "routes", "List what the use of each route leaves behind", list_audited_routes);
    }

    void add_backup_commands() {
        auto& backup = command(program, "backup", "Copy database, files and keys while the server runs",
                               [this](const ServeConfig& config) { return back_up(config, to); });
        backup.add_option("--to", to.to, "folder for the backup (backup_folder)");
        backup.add_option("--keys-to", to.keys_to, "folder for the keys, elsewhere (backup_keys_folder)");
        auto& restore = command(program, "restore", "Fill an empty folder from a backup",
                                [this](const ServeConfig& config) { return put_back(config, from); });
        restore.add_option("--from", from.source.from, "folder of one backup")->required();
        restore.add_option("--keys-from", from.source.keys_from, "folder of the backup of its keys");
        restore.add_option("--journal", from.source.journal,
                           "the newest journal of erasures that was kept elsewhere");
        restore.add_flag("--verify", from.only_verifies, "only see that it could be put back");
    }

    void add_key_command() {
        auto& parent = *program.add_subcommand("keys", "The keys of the installation");
        parent.require_subcommand(1);
        command(parent, "list", "Ids and ages, and why former keys still stand", list_keys);
        auto& rotate = command(parent, "rotate", "Make a new key and move everything to it",
                               [this](const Config& config) { return rotate_keys(config, keys); });
        rotate.add_option("--wave", keys.wave, "the sealed answers of this wave get a new key instead");
        auto& retire = command(parent, "retire", "Take out former keys that nothing needs",
                               [this](const Config& config) { return retire_keys(config, keys); });
        retire.add_option("key", keys.key, "this one, now: links made with it end");
        auto& lost = command(parent, "lost", "What is lost with a missing key, and how to go on",
                             [this](const Config& config) { return go_on_after_loss(config, keys); });
        lost.add_flag("--accept", keys.is_accepted, "go on without what the missing keys sealed");
    }

    void add_erasures_command() {
        auto& erasures = *program.add_subcommand("erasures", "The journal of erasures");
        erasures.require_subcommand(1);
        auto& apply = command(erasures, "apply", "Erase anew what a restored backup brought back",
                              [this](const Config& config) { return apply_erasures(config, journal); });
        apply.add_option("--journal", journal,
                         "a journal that was kept elsewhere, besides DATA/keys/erasures.jsonl");
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
        auto& forget =
            command(users, "forget-factor", "Take away codes and passkeys that somebody lost",
                    [this](const Config& config) { return forget_user_factor(config, user.email); });
        forget.add_option("--email", user.email, "address of the account")->required();
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
