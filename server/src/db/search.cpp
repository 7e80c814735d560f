// SPDX-License-Identifier: Apache-2.0
#include "db/search.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

void index_in_sqlite(Session& session, const Document& document, std::string_view name,
                     std::string_view title, std::string_view body) {
    const auto place = session.value<std::int64_t>(
        "INSERT INTO search_entries (kind, id, name) VALUES ($1, $2, $3)"
        " ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name RETURNING place",
        document.kind, document.id, name);
    session.change("DELETE FROM search_words WHERE rowid = $1", place);
    session.change("INSERT INTO search_words (rowid, kind, title, body) VALUES ($1, $2, $3, $4)", place,
                   document.kind, title, body);
}

void index_in_postgres(Session& session, const Document& document, std::string_view name,
                       std::string_view title, std::string_view body) {
    session.change(
        "INSERT INTO search_entries (kind, id, name, title, title_words, words)"
        " VALUES ($1, $2, $3, $4, array_to_tsvector(string_to_array($4, ' ')),"
        " array_to_tsvector(string_to_array($5, ' ')))"
        " ON CONFLICT (kind, id) DO UPDATE SET name = excluded.name, title = excluded.title,"
        " title_words = excluded.title_words, words = excluded.words",
        document.kind, document.id, name, title, joined(title, body));
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

/// How a database writes a word that is looked for as it is, and one that begins a word.
struct Spelling {
    std::string_view before;
    std::string_view whole;
    std::string_view begun;
};
constexpr Spelling sqlite{"\"", "\"", "\" *"};
constexpr Spelling postgres{"'", "'", "':*"};

/// Folded words are letters and digits only, so nothing of what the user typed can be taken for an operator.
std::string each(const std::vector<std::string>& words, std::string_view before, std::string_view after,
                 std::string_view between) {
    std::string expression;
    for (const auto& word : words)
        expression += fmt::format("{}{}{}{}", expression.empty() ? "" : between, before, word, after);
    return expression;
}

/// What a rank asks SQLite's full-text table.
std::string sqlite_expression(std::string_view kind, const std::vector<std::string>& words, int rank) {
    const auto [quote, whole_word, begun_word] = sqlite;
    const std::string start = fmt::format("(title : ^ \"{}\" *)", fmt::join(words, " "));
    const std::string whole = fmt::format("(title : ({}))", each(words, quote, whole_word, " AND "));
    const std::string begun = fmt::format("(title : ({}))", each(words, quote, begun_word, " AND "));
    const std::string any = fmt::format("(title : ({}))", each(words, quote, begun_word, " OR "));
    const std::string all =
        fmt::format("kind : \"{}\" AND {{title body}} : ({})", kind, each(words, quote, begun_word, " AND "));
    switch (rank) {
        case 1:
            return fmt::format("{} AND {}", all, start);
        case 2:
            return fmt::format("({} AND {}) NOT {}", all, whole, start);
        case 3:
            return fmt::format("({} AND {}) NOT ({} OR {})", all, begun, whole, start);
        case 4:
            return fmt::format("({} AND {}) NOT {}", all, any, begun);
        case 5:
            return fmt::format("({}) NOT {}", all, any);
        default:
            return all;
    }
}

/// What a rank asks PostgreSQL's vectors.
std::string postgres_condition(Parameters& parameters, const std::vector<std::string>& words, int rank) {
    const auto [quote, whole_word, begun_word] = postgres;
    const auto in = [&](std::string_view column, std::string_view after, std::string_view between) {
        return fmt::format("d.{} @@ CAST({} AS tsquery)", column,
                           parameters.add(each(words, quote, after, between)));
    };
    const auto starts = [&] {
        return fmt::format("starts_with(d.title, {})", parameters.add(each(words, "", "", " ")));
    };
    switch (rank) {
        case 1:
            return in("title_words", begun_word, " & ") + " AND " + starts();
        case 2:
            return in("title_words", whole_word, " & ") + " AND NOT " + starts();
        case 3:
            return in("title_words", begun_word, " & ") + " AND NOT " + in("title_words", whole_word, " & ") +
                   " AND NOT " + starts();
        case 4:
            return in("words", begun_word, " & ") + " AND " + in("title_words", begun_word, " | ") +
                   " AND NOT " + in("title_words", begun_word, " & ");
        case 5:
            return in("words", begun_word, " & ") + " AND NOT " + in("title_words", begun_word, " | ");
        default:
            return in("words", begun_word, " & ");
    }
}

constexpr int exact_rank = 0;
constexpr int any_rank = -1;

}  // namespace

void index(Session& session, const Document& document) {
    const std::string name = indexed_text(document.name, longest_name);
    const std::string title = joined(name, indexed_text(document.aliases));
    const std::string body = indexed_text(document.body);
    if (session.engine() == Engine::sqlite)
        index_in_sqlite(session, document, name, title, body);
    else
        index_in_postgres(session, document, name, title, body);
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

Matches Search::of_rank(int rank, std::size_t first) const {
    if (words_.empty()) return {"search_entries d", "FALSE", {}};
    Parameters parameters(first);
    Matches matches;
    const std::string name = each(words_, "", "", " ");
    if (engine_ == Engine::postgres || rank == exact_rank) {
        matches.from = "search_entries d";
        matches.condition = "d.kind = " + parameters.add(kind_);
        if (rank != exact_rank) matches.condition += " AND " + postgres_condition(parameters, words_, rank);
    } else {
        // SQLite joins a CROSS JOIN from left to right, hence in the order of the full-text table.
        matches.from = "search_words CROSS JOIN search_entries d";
        matches.condition = "search_words MATCH " + parameters.add(sqlite_expression(kind_, words_, rank)) +
                            " AND d.place = search_words.rowid";
        matches.place = "search_words.rowid";
    }
    if (rank == exact_rank) matches.condition += " AND d.name = " + parameters.add(name);
    if (rank > exact_rank) matches.condition += " AND d.name <> " + parameters.add(name);
    matches.arguments = parameters.take();
    return matches;
}

}  // namespace konbit::db::search
