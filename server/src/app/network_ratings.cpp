// SPDX-License-Identifier: Apache-2.0
#include "app/network_ratings.hpp"

#include "app/network_problem.hpp"
#include "core/csv.hpp"
#include "engine/network/exchange_builder.hpp"
#include "engine/network/perceived.hpp"

#include <set>
#include <utility>

namespace konbit {
namespace {

using network::DocumentBuilder;
using network::refused;

struct Ratings {
    std::vector<network::Rating> given;
    std::vector<std::string> ids;
};

Result<std::vector<std::optional<double>>> items_in(const CsvTable& table, const CsvRow& row) {
    std::vector<std::optional<double>> items;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        if (table.header[i] == "rater" || table.header[i] == "rated") continue;
        items.emplace_back();
        if (row.cells[i].empty()) continue;
        KONBIT_TRY(items.back(), network::number_in(row.cells[i], {row.number, table.header[i]}));
    }
    return items;
}

Result<Ratings> read_ratings(std::string_view bytes) {
    KONBIT_TRY(const CsvTable table, read_csv(bytes));
    const auto rater = table.column("rater"), rated = table.column("rated");
    if (!rater) return refused({1, "rater"}, "missing_column");
    if (!rated) return refused({1, "rated"}, "missing_column");
    if (table.header.size() < 3) return refused({1, "item"}, "missing_column");
    DocumentBuilder members(network::Direction::directed);
    std::set<std::pair<int, int>> pairs;
    Ratings ratings;
    for (const CsvRow& row : table.rows) {
        KONBIT_TRY(const int from,
                   members.find_or_add(unneutralized(row.cells[*rater]), {row.number, "rater"}));
        KONBIT_TRY(const int to,
                   members.find_or_add(unneutralized(row.cells[*rated]), {row.number, "rated"}));
        if (!pairs.emplace(from, to).second) return refused({row.number, "rated"}, "duplicate_id");
        KONBIT_TRY(auto items, items_in(table, row));
        ratings.given.push_back({from, to, std::move(items)});
    }
    ratings.ids = std::move(members).take().ids;
    return ratings;
}

}  // namespace

Read<NetworkAnswer> score_ratings(const std::string& path) {
    KONBIT_TRY(const std::string bytes, file_contents(path));
    const auto ratings = read_ratings(bytes);
    if (!ratings) return std::unexpected(problem_of_network(ratings.error(), path, path));
    const auto found = network::perceived_scores(ratings->given, static_cast<int>(ratings->ids.size()));
    std::vector<NetworkAnswer> members;
    for (std::size_t i = 0; i < ratings->ids.size(); ++i) {
        NetworkAnswer& member = members.emplace_back();
        member.add("id", ratings->ids[i]);
        member.add("score", found.of[i].score);
        member.add("raters", static_cast<double>(found.of[i].raters));
    }
    NetworkAnswer answer;
    answer.add("network", found.network);
    answer.add("nodes", members);
    return answer;
}

}  // namespace konbit
