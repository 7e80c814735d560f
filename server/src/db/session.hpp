// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/type.hpp"
#include "db/engine.hpp"
#include "db/value.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace konbit::db {

/// The rows of a running statement. Only one may run from one SQL text at a time.
class Rows {
  public:
    virtual ~Rows() = default;
    /// Fills `row`, whose texts live until the next call; @return false past the last row.
    virtual bool next(std::span<Value> row) = 0;
};

/// The order of a list: a field of its struct and, to break ties, its id.
template <class T, class Key>
struct Order {
    Key T::* key;
    bool is_descending;
};
template <class T, class Key>
Order<T, Key> ascending(Key T::* key) {
    return {key, false};
}
template <class T, class Key>
Order<T, Key> descending(Key T::* key) {
    return {key, true};
}

/// One transaction on one connection: what store functions read and write through. SQL is one text for both
/// databases with `$1..$n`; a struct's columns come in the order of its fields(), see db/columns.hpp.
class Session {
  public:
    virtual ~Session() = default;
    virtual Engine engine() const = 0;

    /// @throws std::logic_error when the statement returns another number of columns.
    virtual std::unique_ptr<Rows> run(std::string_view sql, std::span<const Argument> arguments,
                                      std::size_t columns) = 0;
    /// @return The number of rows changed.
    virtual std::int64_t execute(std::string_view sql, std::span<const Argument> arguments) = 0;
    /// Runs several statements without arguments: migrations and test tables.
    virtual void script(std::string_view sql) = 0;

    /// Every row; T is a struct with fields() or a single column's type.
    template <class T, class... Args>
    std::vector<T> query(std::string_view sql, const Args&... args) {
        return query_with<T>(sql, std::array<Argument, sizeof...(Args)>{Argument(args)...});
    }

    /// As query(), for a statement whose number of parameters is known only at run time.
    template <class T>
    std::vector<T> query_with(std::string_view sql, std::span<const Argument> arguments) {
        std::vector<T> all;
        collect(sql, arguments, type_of<std::vector<T>>(), &all);
        return all;
    }

    /// The first row, if there is one.
    template <class T, class... Args>
    std::optional<T> one(std::string_view sql, const Args&... args) {
        std::optional<T> first;
        const std::array<Argument, sizeof...(Args)> arguments{Argument(args)...};
        collect_first(sql, arguments, type_of<std::optional<T>>(), &first);
        return first;
    }

    /// A count, a sum, a single cell: `value<std::int64_t>("SELECT count(*) FROM …")`. Name std::optional<X>
    /// when there may be no row or a NULL.
    /// @throws std::logic_error when X is not optional and there is no row.
    template <class X, class... Args>
    X value(std::string_view sql, const Args&... args) {
        std::optional<X> first = one<X>(sql, args...);
        if (first) return *std::move(first);
        if constexpr (is_optional<X>)
            return X{};
        else
            throw std::logic_error("the query gave no row");
    }

    /// Runs one INSERT, UPDATE or DELETE. @return The number of rows changed.
    template <class... Args>
    std::int64_t change(std::string_view sql, const Args&... args) {
        return execute(sql, std::array<Argument, sizeof...(Args)>{Argument(args)...});
    }

    /// One page by keyset. The last three parameters of the statement are, after `args`: the key and the id
    /// of the record before the page, and the number of rows. Ascending: `… WHERE country_code = $1 AND
    /// (sort_key, id) > ($2, $3) ORDER BY sort_key, id LIMIT $4`; descending: `… (created_at, id) < ($2, $3)
    /// ORDER BY created_at DESC, id DESC LIMIT $4`.
    /// @return ErrorCode::malformed when the cursor is of another list.
    template <class T, class Key, class... Args>
    Result<Page<T>> page(const PageRequest& request, Order<T, Key> order, std::string_view sql,
                         const Args&... args);

  private:
    void collect(std::string_view sql, std::span<const Argument> arguments, const Type& list, void* target);
    void collect_first(std::string_view sql, std::span<const Argument> arguments, const Type& optional,
                       void* target);
};

namespace detail {

/// The cursor that a page starts after: the request's, or one before every record of the order.
Result<Cursor> start_of_page(const PageRequest& request, const Type& key, bool is_descending);
Cursor cursor_at(const Type& key, const void* value, std::string_view id);
Argument key_argument(const Cursor& cursor);

}  // namespace detail

template <class T, class Key, class... Args>
Result<Page<T>> Session::page(const PageRequest& request, Order<T, Key> order, std::string_view sql,
                              const Args&... args) {
    KONBIT_TRY(const Cursor start, detail::start_of_page(request, type_of<Key>(), order.is_descending));
    const auto size = static_cast<std::size_t>(request.size);
    const std::array<Argument, sizeof...(Args) + 3> arguments{Argument(args)..., detail::key_argument(start),
                                                              Argument(start.id), Argument(size + 1)};
    Page<T> page;
    page.items.reserve(size + 1);
    collect(sql, arguments, type_of<std::vector<T>>(), &page.items);
    if (page.items.size() > size) {
        page.items.pop_back();
        const T& last = page.items.back();
        page.next = detail::cursor_at(type_of<Key>(), &(last.*order.key), last.id.view()).str();
    }
    return page;
}

}  // namespace konbit::db
