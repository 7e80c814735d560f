// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_builder.hpp"
#include "engine/network/exchange_formats.hpp"
#include "engine/network/exchange_words.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

namespace konbit::network {
namespace {

/// "n=3", "n = 3" and "n= 3" as the words n, = and 3.
std::vector<std::string> parted_at_equals(const std::vector<std::string>& words) {
    std::vector<std::string> parts;
    for (const std::string& word : words) {
        std::size_t start = 0;
        for (std::size_t at = word.find('='); at != std::string::npos; at = word.find('=', start)) {
            if (at > start) parts.push_back(word.substr(start, at - start));
            parts.emplace_back("=");
            start = at + 1;
        }
        if (start < word.size()) parts.push_back(word.substr(start));
    }
    return parts;
}

/// DL: "dl n=3 format=edgelist1", names under "labels:", ties under "data:"; names of matrices are passed
/// over.
class DlReader {
  public:
    explicit DlReader(Direction direction) : builder_(direction) {}

    Result<NetworkDocument> read(std::string_view bytes) {
        const auto lines = word_lines(bytes, true);
        if (lines.empty() || lower_case(lines[0].words[0]) != "dl")
            return refused({1, "dl"}, "not_this_format");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            WordLine line = lines[i];
            if (i == 0) line.words.erase(line.words.begin());
            KONBIT_CHECK(read_line(line));
        }
        return finish(lines.back().row);
    }

  private:
    enum class Part { header, labels, matrix_labels, data };

    Result<bool> read_line(const WordLine& line) {
        if (line.words.empty()) return true;
        const std::string first = line.starts_plain ? lower_case(line.words[0]) : "";
        if (part_ != Part::data && (first == "labels:" || first == "data:")) {
            part_ = first == "data:" ? Part::data : Part::labels;
            return true;
        }
        // R sna names each matrix of the file, also when there is one.
        if (part_ != Part::data && first == "matrix" && line.words.size() > 1) part_ = Part::matrix_labels;
        if (part_ == Part::matrix_labels) return true;
        if (part_ == Part::header) return read_header(line);
        if (part_ == Part::labels) {
            labels_.insert(labels_.end(), line.words.begin(), line.words.end());
            if (labels_.size() > most_actors) return refused({line.row, "labels"}, "too_many_members");
            return true;
        }
        return read_data(line);
    }

    Result<bool> read_header(const WordLine& line) {
        const auto words = parted_at_equals(line.words);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string key = lower_case(words[i]);
            if (key == "labels" && i + 1 < words.size() && lower_case(words[i + 1]).starts_with("embedded"))
                return refused({line.row, "labels"}, "not_this_format", "labels embedded");
            if (i + 2 >= words.size() || words[i + 1] != "=") continue;
            const std::string value = lower_case(words[i + 2]);
            if (key == "n") {
                KONBIT_TRY(n_, count_in(value, {line.row, "n"}, most_actors));
            } else if (key == "nm" && value != "1") {
                return refused({line.row, "nm"}, "several_networks", value);
            } else if (key == "format") {
                is_list_ = value == "edgelist1";
                if (!is_list_ && value != "fullmatrix" && value != "fm")
                    return refused({line.row, "format"}, "not_this_format", value);
            }
        }
        return true;
    }

    Result<bool> read_data(const WordLine& line) {
        if (is_list_) return read_tie(line);
        if (n_ > most_matrix_actors) return refused({line.row, "n"}, "too_many_members");
        for (const std::string& word : line.words) {
            KONBIT_TRY(const double weight, number_in(word, {line.row, "data"}));
            if (cell_ == n_ * n_) return refused({line.row, "data"}, "wrong_count", word);
            const auto from = static_cast<int>(cell_ / n_), to = static_cast<int>(cell_ % n_);
            ++cell_;
            if (weight != 0) KONBIT_CHECK(builder_.add_tie(from, to, weight, {line.row, "data"}));
        }
        return true;
    }

    Result<bool> read_tie(const WordLine& line) {
        if (line.words.size() < 2) return refused({line.row, "to"}, "missing_id");
        KONBIT_TRY(const int from, actor(line.words[0], {line.row, "from"}));
        KONBIT_TRY(const int to, actor(line.words[1], {line.row, "to"}));
        double weight = 1;
        if (line.words.size() > 2) {
            KONBIT_TRY(weight, number_in(line.words[2], {line.row, "weight"}));
        }
        return builder_.add_tie(from, to, weight, {line.row, "to"});
    }

    Result<int> actor(const std::string& word, const Place& place) const {
        KONBIT_TRY(const std::size_t number, count_in(word, place, most_actors));
        if (number < 1 || number > n_) return refused(place, "unknown_id", word);
        return static_cast<int>(number) - 1;
    }

    Result<NetworkDocument> finish(int last_row) {
        if (!is_list_ && cell_ != n_ * n_)
            return refused({last_row, "data"}, "wrong_count", std::to_string(cell_));
        if (!labels_.empty() && labels_.size() != n_)
            return refused({last_row, "labels"}, "wrong_count", std::to_string(labels_.size()));
        for (std::size_t i = 1; i <= n_; ++i)
            KONBIT_CHECK(builder_.add_actor(std::to_string(i), {1, "labels"}));
        if (!labels_.empty()) builder_.rename(std::move(labels_));
        return std::move(builder_).take();
    }

    DocumentBuilder builder_;
    Part part_ = Part::header;
    std::size_t n_ = 0, cell_ = 0;
    bool is_list_ = false;
    std::vector<std::string> labels_;
};

/// VNA: actors and their columns under "*node data", ties by name under "*tie data".
class VnaReader {
  public:
    explicit VnaReader(Direction direction) : builder_(direction) {}

    Result<NetworkDocument> read(std::string_view bytes) {
        for (const WordLine& line : word_lines(bytes, true)) {
            if (line.starts_with('*')) {
                section_ = lower_case(line.words[0]);
                header_.clear();
            } else if (section_.empty()) {
                return refused({line.row, "*node data"}, "not_this_format", line.words[0]);
            } else if (header_.empty()) {
                header_ = line.words;
            } else if (section_ == "*node") {
                KONBIT_CHECK(read_actor(line));
            } else if (section_ == "*tie") {
                KONBIT_CHECK(read_tie(line));
            }
        }
        if (section_.empty()) return refused({1, "*node data"}, "not_this_format");
        return std::move(builder_).take();
    }

  private:
    Result<bool> read_actor(const WordLine& line) {
        KONBIT_TRY(const int actor, builder_.find_or_add(line.words[0], {line.row, "id"}));
        if (line.words.size() > header_.size()) return refused({line.row, "id"}, "too_many_cells");
        for (std::size_t i = 1; i < line.words.size(); ++i)
            KONBIT_CHECK(builder_.set_value(actor, header_[i], line.words[i], {line.row, header_[i]}));
        return true;
    }

    Result<bool> read_tie(const WordLine& line) {
        if (line.words.size() < 2) return refused({line.row, "to"}, "missing_id");
        KONBIT_TRY(const int from, builder_.find_or_add(line.words[0], {line.row, "from"}));
        KONBIT_TRY(const int to, builder_.find_or_add(line.words[1], {line.row, "to"}));
        double weight = 1;
        if (line.words.size() > 2) {
            KONBIT_TRY(weight, number_in(line.words[2], {line.row, "strength"}));
        }
        if (weight == 0) return true;
        return builder_.add_tie(from, to, weight, {line.row, "to"});
    }

    DocumentBuilder builder_;
    std::string section_;
    std::vector<std::string> header_;
};

/// An undirected tie both ways: these formats do not say that there is no direction.
template <class Write>
void for_each_arc(const NetworkDocument& document, Write write) {
    for (const auto& [from, to, weight] : document.ties) {
        write(from, to, weight);
        if (document.direction == Direction::undirected) write(to, from, weight);
    }
}

}  // namespace

Result<NetworkDocument> read_dl(std::string_view bytes, Direction direction) {
    return DlReader(direction).read(bytes);
}

Result<NetworkDocument> read_vna(std::string_view bytes, Direction direction) {
    return VnaReader(direction).read(bytes);
}

namespace {

/// In quotation marks only where it must be: igraph takes them for a part of the name.
std::string label_of(const std::string& id) {
    const bool is_plain_word = id.find_first_of(" \t\r\n,\"\\") == id.npos && !id.ends_with(':');
    return is_plain_word && lower_case(id) != "matrix" ? id : quoted(id);
}

}  // namespace

void write_dl(const NetworkDocument& document, std::ostream& out) {
    fmt::print(out, "dl n={}\nformat=edgelist1\nlabels:\n", document.ids.size());  // igraph wants two lines
    for (const std::string& id : document.ids) out << label_of(id) << '\n';
    out << "data:\n";
    for_each_arc(document, [&](int from, int to, double weight) {
        fmt::print(out, "{} {} {}\n", from + 1, to + 1, weight);
    });
}

void write_vna(const NetworkDocument& document, std::ostream& out) {
    out << "*node data\nID";
    for (const ActorColumn& column : document.columns) out << ' ' << quoted(column.name);
    out << '\n';
    for (std::size_t actor = 0; actor < document.ids.size(); ++actor) {
        out << quoted(document.ids[actor]);
        for (const ActorColumn& column : document.columns) out << ' ' << quoted(column.values[actor]);
        out << '\n';
    }
    out << "*tie data\nfrom to strength\n";
    for_each_arc(document, [&](int from, int to, double weight) {
        fmt::print(out, "{} {} {}\n", quoted(document.ids[from]), quoted(document.ids[to]), weight);
    });
}

}  // namespace konbit::network
