// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_builder.hpp"
#include "engine/network/exchange_formats.hpp"
#include "engine/network/wave_series.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

namespace konbit::network {
namespace {

enum class Cell { none, tie, unknown, structural_none };

std::string_view word_of(Cell cell) {
    switch (cell) {
        case Cell::none:
            return "0";
        case Cell::tie:
            return "1";
        case Cell::unknown:
            return "NA";
        case Cell::structural_none:
            return "10";
    }
    return {};
}

Result<Cell> cell_in(std::string_view word, int row) {
    if (word == "0") return Cell::none;
    if (word == "1" || word == "11") return Cell::tie;
    if (word == "10") return Cell::structural_none;
    if (word == "NA") return Cell::unknown;
    return refused({row, "cell"}, "not_a_number", word);
}

std::vector<std::vector<Cell>> matrix_of(const WaveSeries& series, const SeriesWave& wave) {
    const std::size_t n = series.ids.size();
    std::vector<std::vector<Cell>> cells(n, std::vector<Cell>(n, Cell::none));
    for (std::size_t from = 0; from < n; ++from)
        for (std::size_t to = 0; to < n; ++to) {
            if (from == to) continue;
            if (!wave.is_member[from] || !wave.is_member[to])
                cells[from][to] = Cell::structural_none;
            else if (!wave.has_answered[from])
                cells[from][to] = Cell::unknown;
        }
    for (const auto& [from, to, weight] : wave.ties) {
        if (weight == 0) continue;
        cells[from][to] = Cell::tie;
        if (series.direction == Direction::undirected) cells[to][from] = Cell::tie;
    }
    return cells;
}

/// Words of the rows that hold any.
std::vector<std::vector<std::string_view>> rows_of(std::string_view text) {
    std::vector<std::vector<std::string_view>> rows(1);
    std::size_t at = 0;
    while ((at = text.find_first_not_of(" \t\r", at)) != text.npos) {
        if (text[at] == '\n') {
            if (!rows.back().empty()) rows.emplace_back();
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
        rows.back().push_back(text.substr(at, end - at));
        at = end;
    }
    if (rows.back().empty()) rows.pop_back();
    return rows;
}

using Cells = std::vector<std::vector<Cell>>;

Result<Cells> read_cells(std::string_view text, std::size_t size) {
    const auto rows = rows_of(text);
    if (rows.size() != size) return refused({1, "cell"}, "wrong_count", std::to_string(rows.size()));
    Cells cells(size);
    for (int number = 1; const auto& row : rows) {
        if (row.size() != size) return refused({number, "cell"}, "wrong_count", std::to_string(row.size()));
        for (const std::string_view word : row) {
            KONBIT_TRY(const Cell cell, cell_in(word, number));
            cells[number - 1].push_back(cell);
        }
        ++number;
    }
    return cells;
}

/// Whether all that is said of an actor, as a row and as a column, is that it was not there.
bool is_absent(const Cells& cells, std::size_t actor) {
    for (std::size_t other = 0; other < cells.size(); ++other)
        if (other != actor &&
            (cells[actor][other] != Cell::structural_none || cells[other][actor] != Cell::structural_none))
            return false;
    return cells.size() > 1;
}

SeriesWave wave_of(const Cells& cells) {
    SeriesWave wave;
    for (std::size_t from = 0; from < cells.size(); ++from) {
        const bool is_member = !is_absent(cells, from);
        const bool is_silent = std::ranges::find(cells[from], Cell::unknown) != cells[from].end();
        wave.is_member.push_back(is_member);
        wave.has_answered.push_back(is_member && !is_silent);
        for (std::size_t to = 0; to < cells.size(); ++to)
            if (from != to && cells[from][to] == Cell::tie && !is_silent)
                wave.ties.push_back({static_cast<int>(from), static_cast<int>(to), 1});
    }
    return wave;
}

Result<NetworkDocument> read_roster(std::optional<std::string_view> members, std::size_t size) {
    if (members) return read_pairs("from,to\n", Direction::directed, members);
    NetworkDocument roster;
    for (std::size_t i = 1; i <= size; ++i) roster.ids.push_back(std::to_string(i));
    return roster;
}

}  // namespace

void write_siena_wave(const WaveSeries& series, std::size_t wave, std::ostream& out) {
    for (const auto& row : matrix_of(series, series.waves[wave])) {
        for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : " ") << word_of(row[i]);
        out << '\n';
    }
}

void write_siena_script(const WaveSeries& series, std::ostream& out) {
    fmt::print(out, R"(# Opens the waves in RSiena: source("open.R", chdir = TRUE)
# NA: the member did not answer. 10: not a member in that wave (a structural zero).
members <- read.csv("members.csv", encoding = "UTF-8", check.names = FALSE)
waves <- lapply(1:{0}, function(wave) as.matrix(read.table(sprintf("wave%d.dat", wave))))
cells <- array(unlist(waves), dim = c({1}, {1}, {0}))
if (requireNamespace("RSiena", quietly = TRUE)) network <- RSiena::sienaDependent(cells)
)",
               series.waves.size(), series.ids.size());
}

Result<WaveSeries> read_siena(std::span<const std::string> waves, std::optional<std::string_view> members) {
    if (waves.size() > most_waves) return refused({1, "cell"}, "not_a_wave", std::to_string(waves.size()));
    const std::size_t rows = rows_of(waves.front()).size();
    if (rows > most_matrix_actors) return refused({1, "cell"}, "too_many_members");
    KONBIT_TRY(NetworkDocument roster, read_roster(members, rows));
    WaveSeries series{Direction::directed, std::move(roster.ids), std::move(roster.columns), {}};
    for (const std::string& each : waves) {
        KONBIT_TRY(const Cells cells, read_cells(each, series.ids.size()));
        series.waves.push_back(wave_of(cells));
    }
    return series;
}

}  // namespace konbit::network
