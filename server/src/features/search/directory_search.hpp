// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "core/page.hpp"
#include "core/time.hpp"
#include "db/search.hpp"
#include "db/session.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Full text search over the records of the directory. The index says what matches and how well; whether a
/// viewer may see it is a condition of the list that is searched.
namespace konbit::search {

enum class Kind { organization, cluster, project, expert };
constexpr auto names(Kind) {
    return std::to_array<std::string_view>({"organization", "cluster", "project", "expert"});
}

/// What the index keeps of a record.
struct Document {
    Kind kind;
    std::string id;
    std::string name;
    std::string aliases{};  ///< Acronym and other names.
    std::string body{};
};

/// Puts a record into the index or replaces it there.
void put(db::Session& session, const Document& document);
void remove(db::Session& session, Kind kind, std::string_view id);

/// Records by whose names the records of a list are found as well, after all others: a cluster by its
/// members.
struct Related {
    Kind kind;
    std::string ids;  ///< "SELECT … WHERE … IN": the ids in the list, up to those of the related records.
};

/// A list that is searched: "SELECT {columns} FROM {from} WHERE {condition}".
struct List {
    Kind kind;
    std::string columns;
    std::string from;                     ///< As "organizations o".
    std::string id;                       ///< As "o.id".
    std::string condition;                ///< Its filters and what the viewer may see.
    std::vector<db::Argument> arguments;  ///< Of $1, $2, … in `condition`; borrowed.
    std::optional<Related> related{};
};

/// Where a page of matches ends: the rank of its last record and the place within it.
struct Spot {
    int rank = 0;
    std::int64_t place = 0;  ///< 0: before the first of the rank.

    /// @return ErrorCode::malformed when the request continues another list.
    static Result<Spot> before(const PageRequest& request);
    std::string cursor(std::string_view id) const;
};

/// The records of a list in which every word of `q` begins a word. Borrows both.
class Finder {
  public:
    Finder(db::Session& session, const List& list, std::string_view q)
        : session_(session),
          list_(list),
          search_(session.engine(), name_of(list.kind), q),
          related_(session.engine(), name_of(list.related ? list.related->kind : list.kind), q),
          all_(all(list.arguments.size() + 1)) {}

    /// Best matches first; counted when asked.
    /// @return ErrorCode::malformed for a cursor of another list.
    template <class T>
    Result<Page<T>> page(const PageRequest& request) const;

    /// @complexity Looks at every match.
    std::int64_t count() const;

    /// The list narrowed to what matches, for statements that count; borrows from the finder.
    List narrowed() const;

  private:
    int rank_count() const { return search_.ranks() + (list_.related && search_.ranks() > 0 ? 1 : 0); }
    db::search::Matches of_rank(int rank, std::size_t first) const;
    db::search::Matches all(std::size_t first) const;
    db::search::Matches with_related(std::string_view condition, std::size_t first) const;
    List narrowed_to(const db::search::Matches& matches) const;
    Spot spot_of(int rank, std::string_view id) const;
    template <class T>
    std::vector<T> read(int rank, std::int64_t after, std::size_t most) const;

    db::Session& session_;
    const List& list_;
    db::search::Search search_;
    db::search::Search related_;
    db::search::Matches all_;
};

template <class T>
std::vector<T> Finder::read(int rank, std::int64_t after, std::size_t most) const {
    const auto matches = of_rank(rank, list_.arguments.size() + 1);
    List list = narrowed_to(matches);
    const auto next = list.arguments.size() + 1;
    list.arguments.emplace_back(after);
    list.arguments.emplace_back(most);
    return session_.query_with<T>("SELECT " + list.columns + " FROM " + list.from + " WHERE " +
                                      list.condition + " AND " + matches.place + " > $" +
                                      std::to_string(next) + " ORDER BY " + matches.place + " LIMIT $" +
                                      std::to_string(next + 1),
                                  list.arguments);
}

template <class T>
Result<Page<T>> Finder::page(const PageRequest& request) const {
    KONBIT_TRY(Spot spot, Spot::before(request));
    const auto size = static_cast<std::size_t>(request.size);
    Page<T> page;
    std::vector<int> ranks;  // of each item
    for (; page.items.size() <= size && spot.rank < rank_count(); spot = {spot.rank + 1}) {
        for (T& record : read<T>(spot.rank, spot.place, size + 1 - page.items.size())) {
            page.items.push_back(std::move(record));
            ranks.push_back(spot.rank);
        }
    }
    if (page.items.size() > size) {
        page.items.pop_back();
        const auto last = page.items.back().id.view();
        page.next = spot_of(ranks[size - 1], last).cursor(last);
    }
    if (request.with_count) page.count = count();
    return page;
}

/// The records of a list that match, when there are words to match, and changed after `since`: newest first.
/// @param alias  Of the table with the column updated_at.
template <class T>
std::vector<T> read_changed(db::Session& session, List list, std::string_view q, const std::string& alias,
                            Instant since, int most) {
    const List whole = list;
    const Finder finder(session, whole, q);
    if (!q.empty()) list = finder.narrowed();
    const auto next = list.arguments.size() + 1;
    list.arguments.emplace_back(since);
    list.arguments.emplace_back(most);
    return session.query_with<T>("SELECT " + list.columns + " FROM " + list.from + " WHERE " +
                                     list.condition + " AND " + alias + ".updated_at > $" +
                                     std::to_string(next) + " ORDER BY " + alias + ".updated_at DESC, " +
                                     alias + ".id DESC LIMIT $" + std::to_string(next + 1),
                                 list.arguments);
}

/// The condition that a column holds one of these ids, as literals; texts that are no ids are left out.
std::string is_one_of(std::string_view column, const std::vector<std::string>& ids);

}  // namespace konbit::search
