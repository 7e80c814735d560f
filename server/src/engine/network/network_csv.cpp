// SPDX-License-Identifier: Apache-2.0
#include "engine/network/network_csv.hpp"

#include "core/csv.hpp"
#include "core/names.hpp"
#include "engine/network/exchange_builder.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace konbit::network {
namespace {

std::unexpected<Error> broken(std::string file, FieldError finding) {
    return failure(ErrorCode::invalid, std::move(file), {std::move(finding)});
}

Result<CsvTable> read_table(std::string_view bytes, std::string file) {
    auto table = read_csv(bytes);
    if (!table) table.error().reason = std::move(file);
    return table;
}

std::string_view trimmed(std::string_view cell) {
    const auto first = cell.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
}

/// Gives numbers to ids, in order of appearance.
class Roster {
  public:
    bool add(std::string_view id) {
        if (!number_.try_emplace(std::string(id), size()).second) return false;
        ids_.emplace_back(id);
        return true;
    }
    std::optional<int> find(std::string_view id) const {
        const auto found = number_.find(std::string(id));
        return found == number_.end() ? std::nullopt : std::optional(found->second);
    }
    int size() const { return static_cast<int>(ids_.size()); }
    std::vector<std::string> take_ids() && { return std::move(ids_); }

  private:
    std::unordered_map<std::string, int> number_;
    std::vector<std::string> ids_;
};

/// Reads both files, filling in the network as it goes.
class Reader {
  public:
    Reader(const NetworkFiles& files, const NetworkReading& reading) : files_(files), reading_(reading) {}

    Result<NamedNetwork> read() {
        if (files_.nodes) KONBIT_CHECK(read_nodes(*files_.nodes));
        KONBIT_TRY(const std::vector<Edge> edges, read_edges());
        network_.graph = Graph(roster_.size(), edges, reading_.direction);
        if (weights_) network_.strengths = strengths(roster_.size(), weighted(edges), reading_.direction);
        network_.ids = std::move(roster_).take_ids();
        warn_of_drops();
        return std::move(network_);
    }

  private:
    Result<bool> read_nodes(std::string_view bytes) {
        KONBIT_TRY(const CsvTable table, read_table(bytes, "nodes"));
        warn_of_encoding(table, "node");
        const auto id = table.column("id");
        if (!id) return broken("nodes", {"row:1/id", "missing_column"});
        for (const CsvRow& row : table.rows) {
            const std::string_view name = trimmed(row.cells[*id]);
            if (name.empty()) return broken("nodes", {fmt::format("row:{}/id", row.number), "missing_id"});
            if (!roster_.add(name))
                return broken(
                    "nodes",
                    {fmt::format("row:{}/id", row.number), "duplicate_id", {{"value", std::string(name)}}});
        }
        return reading_.group_column ? read_groups(table, *reading_.group_column) : true;
    }

    Result<bool> read_groups(const CsvTable& table, const std::string& column) {
        const auto place = table.column(column);
        if (!place) return broken("nodes", {"row:1/" + column, "missing_column"});
        Roster groups;
        for (const CsvRow& row : table.rows) {
            const std::string_view group = trimmed(row.cells[*place]);
            if (!group.empty()) groups.add(group);
            network_.group_of.push_back(groups.find(group).value_or(-1));
        }
        network_.group_names = std::move(groups).take_ids();
        return true;
    }

    Result<std::vector<Edge>> read_edges() {
        if (reading_.group_column && !files_.nodes)
            return broken("nodes", {"row:1/" + *reading_.group_column, "missing_column"});
        KONBIT_TRY(const CsvTable table, read_table(files_.edges, "edges"));
        warn_of_encoding(table, "edge");
        const auto from = table.column("from") ? table.column("from") : table.column("source");
        const auto to = table.column("to") ? table.column("to") : table.column("target");
        if (!from) return broken("edges", {"row:1/from", "missing_column"});
        if (!to) return broken("edges", {"row:1/to", "missing_column"});
        std::vector<Edge> edges;
        for (const CsvRow& row : table.rows) {
            KONBIT_TRY(const int tail, end_of_tie(row, *from, "from"));
            KONBIT_TRY(const int head, end_of_tie(row, *to, "to"));
            edges.push_back({tail, head});
        }
        KONBIT_CHECK(read_weights(table));
        return edges;
    }

    Result<bool> read_weights(const CsvTable& table) {
        const auto column = table.column("weight") ? table.column("weight") : table.column("strength");
        if (!reading_.has_weights || !column) return true;
        weights_.emplace();
        for (const CsvRow& row : table.rows) {
            const std::string_view cell = trimmed(row.cells[*column]);
            double weight = 1;
            if (!cell.empty()) {
                KONBIT_TRY(weight, number_in(cell, {row.number, "weight"}));
            }
            weights_->push_back(weight);
        }
        return true;
    }

    std::vector<WeightedTie> weighted(const std::vector<Edge>& edges) const {
        std::vector<WeightedTie> ties;
        for (std::size_t i = 0; i < edges.size(); ++i)
            ties.push_back({edges[i].from, edges[i].to, (*weights_)[i]});
        return ties;
    }

    Result<int> end_of_tie(const CsvRow& row, std::size_t column, std::string_view field) {
        const std::string_view id = trimmed(row.cells[column]);
        const std::string place = fmt::format("row:{}/{}", row.number, field);
        if (id.empty()) return broken("edges", {place, "missing_id"});
        if (!files_.nodes) roster_.add(id);
        const auto number = roster_.find(id);
        if (!number) return broken("edges", {place, "unknown_id", {{"value", std::string(id)}}});
        return *number;
    }

    void warn_of_encoding(const CsvTable& table, std::string_view file) {
        if (table.encoding == Encoding::utf_8) return;
        network_.warnings.push_back(
            fmt::format("The {} file was read as {}.", file, name_of(table.encoding)));
    }

    void warn_of_drops() {
        const auto warn = [&](std::int64_t dropped, std::string_view what) {
            if (dropped > 0) network_.warnings.push_back(fmt::format("{} {} dropped.", dropped, what));
        };
        warn(network_.graph.loops_dropped(), "tie(s) of a member with itself");
        warn(network_.graph.repeats_dropped(), "repeated tie(s)");
    }

    const NetworkFiles& files_;
    const NetworkReading& reading_;
    Roster roster_;
    std::optional<std::vector<double>> weights_;  ///< Of each row of the edge file, where it has any.
    NamedNetwork network_;
};

}  // namespace

Result<NamedNetwork> read_network(const NetworkFiles& files, const NetworkReading& reading) {
    return Reader(files, reading).read();
}

}  // namespace konbit::network
