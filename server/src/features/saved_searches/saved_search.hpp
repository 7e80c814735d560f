// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/pages/feeds.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace konbit {

/// How often somebody is told what is new in a saved search.
enum class Digest {
    never,
    weekly,  ///< By mail; nothing is sent in a week without news.
};
constexpr auto names(Digest) { return std::to_array<std::string_view>({"never", "weekly"}); }

/// A search of the directory that an account keeps: nobody else knows of it.
struct SavedSearch {
    SavedSearchId id{};
    AccountId account_id{};
    std::string name;  ///< 1-80 code points.
    pages::PublicList list = pages::PublicList::organizations;
    std::string query;  ///< The filters as in the address of the list: "q=cocoa&country=GD".
    Digest digest = Digest::weekly;
    Instant digested_at{};  ///< What changed up to then has been told.
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &SavedSearch::id, Access::read_only),
            field("account_id", &SavedSearch::account_id, Access::never_sent),
            field("name", &SavedSearch::name),
            field("list", &SavedSearch::list),
            field("query", &SavedSearch::query).defaulted(),
            field("digest", &SavedSearch::digest).defaulted(),
            field("digested_at", &SavedSearch::digested_at, Access::never_sent),
            field("version", &SavedSearch::version, Access::read_only),
            field("created_at", &SavedSearch::created_at, Access::read_only),
            field("updated_at", &SavedSearch::updated_at, Access::read_only),
        };
    }
};

/// A saved search with the addresses that follow from it.
struct ListedSearch : SavedSearch {
    std::string page_url;  ///< The list under these filters.
    std::string
        feed_url;  ///< For a feed reader; whoever has it can follow the search, so it is nobody else's.

    static constexpr auto fields() {
        return std::tuple_cat(SavedSearch::fields(),
                              std::tuple{field("page_url", &ListedSearch::page_url, Access::read_only),
                                         field("feed_url", &ListedSearch::feed_url, Access::read_only)});
    }
};

namespace saved_searches {

inline constexpr int longest_name = 80;
inline constexpr std::size_t longest_query = 500;
/// An account keeps at most so many.
inline constexpr int most_searches = 50;

/// The search with its filters in their one spelling: unknown ones and the page are gone.
/// @return ErrorCode::invalid with every broken field.
Result<SavedSearch> checked(SavedSearch search);

/// The filters of a saved search.
pages::DirectoryQuery query_of(const SavedSearch& search);

}  // namespace saved_searches
}  // namespace konbit
