// SPDX-License-Identifier: Apache-2.0
#include "db/search.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace konbit::db::search {

namespace {

constexpr std::size_t longest_body = 20'000;
constexpr std::size_t longest_word = 64;  // PostgreSQL refuses words past 2 KB
constexpr std::size_t most_words = 8;

/// A record that has all the words, before it is ranked.
struct Candidate {
    std::string kind;
    std::string id;
    std::string title;
    std::string body;

    static constexpr auto fields() {
        return std::tuple{field("kind", &Candidate::kind), field("id", &Candidate::id),
                          field("title", &Candidate::title), field("body", &Candidate::body)};
    }
};

/// At most `size` bytes, cut between code points.
std::string_view cut(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

/// Folded words with single spaces between, none too long for a database, none cut by `longest`.
std::string indexed_text(std::string_view text, std::size_t longest) {
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

/// The condition in the language of the database. Folded words are letters and digits only, so nothing of
/// what the user typed can be taken for an operator.
std::string match_expression(const std::vector<std::string>& words, Engine engine) {
    const bool is_sqlite = engine == Engine::sqlite;
    std::string expression;
    for (const std::string& word : words) {
        if (!expression.empty()) expression += is_sqlite ? " " : " & ";
        expression += is_sqlite ? '"' + word + "\"*" : '\'' + word + "':*";
    }
    return expression;
}

/// " AND d.kind IN ($2, $3)", and the values added to the arguments.
std::string one_of(std::string_view column, const std::vector<std::string_view>& values,
                   std::vector<Argument>& arguments) {
    std::string condition = " AND d." + std::string(column) + " IN (";
    for (std::size_t i = 0; i < values.size(); ++i) {
        arguments.emplace_back(values[i]);
        condition += (i == 0 ? "$" : ", $") + std::to_string(arguments.size());
    }
    return condition + ")";
}

constexpr std::string_view candidates_in_sqlite =
    "SELECT d.kind, d.id, d.title, d.body FROM search_words JOIN search_documents d ON d.place = "
    "search_words.rowid "
    "WHERE search_words MATCH $1";
constexpr std::string_view candidates_in_postgres =
    "SELECT d.kind, d.id, d.title, d.body FROM search_documents d WHERE d.words @@ CAST($1 AS tsquery)";

std::vector<Candidate> candidates(Session& session, const Query& query,
                                  const std::vector<std::string>& words) {
    const std::string expression = match_expression(words, session.engine());
    std::vector<Argument> arguments;
    arguments.emplace_back(expression);
    std::string sql(session.engine() == Engine::sqlite ? candidates_in_sqlite : candidates_in_postgres);
    sql += one_of("scope", query.scopes, arguments);
    if (!query.kinds.empty()) sql += one_of("kind", query.kinds, arguments);
    sql += " LIMIT " + std::to_string(most_candidates + 1);
    return session.query_with<Candidate>(sql, arguments);
}

/// Whether a word of the text equals `word` (2), begins with it (1) or neither (0).
int fit(std::string_view word, std::string_view text) {
    int best = 0;
    for (std::size_t at = 0; at < text.size() && best < 2;) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view candidate = text.substr(at, end - at);
        if (candidate.starts_with(word)) best = std::max(best, candidate.size() == word.size() ? 2 : 1);
        at = end + 1;
    }
    return best;
}

int word_score(std::string_view word, std::string_view title, std::string_view body) {
    constexpr int in_title[] = {0, 5, 8};
    constexpr int in_body[] = {0, 1, 2};
    const int from_title = in_title[fit(word, title)];
    return from_title > 0 ? from_title : in_body[fit(word, body)];
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void index_in_sqlite(Session& session, const Document& document, std::string_view title,
                     std::string_view body) {
    const auto place = session.value<std::int64_t>(
        "INSERT INTO search_documents (kind, id, scope, title, body) VALUES ($1, $2, $3, $4, $5) RETURNING "
        "place",
        document.kind, document.id, document.scope, title, body);
    session.change("INSERT INTO search_words (rowid, title, body) VALUES ($1, $2, $3)", place, title, body);
}

void index_in_postgres(Session& session, const Document& document, std::string_view title,
                       std::string_view body) {
    const std::string all =
        std::string(title) + (title.empty() || body.empty() ? "" : " ") + std::string(body);
    session.change(
        "INSERT INTO search_documents (kind, id, scope, title, body, words) "
        "VALUES ($1, $2, $3, $4, $5, array_to_tsvector(string_to_array($6, ' ')))",
        document.kind, document.id, document.scope, title, body, all);
}

}  // namespace

int score(const std::vector<std::string>& words, std::string_view title, std::string_view body) {
    int total = 0;
    for (const std::string& word : words) {
        const int points = word_score(word, title, body);
        if (points == 0) return 0;
        total += points;
    }
    if (!words.empty() && title.starts_with(words.front())) total += 4;
    if (title == joined(words)) total += 4;
    return total;
}

void index(Session& session, const Document& document) {
    remove(session, document.kind, document.id);
    const std::string title = indexed_text(document.title, longest_body);
    const std::string body = indexed_text(document.body, longest_body);
    if (session.engine() == Engine::sqlite)
        index_in_sqlite(session, document, title, body);
    else
        index_in_postgres(session, document, title, body);
}

void remove(Session& session, std::string_view kind, std::string_view id) {
    if (session.engine() == Engine::sqlite) {
        session.change(
            "DELETE FROM search_words WHERE rowid IN "
            "(SELECT place FROM search_documents WHERE kind = $1 AND id = $2)",
            kind, id);
    }
    session.change("DELETE FROM search_documents WHERE kind = $1 AND id = $2", kind, id);
}

Hits find(Session& session, const Query& query) {
    const std::vector<std::string> words = query_words(query.words);
    Hits hits;
    if (words.empty() || query.scopes.empty()) return hits;
    std::vector<Candidate> found = candidates(session, query, words);
    hits.is_capped = found.size() > most_candidates;
    if (hits.is_capped) found.pop_back();
    hits.found = found.size();
    for (Candidate& candidate : found) {
        const int points = score(words, candidate.title, candidate.body);
        hits.items.push_back({std::move(candidate.kind), std::move(candidate.id), points});
    }
    std::ranges::sort(hits.items, [](const Hit& a, const Hit& b) {
        return std::tie(b.score, a.kind, a.id) < std::tie(a.score, b.kind, b.id);
    });
    if (hits.items.size() > query.limit) hits.items.resize(query.limit);
    return hits;
}

}  // namespace konbit::db::search
