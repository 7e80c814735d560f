// SPDX-License-Identifier: Apache-2.0
#include "core/type.hpp"

#include <algorithm>

namespace konbit {

namespace {

template <class T>
bool same(const void* a, const void* b) {
    return *static_cast<const T*>(a) == *static_cast<const T*>(b);
}

bool equal_elements(const Type& type, const void* a, const void* b) {
    const std::size_t size = type.container.size(a);
    if (size != type.container.size(b)) return false;
    for (std::size_t i = 0; i < size; ++i) {
        if (!equal(type.element(), type.container.at(a, i), type.container.at(b, i))) return false;
    }
    return true;
}

using Entries = std::vector<std::pair<std::string_view, const void*>>;

Entries entries_of(const Type& type, const void* map) {
    Entries entries;
    type.container.each(map, &entries, [](void* context, std::string_view key, const void* value) {
        static_cast<Entries*>(context)->emplace_back(key, value);
    });
    return entries;
}

bool equal_entries(const Type& type, const void* a, const void* b) {
    return std::ranges::equal(
        entries_of(type, a), entries_of(type, b), [&](const auto& left, const auto& right) {
            return left.first == right.first && equal(type.element(), left.second, right.second);
        });
}

std::string_view without_namespaces(std::string_view name) {
    const auto colon = name.rfind("::");
    return colon == std::string_view::npos ? name : name.substr(colon + 2);
}

}  // namespace

bool FieldInfo::is_required() const {
    if (has_default || (access != Access::read_write && access != Access::owner_only)) return false;
    const Kind kind = type().kind;
    return kind != Kind::optional && kind != Kind::list && kind != Kind::map && kind != Kind::localized;
}

const FieldInfo* Type::find(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &FieldInfo::name);
    return found == fields.end() ? nullptr : &*found;
}

bool equal(const Type& type, const void* a, const void* b) {
    switch (type.kind) {
        case Kind::boolean:
            return same<bool>(a, b);
        case Kind::integer:
        case Kind::enumeration:
            return type.load(a) == type.load(b);
        case Kind::real:
            return same<double>(a, b);
        case Kind::text:
            return same<std::string>(a, b);
        case Kind::id:
            return same<UuidText>(a, b);
        case Kind::instant:
            return same<Instant>(a, b);
        case Kind::date:
            return same<Date>(a, b);
        case Kind::bytes:
            return same<Bytes>(a, b);
        case Kind::raw_json:
            return same<RawJson>(a, b);
        case Kind::localized:
            return same<Localized>(a, b);
        case Kind::optional:
        case Kind::list:
            return equal_elements(type, a, b);
        case Kind::map:
            return equal_entries(type, a, b);
        case Kind::record:
            return std::ranges::all_of(type.fields, [&](const FieldInfo& field) {
                return equal(field.type(), field.in(a), field.in(b));
            });
    }
    return false;
}

namespace detail {

std::string short_type_name(std::string_view pretty_function) {
    const auto start = pretty_function.find("T = ") + 4;
    const std::string_view name = pretty_function.substr(start, pretty_function.rfind(']') - start);
    const auto open = name.find('<');
    if (open == std::string_view::npos) return std::string(without_namespaces(name));
    const std::string_view argument = name.substr(open + 1, name.rfind('>') - open - 1);
    return std::string(without_namespaces(argument)) + std::string(without_namespaces(name.substr(0, open)));
}

}  // namespace detail

}  // namespace konbit
