// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Full-text search that finds the same records in the same order on both databases. Matches come in ranks,
/// best first; within a rank, the record that was entered earlier comes first. Each rank is a part of a
/// statement that stops when it has given enough: nothing is scored, and no number of matches is too large.
namespace konbit::db::search {

/// What a record is found by. Put it in the transaction that writes the record.
struct Document {
    std::string_view kind;  ///< "organization", "cluster": with the id, what it is. Letters a to z.
    std::string_view id;    ///< A UUID.
    std::string_view name;
    std::string_view aliases{};  ///< Acronyms and names in other languages: as good as words of the name.
    std::string_view body{};     ///< Everything else; past 20,000 bytes once folded it is not indexed.
};

/// Adds the document or replaces the one of its kind and id, which keeps its place.
void index(Session& session, const Document& document);
void remove(Session& session, std::string_view kind, std::string_view id);

/// The place of an indexed record within the ranks that it matches in.
std::optional<std::int64_t> place_of(Session& session, std::string_view kind, std::string_view id);

/// Some matches of a search, as parts of a statement: "SELECT … FROM {from} WHERE {condition} ORDER BY
/// {place}".
struct Matches {
    std::string from;       ///< Tables to read; `d.id` is the record's id.
    std::string condition;  ///< With parameters from the first one on that the caller has left free.
    std::vector<std::string> arguments;  ///< Of those parameters.
    std::string place = "d.place";       ///< The column of the order within a rank: whole, above 0.
};

/// What is searched for.
class Search {
  public:
    /// @param kind   Of the records, as in Document.
    /// @param words  As typed: every word must begin a word of the record. Past eight words the rest is
    /// ignored.
    Search(Engine engine, std::string_view kind, std::string_view words);

    /// Every match, in no order. Nothing for words without a letter and a digit.
    /// @param first  Number of the first free parameter.
    Matches all(std::size_t first) const;

    /// The matches in whose name each word begins a word, in no order: ranks 0 to 3.
    Matches of_names(std::size_t first) const;

    /// How many ranks the matches have; none for nothing to search for.
    /// 0: the words are the name. 1: the name begins with them. 2: each is a word of the name. 3: each begins
    /// a word of the name. 4: at least one does, and all are somewhere. 5: all are somewhere else.
    int ranks() const { return words_.empty() ? 0 : 6; }

    /// The matches of a rank that are of no better one.
    Matches of_rank(int rank, std::size_t first) const;

  private:
    Engine engine_;
    std::string kind_;
    std::vector<std::string> words_;
};

}  // namespace konbit::db::search
