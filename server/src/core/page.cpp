// SPDX-License-Identifier: Apache-2.0
#include "core/page.hpp"

#include "core/codec.hpp"
#include "core/id.hpp"

#include <fmt/format.h>

#include <charconv>

namespace konbit {

namespace {

// A cursor is a letter for the kind of the key, the 36 characters of the id, then the key.
constexpr std::size_t id_size = std::tuple_size_v<UuidText>;

std::string spelled(const Cursor& cursor) {
    if (const auto* whole = std::get_if<std::int64_t>(&cursor.key))
        return fmt::format("i{}{}", cursor.id, *whole);
    if (const auto* real = std::get_if<double>(&cursor.key)) return fmt::format("d{}{}", cursor.id, *real);
    return "t" + cursor.id + std::get<std::string>(cursor.key);
}

template <class Number>
std::optional<Number> number_from(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

template <class Number>
std::optional<Cursor> with_number(std::string id, std::string_view key) {
    const auto number = number_from<Number>(key);
    if (!number) return std::nullopt;
    return Cursor{*number, std::move(id)};
}

}  // namespace

std::string Cursor::str() const { return codec::to_base64url(spelled(*this)); }

std::optional<Cursor> Cursor::parse(std::string_view text) {
    const auto spelling = codec::from_base64url(text);
    if (!spelling || spelling->size() < 1 + id_size) return std::nullopt;
    const std::string_view key = std::string_view(*spelling).substr(1 + id_size);
    std::string id = spelling->substr(1, id_size);
    if (!parse_uuid(id)) return std::nullopt;
    switch (spelling->front()) {
        case 'i':
            return with_number<std::int64_t>(std::move(id), key);
        case 'd':
            return with_number<double>(std::move(id), key);
        case 't':
            return Cursor{std::string(key), std::move(id)};
        default:
            return std::nullopt;
    }
}

Result<PageRequest> PageRequest::of(std::string_view after, int size, bool with_count) {
    PageRequest request{std::nullopt, size, with_count};
    if (size < 1 || size > largest_size) {
        return failure(ErrorCode::malformed, "page",
                       {{"/size", "out_of_range", {{"max", std::to_string(largest_size)}}}});
    }
    if (after.empty()) return request;
    request.after = Cursor::parse(after);
    if (!request.after) return failure(ErrorCode::malformed, "page", {{"/after", "not_allowed"}});
    return request;
}

}  // namespace konbit
