// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.hpp"
#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

/// What JSON, rows, schemas, CSV and the audit log need to know of a C++ type, once per type and without
/// templates: everything derived from fields() is ordinary code over a Type and a `void*`, so a struct costs
/// one small instantiation however much is derived from it.
namespace konbit {

enum class Kind {
    boolean,
    integer,
    real,
    text,
    enumeration,
    id,
    instant,
    date,
    bytes,
    raw_json,
    localized,
    optional,
    list,
    map,
    record,
};

struct Type;
using TypeOf = const Type& (*)();  ///< A function, so that a record may hold a list of its own kind.

struct FieldInfo {
    std::string_view name;
    std::string json_key;  ///< `"name":`, ready to append.
    std::size_t offset;    ///< Of the member in its struct, in bytes.
    Access access;
    bool has_default;
    TypeOf type_of;

    const Type& type() const { return type_of(); }
    void* in(void* record) const { return static_cast<std::byte*>(record) + offset; }
    const void* in(const void* record) const { return static_cast<const std::byte*>(record) + offset; }
    /// Whether a request that creates the record must give it.
    bool is_required() const;
};

/// How to walk and fill an optional (a container of at most one), a list or a map by text.
struct ContainerOps {
    std::size_t (*size)(const void*);
    const void* (*at)(const void*, std::size_t);  ///< Null for maps.
    void* (*append)(void*);                       ///< A new element to fill; null for maps.
    void (*clear)(void*);
    void (*each)(const void*, void* context,
                 void (*visit)(void* context, std::string_view key, const void* value));
    void* (*entry)(void*, std::string_view key);
};

struct Type {
    Kind kind{};
    std::string name{};  ///< Of a record or enumeration, without namespaces; "PersonPage" for Page<Person>.
    std::int64_t least = 0, greatest = 0;       ///< Of an integer.
    std::span<const std::string_view> names{};  ///< Of an enumeration.
    std::vector<FieldInfo> fields{};            ///< Of a record.
    TypeOf element = nullptr;                   ///< Of a container.
    ContainerOps container{};
    std::int64_t (*load)(const void*) =
        nullptr;  ///< Of an integer or enumeration (then the enumerator's place).
    void (*store)(void*, std::int64_t) = nullptr;
    void (*assign)(void* to, const void* from) = nullptr;

    const FieldInfo* find(std::string_view field) const;
};

template <class T>
const Type& type_of();

/// Whether two values of the type are equal, field by field.
bool equal(const Type& type, const void* a, const void* b);

namespace detail {

/// "PersonPage" from "… [T = konbit::Page<konbit::Person>]".
std::string short_type_name(std::string_view pretty_function);

template <class T>
std::string type_name() {
    return short_type_name(__PRETTY_FUNCTION__);
}

template <class T>
inline constexpr bool is_map = false;
template <class T, class Compare>
inline constexpr bool is_map<std::map<std::string, T, Compare>> = true;

template <class T>
void describe_number(Type& type) {
    type.load = [](const void* at) { return static_cast<std::int64_t>(*static_cast<const T*>(at)); };
    type.store = [](void* at, std::int64_t value) { *static_cast<T*>(at) = static_cast<T>(value); };
}

template <class T>
void describe_integer(Type& type) {
    using Limits = std::numeric_limits<T>;
    type.kind = Kind::integer;
    describe_number<T>(type);
    type.least = static_cast<std::int64_t>(Limits::min());
    type.greatest =
        sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(Limits::max());
}

template <class T>
void describe_enumeration(Type& type) {
    static constexpr auto table = names_of<T>();
    type.kind = Kind::enumeration;
    type.name = type_name<T>();
    type.names = table;
    describe_number<T>(type);
}

template <class T>
void describe_optional(Type& type) {
    type.kind = Kind::optional;
    type.element = &type_of<typename T::value_type>;
    type.container.size = [](const void* at) { return std::size_t{static_cast<const T*>(at)->has_value()}; };
    type.container.at = [](const void* at, std::size_t) -> const void* {
        return &**static_cast<const T*>(at);
    };
    type.container.append = [](void* at) -> void* { return &static_cast<T*>(at)->emplace(); };
    type.container.clear = [](void* at) { static_cast<T*>(at)->reset(); };
}

template <class T>
void describe_list(Type& type) {
    static_assert(!std::is_same_v<T, std::vector<bool>>, "a vector<bool> has no elements to point at");
    type.kind = Kind::list;
    type.element = &type_of<typename T::value_type>;
    type.container.size = [](const void* at) { return static_cast<const T*>(at)->size(); };
    type.container.at = [](const void* at, std::size_t i) -> const void* {
        return &(*static_cast<const T*>(at))[i];
    };
    type.container.append = [](void* at) -> void* { return &static_cast<T*>(at)->emplace_back(); };
    type.container.clear = [](void* at) { static_cast<T*>(at)->clear(); };
}

template <class T>
void describe_map(Type& type) {
    type.kind = Kind::map;
    type.element = &type_of<typename T::mapped_type>;
    type.container.size = [](const void* at) { return static_cast<const T*>(at)->size(); };
    type.container.clear = [](void* at) { static_cast<T*>(at)->clear(); };
    type.container.entry = [](void* at, std::string_view key) -> void* {
        return &(*static_cast<T*>(at))[std::string(key)];
    };
    type.container.each = [](const void* at, void* context, auto visit) {
        for (const auto& [key, value] : *static_cast<const T*>(at)) visit(context, key, &value);
    };
}

template <class T>
void describe_record(Type& type) {
    static const T probe{};
    type.kind = Kind::record;
    type.name = type_name<T>();
    type.fields.reserve(field_count<T>);
    for_each_field<T>([&](const auto& each) {
        using Member = typename std::remove_cvref_t<decltype(each)>::type;
        const auto* member = reinterpret_cast<const std::byte*>(&(probe.*each.member));
        const auto offset = static_cast<std::size_t>(member - reinterpret_cast<const std::byte*>(&probe));
        type.fields.push_back({each.name, '"' + std::string(each.name) + "\":", offset, each.access,
                               each.has_default, &type_of<Member>});
    });
}

template <class T>
Type described() {
    Type type;
    if constexpr (std::is_same_v<T, bool>)
        type.kind = Kind::boolean;
    else if constexpr (std::is_integral_v<T>)
        describe_integer<T>(type);
    else if constexpr (std::is_same_v<T, double>)
        type.kind = Kind::real;
    else if constexpr (std::is_same_v<T, std::string>)
        type.kind = Kind::text;
    else if constexpr (Named<T>)
        describe_enumeration<T>(type);
    else if constexpr (is_id<T>)
        type.kind = Kind::id;
    else if constexpr (std::is_same_v<T, Instant>)
        type.kind = Kind::instant;
    else if constexpr (std::is_same_v<T, Date>)
        type.kind = Kind::date;
    else if constexpr (std::is_same_v<T, Bytes>)
        type.kind = Kind::bytes;
    else if constexpr (std::is_same_v<T, RawJson>)
        type.kind = Kind::raw_json;
    else if constexpr (std::is_same_v<T, Localized>)
        type.kind = Kind::localized;
    else if constexpr (is_optional<T>)
        describe_optional<T>(type);
    else if constexpr (is_list<T>)
        describe_list<T>(type);
    else if constexpr (is_map<T>)
        describe_map<T>(type);
    else if constexpr (HasFields<T>)
        describe_record<T>(type);
    else
        static_assert(HasFields<T>, "the type needs fields(), or names() beside an enum");
    type.assign = [](void* to, const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); };
    return type;
}

}  // namespace detail

/// The description of T, made at the first call.
template <class T>
const Type& type_of() {
    static const Type type = detail::described<T>();
    return type;
}

}  // namespace konbit
