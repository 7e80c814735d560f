// SPDX-License-Identifier: Apache-2.0
#include "core/scalar.hpp"

#include "core/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace konbit {

namespace {

template <class T>
std::string_view parsed_into(void* target, std::string_view text, std::string_view code) {
    const auto value = T::parse(text);
    if (!value) return code;
    *static_cast<T*>(target) = *value;
    return {};
}

std::string_view read_boolean(void* target, std::string_view text) {
    if (text != "true" && text != "false") return "wrong_type";
    *static_cast<bool*>(target) = text == "true";
    return {};
}

std::string_view read_integer(const Type& type, void* target, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) return "out_of_range";
    if (error != std::errc() || end != text.data() + text.size()) return "not_a_whole_number";
    if (value < type.least || value > type.greatest) return "out_of_range";
    type.store(target, value);
    return {};
}

std::string_view read_real(void* target, std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) return "out_of_range";
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return "not_a_number";
    *static_cast<double*>(target) = value;
    return {};
}

std::string_view read_enumerator(const Type& type, void* target, std::string_view text) {
    const auto found = std::ranges::find(type.names, text);
    if (found == type.names.end()) return "not_allowed";
    type.store(target, found - type.names.begin());
    return {};
}

std::string_view read_id(void* target, std::string_view text) {
    const auto uuid = parse_uuid(text);
    if (!uuid) return "not_allowed";
    *static_cast<UuidText*>(target) = *uuid;  // an Id is its text and nothing else
    return {};
}

std::string_view read_bytes(void* target, std::string_view text) {
    auto bytes = codec::from_base64url(text);
    if (!bytes) return "not_allowed";
    static_cast<Bytes*>(target)->data = std::move(*bytes);
    return {};
}

std::string_view read_optional(const Type& type, void* target, std::string_view text) {
    type.container.clear(target);
    if (text.empty()) return {};
    const std::string_view code = from_text(type.element(), type.container.append(target), text);
    if (!code.empty()) type.container.clear(target);
    return code;
}

}  // namespace

bool is_scalar(Kind kind) { return kind <= Kind::bytes; }

std::string_view from_text(const Type& type, void* target, std::string_view text) {
    switch (type.kind) {
        case Kind::boolean:
            return read_boolean(target, text);
        case Kind::integer:
            return read_integer(type, target, text);
        case Kind::real:
            return read_real(target, text);
        case Kind::text:
            *static_cast<std::string*>(target) = text;
            return {};
        case Kind::enumeration:
            return read_enumerator(type, target, text);
        case Kind::id:
            return read_id(target, text);
        case Kind::instant:
            return parsed_into<Instant>(target, text, "not_an_instant");
        case Kind::date:
            return parsed_into<Date>(target, text, "not_a_date");
        case Kind::bytes:
            return read_bytes(target, text);
        case Kind::optional:
            return read_optional(type, target, text);
        default:
            return "wrong_type";
    }
}

std::string to_text(const Type& type, const void* value) {
    switch (type.kind) {
        case Kind::boolean:
            return *static_cast<const bool*>(value) ? "true" : "false";
        case Kind::integer:
            return std::to_string(type.load(value));
        case Kind::real:
            return fmt::format("{}", *static_cast<const double*>(value));
        case Kind::text:
            return *static_cast<const std::string*>(value);
        case Kind::enumeration:
            return std::string(type.names[static_cast<std::size_t>(type.load(value))]);
        case Kind::id:
            return std::string(static_cast<const UuidText*>(value)->data(), std::tuple_size_v<UuidText>);
        case Kind::instant:
            return static_cast<const Instant*>(value)->str();
        case Kind::date:
            return static_cast<const Date*>(value)->str();
        case Kind::bytes:
            return codec::to_base64url(static_cast<const Bytes*>(value)->data);
        case Kind::optional:
            return type.container.size(value) == 0 ? std::string()
                                                   : to_text(type.element(), type.container.at(value, 0));
        default:
            return {};
    }
}

}  // namespace konbit
