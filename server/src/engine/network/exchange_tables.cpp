// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"
#include "engine/network/exchange_builder.hpp"
#include "engine/network/exchange_formats.hpp"

#include <ostream>

namespace konbit::network {
namespace {

template <class T>
Result<T> of_file(Result<T> read, const std::string& file) {
    if (!read) read.error().reason = file;
    return read;
}

std::optional<std::size_t> either(const CsvTable& table, std::string_view one, std::string_view other) {
    const auto found = table.column(one);
    return found ? found : table.column(other);
}

template <class T>
Result<T> of_members(Result<T> read) {
    return of_file(std::move(read), "nodes");
}

Result<bool> read_members(std::string_view bytes, DocumentBuilder& builder) {
    KONBIT_TRY(const CsvTable table, of_members(read_csv(bytes)));
    const auto id = table.column("id");
    if (!id) return refused({1, "id"}, "missing_column", {}, "nodes");
    for (const CsvRow& row : table.rows) {
        KONBIT_TRY(const int number,
                   of_members(builder.add_actor(unneutralized(row.cells[*id]), {row.number, "id"})));
        for (std::size_t i = 0; i < table.header.size(); ++i)
            if (i != *id)
                KONBIT_CHECK(of_members(builder.set_value(
                    number, table.header[i], unneutralized(row.cells[i]), {row.number, table.header[i]})));
    }
    return true;
}

/// Writes rows of cells as they are filled.
class Rows {
  public:
    explicit Rows(std::ostream& out) : out_(out), writer_(line_) {}

    template <class Cell>
    Rows& cell(const Cell& content) {
        writer_.cell(content);
        return *this;
    }
    void end() {
        writer_.end_row();
        out_ << line_;
        line_.clear();
    }

  private:
    std::ostream& out_;
    std::string line_;
    CsvWriter writer_;
};

}  // namespace

Result<NetworkDocument> read_pairs(std::string_view bytes, Direction direction,
                                   std::optional<std::string_view> members) {
    DocumentBuilder builder(direction);
    if (members) KONBIT_CHECK(read_members(*members, builder));
    KONBIT_TRY(const CsvTable table, of_file(read_csv(bytes), "edges"));
    const auto from = either(table, "from", "source"), to = either(table, "to", "target"),
               weight = either(table, "weight", "strength");
    if (!from) return refused({1, "from"}, "missing_column");
    if (!to) return refused({1, "to"}, "missing_column");
    for (const CsvRow& row : table.rows) {
        const auto end_of_tie = [&](std::size_t column, std::string_view field) {
            const std::string id = unneutralized(row.cells[column]);
            const Place place{row.number, field};
            return members ? builder.find(id, place) : builder.find_or_add(id, place);
        };
        KONBIT_TRY(const int tail, end_of_tie(*from, "from"));
        KONBIT_TRY(const int head, end_of_tie(*to, "to"));
        double strength = 1;
        if (weight && !row.cells[*weight].empty()) {
            KONBIT_TRY(strength, number_in(unneutralized(row.cells[*weight]), {row.number, "weight"}));
        }
        KONBIT_CHECK(builder.add_tie(tail, head, strength, {row.number, "to"}));
    }
    return std::move(builder).take();
}

Result<NetworkDocument> read_matrix(std::string_view bytes, Direction direction) {
    KONBIT_TRY(const CsvRecords records, of_file(read_csv_records(bytes), "edges"));
    if (records.rows.empty()) return refused({1, "id"}, "no_header");
    DocumentBuilder builder(direction);
    const CsvRow& header = records.rows.front();
    if (header.cells.size() > most_matrix_actors + 1)
        return refused({header.number, "id"}, "too_many_members");
    for (std::size_t i = 1; i < header.cells.size(); ++i)
        KONBIT_CHECK(builder.add_actor(unneutralized(header.cells[i]), {header.number, "id"}));
    if (std::ssize(records.rows) - 1 != builder.actor_count())
        return refused({header.number, "id"}, "wrong_count", std::to_string(records.rows.size() - 1));
    for (std::size_t r = 1; r < records.rows.size(); ++r) {
        const CsvRow& row = records.rows[r];
        KONBIT_TRY(const int from, builder.find(unneutralized(row.cells.front()), {row.number, "id"}));
        if (row.cells.size() > header.cells.size()) return refused({row.number, "id"}, "too_many_cells");
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (row.cells[i].empty()) continue;
            KONBIT_TRY(const double weight,
                       number_in(unneutralized(row.cells[i]), {row.number, header.cells[i]}));
            if (weight != 0)
                KONBIT_CHECK(
                    builder.add_tie(from, static_cast<int>(i) - 1, weight, {row.number, header.cells[i]}));
        }
    }
    return std::move(builder).take();
}

void write_pairs(const NetworkDocument& document, std::ostream& out) {
    Rows rows(out);
    rows.cell(std::string_view("from")).cell(std::string_view("to")).cell(std::string_view("weight")).end();
    for (const auto& [from, to, weight] : document.ties)
        rows.cell(std::string_view(document.ids[from]))
            .cell(std::string_view(document.ids[to]))
            .cell(weight)
            .end();
}

void write_members(const NetworkDocument& document, std::ostream& out) {
    Rows rows(out);
    rows.cell(std::string_view("id"));
    for (const ActorColumn& column : document.columns) rows.cell(std::string_view(column.name));
    rows.end();
    for (std::size_t actor = 0; actor < document.ids.size(); ++actor) {
        rows.cell(std::string_view(document.ids[actor]));
        for (const ActorColumn& column : document.columns) rows.cell(std::string_view(column.values[actor]));
        rows.end();
    }
}

void write_matrix(const NetworkDocument& document, std::ostream& out) {
    Rows rows(out);
    rows.cell(std::string_view("id"));
    for (const std::string& id : document.ids) rows.cell(std::string_view(id));
    rows.end();
    std::vector<std::vector<std::pair<int, double>>> of(document.ids.size());
    for (const auto& [from, to, weight] : document.ties) {
        of[from].emplace_back(to, weight);
        if (document.direction == Direction::undirected) of[to].emplace_back(from, weight);
    }
    for (std::size_t actor = 0; actor < of.size(); ++actor) {
        std::vector<double> cells(of.size());
        for (const auto& [to, weight] : of[actor]) cells[to] = weight;
        rows.cell(std::string_view(document.ids[actor]));
        for (const double each : cells) rows.cell(each);
        rows.end();
    }
}

}  // namespace konbit::network
