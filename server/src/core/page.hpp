// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace konbit {

/// One page of a list and where the next one starts.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;    ///< To be given back as `after`; empty on the last page.
    std::optional<std::int64_t> count;  ///< Of the whole list, when it was asked for.

    static constexpr auto fields() {
        return std::tuple{
            field("items", &Page::items, Access::read_only),
            field("next", &Page::next, Access::read_only),
            field("count", &Page::count, Access::read_only),
        };
    }
};

/// The place of the last record of a page in its order: its sort value and, to break ties, its id.
struct Cursor {
    std::variant<std::int64_t, double, std::string> key;
    std::string id;

    /// Opaque to clients: base64url.
    std::string str() const;
    /// @return Nothing when the text is not one that str() made.
    static std::optional<Cursor> parse(std::string_view text);
    bool operator==(const Cursor&) const = default;
};

/// Which part of a list is asked for.
struct PageRequest {
    static constexpr int default_size = 50;
    static constexpr int largest_size = 200;

    std::optional<Cursor> after;  ///< Empty for the first page.
    int size = default_size;      ///< 1 to largest_size.
    bool with_count = false;      ///< Whether the caller also wants Page::count.

    /// @param after  What an earlier page gave as `next`; empty for the first page.
    /// @return ErrorCode::malformed at /after for a text that no page gave, at /size when out of range.
    static Result<PageRequest> of(std::string_view after, int size = default_size, bool with_count = false);
};

}  // namespace konbit
