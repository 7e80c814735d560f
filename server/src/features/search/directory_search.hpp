// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "core/page.hpp"
#include "db/session.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Full text search over the records of the directory. The index says what matches and how well; whether a
/// viewer may see it is the condition of the list that is asked with the hits.
namespace konbit::search {

enum class Kind { organization, cluster };
constexpr auto names(Kind) { return std::to_array<std::string_view>({"organization", "cluster"}); }

/// What the index keeps of a record.
struct Document {
    Kind kind;
    std::string id;
    std::string title;  ///< Weighs more than the body.
    std::string body;
};

/// Ids of the records that match, best first.
struct Hits {
    std::vector<std::string> ids;
    std::map<std::string, std::int64_t, std::less<>> place;  ///< Of each id, from 1.
};

/// More hits than this are not looked at: whoever gets them should add a word.
inline constexpr int most_hits = 500;

/// Puts a record into the index or replaces it there.
void put(db::Session& session, const Document& document);
void remove(db::Session& session, Kind kind, std::string_view id);

/// The records in which every word of `q` begins a word. Nothing for a text without letters and digits.
Hits find(db::Session& session, Kind kind, std::string_view q);

/// The condition that a column holds one of these ids, as literals; texts that are no ids are left out.
std::string is_one_of(std::string_view column, const std::vector<std::string>& ids);

namespace detail {

/// Best first, each with its place, which is looked up once.
template <class T>
std::vector<std::pair<std::int64_t, T>> in_order(const Hits& hits, std::vector<T> records) {
    std::vector<std::pair<std::int64_t, T>> placed;
    for (auto& record : records) {
        const auto place = hits.place.find(record.id.view())->second;
        placed.emplace_back(place, std::move(record));
    }
    std::ranges::sort(placed, {}, [](const auto& each) { return each.first; });
    return placed;
}

}  // namespace detail

/// A page of the records that a statement with is_one_of() gave, in the order of the hits; always with its
/// count.
/// @return ErrorCode::malformed for a cursor of another list.
template <class T>
Result<Page<T>> ranked_page(const Hits& hits, std::vector<T> records, const PageRequest& request) {
    std::int64_t after = 0;
    if (request.after) {
        const auto* place = std::get_if<std::int64_t>(&request.after->key);
        if (place == nullptr) return failure(ErrorCode::malformed, "bad_cursor", {{"/after", "not_allowed"}});
        after = *place;
    }
    Page<T> page;
    page.count = static_cast<std::int64_t>(records.size());
    auto placed = detail::in_order(hits, std::move(records));
    std::erase_if(placed, [&](const auto& each) { return each.first <= after; });
    if (placed.size() > static_cast<std::size_t>(request.size)) {
        placed.erase(placed.begin() + request.size, placed.end());
        page.next = Cursor{placed.back().first, placed.back().second.id.str()}.str();
    }
    for (auto& [place, record] : placed) page.items.push_back(std::move(record));
    return page;
}

/// A record of which only the id was read: hundreds may match where twenty are shown.
template <class Id>
struct Found {
    Id id{};

    static constexpr auto fields() { return std::tuple{field("id", &Found::id)}; }
};

template <class Id>
std::vector<std::string> ids_of(const Page<Found<Id>>& page) {
    std::vector<std::string> ids;
    for (const auto& found : page.items) ids.push_back(found.id.str());
    return ids;
}

/// The page with the records in the place of their ids.
template <class T, class Id>
Page<T> with_records(const Page<Found<Id>>& found, const Hits& hits, std::vector<T> records) {
    std::ranges::sort(records, {},
                      [&](const T& record) { return hits.place.find(record.id.view())->second; });
    return {.items = std::move(records), .next = found.next, .count = found.count};
}

}  // namespace konbit::search
