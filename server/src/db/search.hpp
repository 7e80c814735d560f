// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Full-text search that finds the same records in the same order on both databases: they only find
/// candidates by folded words; the order is made here.
namespace konbit::db::search {

/// What a record is found by. Put it in the transaction that writes the record.
struct Document {
    std::string_view kind;  ///< "organization", "cluster": with the id, what it is.
    std::string_view id;
    std::string_view
        scope;  ///< Who may find it, as the caller's permissions spell it: "public", a cluster's id.
    std::string_view title;
    std::string_view
        body;  ///< Everything else worth finding; what is past 20,000 bytes once folded is not indexed.
};

/// Adds the document or replaces the one of its kind and id.
void index(Session& session, const Document& document);
void remove(Session& session, std::string_view kind, std::string_view id);

struct Query {
    std::string_view words;                  ///< As typed; every word must begin a word of the record.
    std::vector<std::string_view> kinds{};   ///< Empty for all.
    std::vector<std::string_view> scopes{};  ///< Those that the viewer may see; empty finds nothing.
    std::size_t limit = 20;
};

struct Hit {
    std::string kind;
    std::string id;
    int score = 0;  ///< Comparable within one answer only.

    bool operator==(const Hit&) const = default;
};

struct Hits {
    std::vector<Hit> items;  ///< Best first, at most Query::limit.
    std::size_t found = 0;   ///< At most most_candidates.
    bool is_capped =
        false;  ///< More records match than were looked at: show "more than 500", ask for a word more.
};

/// Candidates looked at; which of more matches these are is up to the database.
constexpr std::size_t most_candidates = 500;

/// @return Nothing found when `words` has no letter and no digit.
/// @complexity The score reads the text of up to most_candidates records.
Hits find(Session& session, const Query& query);

/// How well folded text fits folded words: for each word 8 when it is a word of the title, 5 when it begins
/// one, else 2 and 1 for the body; 4 more when the title begins with the first word, 4 more when it is the
/// words and nothing else. 0 when a word is missing.
int score(const std::vector<std::string>& words, std::string_view title, std::string_view body);

}  // namespace konbit::db::search
