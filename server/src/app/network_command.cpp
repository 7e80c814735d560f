// SPDX-License-Identifier: Apache-2.0
#include "app/network_command.hpp"

#include "app/network_exchange.hpp"
#include "app/network_groups.hpp"
#include "app/network_layers.hpp"
#include "app/network_nonresponse.hpp"
#include "app/network_output.hpp"
#include "app/network_progress.hpp"
#include "app/network_questions.hpp"
#include "app/network_ratings.hpp"
#include "app/network_sampling.hpp"
#include "engine/network/report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <ostream>

namespace konbit {
namespace {

constexpr int failed = 2;

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// What all commands are asked.
struct Common {
    network::Shuffles shuffles;
    bool json = false;
};

class NetworkCommands {
  public:
    NetworkCommands() {
        app_.require_subcommand(1);
        add_report();
        add_compare();
        add_qap();
        add_mrqap();
        add_key_players();
        add_layers();
        add_perceived();
        add_betweenness();
        add_convert();
        add_generate();
    }

    int run(int argc, const char* const* argv, Streams streams) {
        try {
            app_.parse(argc - 1, argv + 1);
        } catch (const CLI::ParseError& error) {
            // Help is a success for CLI11; every other complaint ends with our exit code, not with one of its
            // many.
            return app_.exit(error, streams.out, streams.err) == 0 ? 0 : failed;
        }
        NetworkProgress progress(streams.err);
        progress_ = &progress;
        common_.shuffles.watch = &progress.watch();
        const int code = work_(streams);
        progress.fall_silent();
        if (!progress.watch().is_stopped()) return code;
        streams.err << "interrupted\n";
        return interrupted;
    }

  private:
    using Question = std::function<Read<NetworkAnswer>()>;

    CLI::App& command(const std::string& name, const std::string& help, NetworkPaths& paths, int files) {
        CLI::App& made = *app_.add_subcommand(name, help);
        auto* ties =
            made.add_option("EDGES", paths.edges, "Ties: CSV files with the columns from and to")->required();
        if (files > 0) ties->expected(files);
        made.add_option("--nodes", paths.nodes,
                        "Members: a CSV file with the column id; also those without ties");
        made.add_flag("--undirected", paths.is_undirected, "A tie from a to b is one from b to a");
        made.add_flag("--json", common_.json, "Print JSON");
        return made;
    }

    void add_shuffles(CLI::App& command) {
        command.add_option("--permutations", common_.shuffles.count, "How often to shuffle")
            ->check(CLI::Range(1, 10'000'000));
        command.add_option("--seed", common_.shuffles.seed, "Equal seeds give equal results");
        add_threads(command);
    }

    /// For commands that must not take silence for an empty row.
    void add_answered(CLI::App& command, NetworkPaths& paths) {
        command
            .add_option(
                "--answered", paths.answered,
                "Column of the members' file that says who answered; one for all, or one for each file")
            ->allow_extra_args(false)
            ->needs("--nodes");
    }

    void add_threads(CLI::App& command) {
        command.add_option("--threads", common_.shuffles.threads, "0: as many as the machine has")
            ->check(CLI::Range(0, 1024));
    }

    void answers(CLI::App& command, Question question) {
        command.callback([this, question = std::move(question)] {
            work_ = [this, question](Streams streams) {
                const auto found = question();
                progress_->fall_silent();
                if (!found) {
                    streams.err << found.error() << '\n';
                    return failed;
                }
                if (common_.shuffles.watch->is_stopped()) return interrupted;
                streams.out << (common_.json ? found->as_json() + '\n' : found->as_lines());
                return 0;
            };
        });
    }

    void add_report() {
        CLI::App& made = command("report", "Every measure of a network", report_, 1);
        made.add_option("--group", group_,
                        "A column of the members' file: adds measures of ties across groups");
        made.add_option("--answered", answered_,
                        "A column of the members' file that says who answered: silence is not an empty row")
            ->needs("--nodes")
            ->excludes("--undirected");
        add_shuffles(made);
        made.callback([this, &made] {
            has_tests_ = made.count("--permutations") > 0;
            work_ = [this](Streams streams) { return print_report(streams); };
        });
    }

    int print_report(Streams streams) const {
        auto found = read_network_files(report_, group_);
        if (!found) {
            streams.err << found.error() << '\n';
            return failed;
        }
        NetworkAnswer more = tests_of(*found, has_tests_ ? &common_.shuffles : nullptr);
        const auto numbers = numbers_of(*found, more);
        if (!numbers) {
            streams.err << numbers.error() << '\n';
            return failed;
        }
        std::ranges::copy(warnings_of_groups(*found), std::back_inserter(found->warnings));
        progress_->fall_silent();
        if (common_.shuffles.watch->is_stopped()) return interrupted;
        if (common_.json) {
            streams.out << report_as_json(*found, *numbers, more) << '\n';
        } else {
            streams.out << report_as_table(*found, *numbers) << '\n' << more.as_lines();
            for (const std::string& warning : found->warnings) streams.err << "warning: " << warning << '\n';
        }
        return 0;
    }

    /// Every metric; what is said of those who did not answer goes into `more` and the warnings.
    Read<network::Report> numbers_of(network::NamedNetwork& named, NetworkAnswer& more) const {
        const int threads = common_.shuffles.threads;
        if (answered_.empty())
            return network::report(named.graph,
                                   {.group_of = named.group_of,
                                    .strengths = named.strengths ? &*named.strengths : nullptr,
                                    .threads = threads},
                                   network::any_metric);
        KONBIT_TRY(const std::vector<bool> answered, answered_in(report_.nodes, answered_, named));
        ObservedAnswer found = report_observed(named, answered, threads);
        more.add("nonresponse", std::move(found.nonresponse));
        std::ranges::copy(found.warnings, std::back_inserter(named.warnings));
        return std::move(found.report);
    }

    void add_compare() {
        CLI::App& made = command("compare", "What changed between two waves", waves_.paths, 2);
        made.add_option("--later-nodes", waves_.later_nodes, "Members of the second wave, if they are others")
            ->needs("--nodes");
        made.add_option("--answered", waves_.answered, "Column that says who answered")->needs("--nodes");
        made.add_option("--participants", waves_.participants,
                        "Column that says who took part in a programme")
            ->needs("--nodes");
        add_shuffles(made);
        answers(made, [this] { return compare_waves(waves_, common_.shuffles); });
    }

    void add_qap() {
        CLI::App& made = command("qap", "Whether two networks are more alike than by chance", pair_, 2);
        add_answered(made, pair_);
        add_shuffles(made);
        answers(made, [this] { return correlate_networks(pair_, common_.shuffles); });
    }

    void add_mrqap() {
        CLI::App& made =
            command("mrqap", "Which networks go with the first one, the others held fixed", model_.paths, 0);
        made.add_option("--same", model_.same, "Column: whether two members have the same text")
            ->needs("--nodes");
        made.add_option("--difference", model_.difference, "Column: how far apart two members' numbers are")
            ->needs("--nodes");
        made.add_flag("--shuffle-outcome", model_.shuffles_outcome,
                      "Shuffle the first network, not what is left of "
                      "a predictor beside the others");
        add_answered(made, model_.paths);
        add_shuffles(made);
        answers(made, [this]() -> Read<NetworkAnswer> {
            if (model_.paths.edges.size() + model_.same.size() + model_.difference.size() < 2)
                return std::unexpected("there is no predictor");
            return regress_network(model_, common_.shuffles);
        });
    }

    void add_key_players() {
        CLI::App& made = command("keyplayer", "Those who matter most together", key_players_.paths, 1);
        made.add_option("--size", key_players_.largest, "Sets of up to so many members")
            ->check(CLI::Range(1, 20));
        made.add_option("--steps", key_players_.steps, "How far a set reaches")->check(CLI::Range(1, 10));
        add_answered(made, key_players_.paths);
        add_threads(made);
        answers(made, [this] { return find_key_players(key_players_, common_.shuffles); });
    }

    void add_layers() {
        CLI::App& made =
            command("layers", "How several networks of the same members lie upon each other", layers_, 0);
        add_answered(made, layers_);
        answers(made, [this] { return compare_layers(layers_); });
    }

    void add_perceived() {
        CLI::App& made = *app_.add_subcommand("perceived", "How members are seen by the others");
        made.add_option("RATINGS", ratings_, "CSV file with the columns rater, rated and one for each item")
            ->required();
        made.add_flag("--json", common_.json, "Print JSON");
        answers(made, [this] { return score_ratings(ratings_); });
    }

    void add_betweenness() {
        CLI::App& made =
            command("betweenness", "Betweenness of large networks from a sample of paths", sampled_, 1);
        made.add_option("--pivots", pivots_, "From how many members paths are searched")
            ->check(CLI::Range(1, 100'000));
        made.add_option("--seed", common_.shuffles.seed, "Equal seeds give equal results");
        add_answered(made, sampled_);
        add_threads(made);
        answers(made, [this] { return sample_betweenness(sampled_, pivots_, common_.shuffles); });
    }

    using Writing = std::function<Read<std::string>(std::ostream&)>;

    /// @param to  A path that is written to, told in JSON where that is asked for; empty: standard output.
    void writes(CLI::App& command, const std::string& to, Writing writing) {
        command.callback([this, &to, writing = std::move(writing)] {
            work_ = [this, &to, writing](Streams streams) {
                const auto warning = writing(streams.out);
                progress_->fall_silent();
                if (!warning || !warning->empty())
                    streams.err << (warning ? *warning : warning.error()) << '\n';
                if (warning && common_.json && !to.empty()) streams.out << summary(to, *warning) << '\n';
                return warning ? 0 : failed;
            };
        });
    }

    static std::string summary(const std::string& to, const std::string& warning) {
        NetworkAnswer answer;
        answer.add("to", to);
        if (!warning.empty()) answer.add("warning", warning);
        return answer.as_json();
    }

    void add_convert() {
        CLI::App& made = *app_.add_subcommand("convert", "Write a network for another program");
        made.add_option("FROM", conversion_.from,
                        "File: csv, matrix, graphml, gexf, net (Pajek), dl, vna, json; or a folder of RSiena")
            ->required();
        made.add_option("TO", conversion_.to,
                        "File; without it the network is printed. For RSiena: a folder");
        made.add_option("--from-format", conversion_.from_format, "If the file's ending does not say it");
        made.add_option("--to-format", conversion_.to_format, "If the file's ending does not say it");
        made.add_option("--nodes", conversion_.nodes, "For csv: the members' file");
        made.add_option("--nodes-to", conversion_.nodes_to, "For csv: where the members' file is written");
        made.add_flag("--undirected", conversion_.is_undirected,
                      "For csv, matrix, dl, vna: a tie is one both ways");
        made.add_option("--later", conversion_.later, "Files of later waves, FROM being the first");
        made.add_option("--later-nodes", conversion_.later_nodes,
                        "For csv: the members' files of later waves, if they are others");
        made.add_option("--answered", conversion_.answered, "Column of the members that says who answered")
            ->needs("--later");
        made.add_option("--wave", conversion_.wave, "Of several waves only this one, from 1")
            ->check(CLI::Range(1, 50));
        made.add_flag("--json", common_.json,
                      "Say in JSON what was written; without TO print the network so");
        writes(made, conversion_.to, [this](std::ostream& out) {
            if (common_.json && conversion_.to.empty()) conversion_.to_format = "json";
            return convert_network(conversion_, out);
        });
    }

    void add_generate() {
        CLI::App& made = *app_.add_subcommand("generate", "Write a random network");
        made.add_option("--members", generation_.members, "How many members")->check(CLI::Range(0, 100'000));
        made.add_option("--ties", generation_.ties, "How many ties")->check(CLI::Range(0, 5'000'000));
        made.add_option("--seed", generation_.seed, "Equal seeds give equal networks");
        made.add_option("--format", generation_.format, "csv, matrix, graphml, gexf, pajek, dl, vna or json");
        made.add_flag("--undirected", generation_.is_undirected, "Ties have no direction");
        made.add_flag("--json", common_.json, "As --format json");
        writes(made, printed_, [this](std::ostream& out) {
            if (common_.json) generation_.format = "json";
            return generate_network(generation_, out);
        });
    }

    CLI::App app_{"Statistics of networks in files", "konbit network"};
    Common common_;
    NetworkProgress* progress_ = nullptr;  ///< While run() runs.
    NetworkPaths report_, pair_, layers_;
    NetworkPaths sampled_;
    int pivots_ = 5000;
    std::string group_, answered_, ratings_;
    bool has_tests_ = false;
    WaveQuestion waves_;
    RegressionQuestion model_;
    KeyPlayerQuestion key_players_;
    ConversionRequest conversion_;
    GenerationRequest generation_;
    const std::string printed_{};  ///< Where a network is only printed.
    std::function<int(Streams)> work_;
};

}  // namespace

int run_network_command(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    return NetworkCommands().run(argc, argv, {out, err});
}

}  // namespace konbit
