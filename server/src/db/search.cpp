// SPDX-License-Identifier: Apache-2.0
#include "db/search.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace konbit::db::search {

namespace {

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_word = 64;   // PostgreSQL refuses words past 2 KB
constexpr std::size_t longest_name = 600;  // longer ones would not fit into an index
constexpr std::size_t most_words = 8;

/// At most `size` bytes, cut between code points.
std::string_view cut(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

/// Folded words with single spaces between, none too long for a database, none cut by `longest`.
std::string indexed_text(std::string_view text, std::size_t longest = longest_text) {
    std::string result;
    for (const std::string& word : text::folded_words(text)) {
        const std::string_view kept = cut(word, longest_word);
        if (result.size() + kept.size() + 1 > longest) break;
        if (!result.empty()) result += ' ';
        result += kept;
    }
    return result;
}

std::vector<std::string> query_words(std::string_view text) {
    std::vector<std::string> words = text::folded_words(text);
    if (words.size() > most_words) words.resize(most_words);
    for (std::string& word : words) word = cut(word, longest_word);
    return words;
}

std::string joined(std::string_view text, std::string_view more) {
    return std::string(text) + (text.empty() || more.empty() ? "" : " ") + std::string(more);
}

/// Stands before every word of a record in the index: asking for the words of one kind reads no others. Kinds
/// with one first letter share a marker, which the kind itself then tells apart.
std::string marker_of_word(std::string_view kind) {
    return std::string("\xEE\x80") + static_cast<char>(0x80 + (kind.front() - 'a'));
}

/// Stands before the words of the name, which are indexed once more.
std::string marker_of_title_word(std::string_view kind) {
    return std::string("\xEE\x81") + static_cast<char>(0x80 + (kind.front() - 'a'));
}

/// Each word of the text behind a space and the marker.
std::string marked(std::string_view text, std::string_view marker) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        result += fmt::format(" {}{}", marker, text.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

/// Words of the name first: a name that begins with a phrase is found by where the phrase stands.
std::string marked_words(std::string_view kind, std::string_view title, std::string_view body) {
    const std::string words =
        marked(title, marker_of_title_word(kind)) + marked(joined(title, body), marker_of_word(kind));
    return words.empty() ? words : words.substr(1);
}

void index_in_sqlite(Session& session, const Document& document, std::string_view name,
                     std::string_view words) {
    const auto place = session.value<std::int64_t>(
        "INSERT INTO search_entries (kind, id, name) VALUES ($1, $2, $3)"
        " ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name RETURNING place",
        document.kind, document.id, name);
    session.change("DELETE FROM search_words WHERE rowid = $1", place);
    session.change("INSERT INTO search_words (rowid, words) VALUES ($1, $2)", place, words);
}

void index_in_postgres(Session& session, const Document& document, std::string_view name,
                       std::string_view title, std::string_view words) {
    session.change(
        "INSERT INTO search_entries (kind, id, name, title, words)"
        " VALUES ($1, $2, $3, $4, array_to_tsvector(string_to_array($5, ' ')))"
        " ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name, title = excluded.title,"
        " words = excluded.words",
        document.kind, document.id, name, title, words);
}

/// Numbers the parameters of a condition as they are written.
class Parameters {
  public:
    explicit Parameters(std::size_t first) : first_(first) {}
    std::string add(std::string value) {
        values_.push_back(std::move(value));
        return "$" + std::to_string(first_ + values_.size() - 1);
    }
    std::vector<std::string> take() { return std::move(values_); }

  private:
    std::size_t first_;
    std::vector<std::string> values_;
};

/// The words of a search as a database writes them.
class Expressions {
  public:
    Expressions(Engine engine, std::string_view kind, const std::vector<std::string>& words)
        : spelling_(engine == Engine::sqlite ? sqlite : postgres),
          in_text_(marker_of_word(kind)),
          in_title_(marker_of_title_word(kind)),
          words_(words) {}

    /// Each begins a word of the record, of its name; any begins a word of its name; each is a word of its
    /// name.
    std::string everywhere() const { return joined_by(spelling_.both, in_text_, spelling_.begun); }
    std::string begun() const { return joined_by(spelling_.both, in_title_, spelling_.begun); }
    std::string any() const { return joined_by(spelling_.either, in_title_, spelling_.begun); }
    std::string whole() const { return joined_by(spelling_.both, in_title_, spelling_.whole); }
    /// The name begins with them; for SQLite.
    std::string start() const {
        std::string phrase;
        for (const auto& word : words_) phrase += (phrase.empty() ? "" : " ") + in_title_ + word;
        return fmt::format("(^ \"{}\" *)", phrase);
    }

  private:
    struct Spelling {
        std::string_view quote, whole, begun, both, either;
    };
    static constexpr Spelling sqlite{"\"", "\"", "\" *", " AND ", " OR "};
    static constexpr Spelling postgres{"'", "'", "':*", " & ", " | "};

    // Folded words are letters and digits only, so nothing of what was typed can be taken for an operator.
    std::string joined_by(std::string_view between, std::string_view marker, std::string_view after) const {
        std::string expression;
        for (const auto& word : words_)
            expression += fmt::format("{}{}{}{}{}", expression.empty() ? "" : between, spelling_.quote,
                                      marker, word, after);
        return "(" + expression + ")";
    }

    Spelling spelling_;
    std::string in_text_, in_title_;
    const std::vector<std::string>& words_;
};

constexpr int exact_rank = 0;
constexpr int any_rank = -1;
constexpr int name_ranks = -2;

/// What a rank asks SQLite's full-text table.
std::string sqlite_expression(const Expressions& words, int rank) {
    switch (rank) {
        case name_ranks:
            return words.begun();
        case 1:
            return words.start();
        case 2:
            return words.whole() + " NOT " + words.start();
        case 3:
            return words.begun() + " NOT (" + words.whole() + " OR " + words.start() + ")";
        case 4:
            return "(" + words.everywhere() + " AND " + words.any() + ") NOT " + words.begun();
        case 5:
            return words.everywhere() + " NOT " + words.any();
        default:
            return words.everywhere();
    }
}

/// What a rank asks PostgreSQL's vector.
std::string postgres_expression(const Expressions& words, int rank) {
    switch (rank) {
        case name_ranks:
        case 1:
            return words.begun();
        case 2:
            return words.whole();
        case 3:
            return words.begun() + " & !" + words.whole();
        case 4:
            return words.everywhere() + " & " + words.any() + " & !" + words.begun();
        case 5:
            return words.everywhere() + " & !" + words.any();
        default:
            return words.everywhere();
    }
}

/// SQLite joins a CROSS JOIN from left to right, hence in the order of the full-text table.
Matches sqlite_matches(const Expressions& words, int rank, Parameters& parameters) {
    return {"search_words CROSS JOIN search_entries d",
            "search_words MATCH " + parameters.add(sqlite_expression(words, rank)) +
                " AND d.place = search_words.rowid",
            {},
            "search_words.rowid"};
}

Matches postgres_matches(const Expressions& words, int rank, Parameters& parameters,
                         const std::string& name) {
    std::string condition =
        "d.words @@ CAST(" + parameters.add(postgres_expression(words, rank)) + " AS tsquery)";
    const auto starts = [&] { return "starts_with(d.title, " + parameters.add(name) + ")"; };
    if (rank == 1) condition += " AND " + starts();
    if (rank == 2 || rank == 3) condition += " AND NOT " + starts();
    return {"search_entries d", std::move(condition), {}};
}

}  // namespace

void index(Session& session, const Document& document) {
    const std::string name = indexed_text(document.name, longest_name);
    const std::string title = joined(name, indexed_text(document.aliases));
    const std::string words = marked_words(document.kind, title, indexed_text(document.body));
    if (session.engine() == Engine::sqlite)
        index_in_sqlite(session, document, name, words);
    else
        index_in_postgres(session, document, name, title, words);
}

void remove(Session& session, std::string_view kind, std::string_view id) {
    if (session.engine() == Engine::sqlite) {
        session.change(
            "DELETE FROM search_words WHERE rowid IN"
            " (SELECT place FROM search_entries WHERE kind = $1 AND id = $2)",
            kind, id);
    }
    session.change("DELETE FROM search_entries WHERE kind = $1 AND id = $2", kind, id);
}

std::optional<std::int64_t> place_of(Session& session, std::string_view kind, std::string_view id) {
    return session.one<std::int64_t>("SELECT place FROM search_entries WHERE kind = $1 AND id = $2", kind,
                                     id);
}

Search::Search(Engine engine, std::string_view kind, std::string_view words)
    : engine_(engine), kind_(kind), words_(query_words(words)) {}

Matches Search::all(std::size_t first) const { return of_rank(any_rank, first); }

Matches Search::of_names(std::size_t first) const { return of_rank(name_ranks, first); }

Matches Search::of_rank(int rank, std::size_t first) const {
    if (words_.empty()) return {"search_entries d", "FALSE", {}};
    const Expressions expressions(engine_, kind_, words_);
    const std::string name = fmt::format("{}", fmt::join(words_, " "));
    Parameters parameters(first);
    Matches matches{"search_entries d", "TRUE", {}};
    if (rank != exact_rank)
        matches = engine_ == Engine::sqlite ? sqlite_matches(expressions, rank, parameters)
                                            : postgres_matches(expressions, rank, parameters, name);
    matches.condition += " AND d.kind = " + parameters.add(kind_);
    if (rank >= exact_rank)
        matches.condition +=
            (rank == exact_rank ? " AND d.name = " : " AND d.name <> ") + parameters.add(name);
    matches.arguments = parameters.take();
    return matches;
}

}  // namespace konbit::db::search
