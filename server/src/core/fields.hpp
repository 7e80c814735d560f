// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace konbit {

/// Who may give a field in a request, and whether it is ever sent.
enum class Access {
    read_write,
    read_only,   ///< Sent, never accepted: ids, versions, derived values.
    owner_only,  ///< Accepted only from the record's owner: consent to be visible.
    never_sent,  ///< Stored, neither sent nor accepted: sort keys, folded text.
};

/// One field of a struct: the place from which its column, JSON member, OpenAPI property and audit entry
/// come.
template <class Owner, class T>
struct Field {
    using owner = Owner;
    using type = T;

    std::string_view name;
    T Owner::* member;
    Access access = Access::read_write;
    bool has_default = false;  ///< May be left out on create: the member initialiser gives a value.

    constexpr Field defaulted() const { return {name, member, access, true}; }
};

template <class Owner, class T>
constexpr Field<Owner, T> field(std::string_view name, T Owner::* member,
                                Access access = Access::read_write) {
    return {name, member, access, false};
}

template <class T>
concept HasFields = requires { T::fields(); };

/// Calls `visit` with every Field of T, in the order of fields().
template <HasFields T, class Visit>
constexpr void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... each) { (visit(each), ...); }, T::fields());
}

template <HasFields T>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(T::fields())>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

}  // namespace konbit
