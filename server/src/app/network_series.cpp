// SPDX-License-Identifier: Apache-2.0
#include "app/network_series.hpp"

#include "app/network_problem.hpp"
#include "app/whole_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace konbit {
namespace {

using network::ActorColumn;
using network::NetworkDocument;
using network::WaveDocument;
using network::WaveSeries;

std::string wave_path(const std::string& folder, std::size_t wave) {
    return fmt::format("{}/wave{}.dat", folder, wave + 1);
}

Read<std::vector<bool>> take_answered(NetworkDocument& document, const std::string& column) {
    std::vector<bool> answered(document.ids.size(), true);
    if (column.empty()) return answered;
    const auto found = std::ranges::find(document.columns, column, &ActorColumn::name);
    if (found == document.columns.end())
        return std::unexpected(fmt::format("{}: the members have no such column", column));
    for (std::size_t i = 0; i < answered.size(); ++i) answered[i] = says_yes(found->values[i]);
    document.columns.erase(found);
    return answered;
}

bool has_weights(const WaveSeries& series) {
    return std::ranges::any_of(series.waves, [](const auto& wave) {
        return std::ranges::any_of(wave.ties, [](const auto& tie) { return tie.weight != 1; });
    });
}

}  // namespace

Read<WaveSeries> series_of(std::vector<NetworkDocument> waves, bool has_roster, const std::string& answered) {
    if (waves.size() > network::most_waves)
        return std::unexpected(fmt::format("at most {} waves", network::most_waves));
    std::vector<WaveDocument> documents;
    for (NetworkDocument& each : waves) {
        if (each.direction != waves.front().direction)
            return std::unexpected("some waves have direction, others have none");
        KONBIT_TRY(std::vector<bool> has_answered, take_answered(each, answered));
        documents.push_back({std::move(each), std::move(has_answered), has_roster});
    }
    return joined(documents);
}

Read<WaveSeries> read_siena_folder(const std::string& folder) {
    std::vector<std::string> waves;
    while (std::filesystem::exists(wave_path(folder, waves.size()))) {
        KONBIT_TRY(std::string bytes, file_contents(wave_path(folder, waves.size())));
        waves.push_back(std::move(bytes));
    }
    if (waves.empty()) return std::unexpected(fmt::format("{}: cannot be read", wave_path(folder, 0)));
    const std::string roster = folder + "/members.csv";
    std::string members;
    const bool has_members = std::filesystem::exists(roster);
    if (has_members) {
        KONBIT_TRY(members, file_contents(roster));
    }
    auto found =
        network::read_siena(waves, has_members ? std::optional<std::string_view>(members) : std::nullopt);
    if (!found) return std::unexpected(problem_of_network(found.error(), folder, roster));
    return *std::move(found);
}

Read<std::string> write_siena_folder(const WaveSeries& series, const std::string& folder) {
    if (series.ids.size() > network::most_matrix_actors)
        return std::unexpected(fmt::format("too many members; at most {}", network::most_matrix_actors));
    std::error_code ignored;  // what cannot be written says so below
    std::filesystem::create_directories(folder, ignored);
    for (std::size_t wave = 0; wave < series.waves.size(); ++wave)
        KONBIT_CHECK(write_whole(wave_path(folder, wave),
                                 [&](std::ostream& out) { write_siena_wave(series, wave, out); }));
    const NetworkDocument members{
        .direction = series.direction, .ids = series.ids, .columns = series.columns, .ties = {}};
    KONBIT_CHECK(
        write_whole(folder + "/members.csv", [&](std::ostream& out) { write_members(members, out); }));
    KONBIT_CHECK(
        write_whole(folder + "/open.R", [&](std::ostream& out) { write_siena_script(series, out); }));
    return has_weights(series) ? "warning: RSiena's networks are yes or no; weights are left out" : "";
}

}  // namespace konbit
