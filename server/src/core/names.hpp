// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace konbit {

namespace detail {

/// clang spells an enumerator by its name and a value without one as a cast: "value = (Kind)3".
template <auto value>
constexpr bool is_enumerator() {
    return std::string_view(__PRETTY_FUNCTION__).find("= (") == std::string_view::npos;
}

}  // namespace detail

/// An enum with a `names(E)` table beside it, found by argument-dependent look-up.
template <class E>
concept Named = std::is_enum_v<E> && requires { names(E{}); };

/// The spellings of E in enumerator order: column value, JSON value and label key alike.
template <Named E>
constexpr auto names_of() {
    constexpr auto table = names(E{});
    constexpr auto n = table.size();
    static_assert(detail::is_enumerator<E(n - 1)>() && !detail::is_enumerator<E(n)>(),
                  "names() must list every enumerator, in order");
    return table;
}

template <Named E>
constexpr std::string_view name_of(E value) {
    return names_of<E>()[static_cast<std::size_t>(value)];
}

/// @return The enumerator of that spelling, or nothing.
template <Named E>
constexpr std::optional<E> from_name(std::string_view name) {
    constexpr auto table = names_of<E>();
    const auto found = std::ranges::find(table, name);
    if (found == table.end()) return std::nullopt;
    return static_cast<E>(found - table.begin());
}

}  // namespace konbit
