// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_builder.hpp"
#include "engine/network/exchange_formats.hpp"
#include "engine/network/exchange_words.hpp"

#include <fmt/ostream.h>

#include <ostream>

namespace konbit::network {
namespace {

/// Reads section by section; ties stand under "*Arcs" with direction or "*Edges" without.
class PajekReader {
  public:
    Result<NetworkDocument> read(std::string_view bytes) {
        for (const WordLine& line : word_lines(bytes)) {
            if (line.starts_with('%')) continue;
            KONBIT_CHECK(line.starts_with('*')     ? begin_section(line)
                         : section_ == "*vertices" ? name_vertex(line)
                                                   : add_ties(line));
        }
        if (names_.empty() && section_.empty()) return refused({1, "*vertices"}, "not_this_format");
        return finish();
    }

  private:
    Result<bool> begin_section(const WordLine& line) {
        section_ = lower_case(line.words[0]);
        if (section_ == "*vertices") {
            if (!names_.empty()) return refused({line.row, section_}, "several_networks");
            KONBIT_TRY(const std::size_t count, count_in(line.words.size() > 1 ? line.words[1] : "",
                                                         {line.row, "*vertices"}, most_actors));
            for (std::size_t i = 1; i <= count; ++i) names_.push_back(std::to_string(i));
            return true;
        }
        for (const std::string_view known : {"*arcs", "*edges", "*arcslist", "*edgeslist", "*network"})
            if (section_ == known) return true;
        return refused({line.row, "*"}, "not_this_format", line.words[0]);
    }

    Result<int> vertex(const std::string& word, int row, std::string_view field) const {
        KONBIT_TRY(const std::size_t number, count_in(word, {row, field}, most_actors));
        if (number < 1 || number > names_.size()) return refused({row, field}, "unknown_id", word);
        return static_cast<int>(number) - 1;
    }

    Result<bool> name_vertex(const WordLine& line) {
        KONBIT_TRY(const int number, vertex(line.words[0], line.row, "id"));
        if (line.words.size() > 1) names_[number] = line.words[1];
        return true;
    }

    Result<bool> add_ties(const WordLine& line) {
        KONBIT_TRY(const int from, vertex(line.words[0], line.row, "from"));
        const bool is_list = section_.ends_with("list");
        if (!is_list && line.words.size() < 2) return refused({line.row, "to"}, "missing_id");
        for (std::size_t i = 1; i < (is_list ? line.words.size() : 2); ++i) {
            KONBIT_TRY(const int to, vertex(line.words[i], line.row, "to"));
            double weight = 1;
            if (!is_list && line.words.size() > 2) {
                KONBIT_TRY(weight, number_in(line.words[2], {line.row, "weight"}));
            }
            auto& ties = section_.starts_with("*arcs") ? arcs_ : edges_;
            if (arcs_.size() + edges_.size() == most_ties) return refused({line.row, "to"}, "too_many_ties");
            ties.push_back({from, to, weight});
        }
        return true;
    }

    /// With both kinds, an edge is an arc each way.
    Result<NetworkDocument> finish() {
        const bool is_directed = !arcs_.empty() || edges_.empty();
        DocumentBuilder builder(is_directed ? Direction::directed : Direction::undirected);
        for (std::size_t i = 0; i < names_.size(); ++i)
            KONBIT_CHECK(builder.add_actor(std::to_string(i + 1), {1, "id"}));
        for (const auto& [from, to, weight] : arcs_)
            KONBIT_CHECK(builder.add_tie(from, to, weight, {1, "to"}));
        for (const auto& [from, to, weight] : edges_) {
            KONBIT_CHECK(builder.add_tie(from, to, weight, {1, "to"}));
            if (is_directed) KONBIT_CHECK(builder.add_tie(to, from, weight, {1, "to"}));
        }
        builder.rename(std::move(names_));
        return std::move(builder).take();
    }

    std::string section_;
    std::vector<std::string> names_;
    std::vector<WeightedTie> arcs_, edges_;
};

}  // namespace

Result<NetworkDocument> read_pajek(std::string_view bytes) { return PajekReader().read(bytes); }

void write_pajek(const NetworkDocument& document, std::ostream& out) {
    fmt::print(out, "*Vertices {}\n", document.ids.size());
    for (std::size_t i = 0; i < document.ids.size(); ++i)
        fmt::print(out, "{} {}\n", i + 1, quoted(document.ids[i]));
    out << (document.direction == Direction::directed ? "*Arcs\n" : "*Edges\n");
    for (const auto& [from, to, weight] : document.ties)
        fmt::print(out, "{} {} {}\n", from + 1, to + 1, weight);
}

}  // namespace konbit::network
