// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"

#include <string>
#include <string_view>

namespace konbit {

/// Whether a value of the kind is one word of text: everything but containers, records, texts by language and
/// raw JSON.
bool is_scalar(Kind kind);

/// Fills a scalar, or an optional of one, from text as it stands in a query, a CSV cell or a JSON string.
/// Numbers use a point and no separators; booleans are true and false; an empty text empties an optional.
/// @return An empty text on success, else the code of the broken rule: "not_allowed" (no such enumerator or
/// id),
///         "not_a_whole_number", "not_a_number", "out_of_range", "not_a_date", "not_an_instant",
///         "wrong_type".
std::string_view from_text(const Type& type, void* target, std::string_view text);

template <class T>
std::string_view from_text(T& target, std::string_view text) {
    return from_text(type_of<T>(), &target, text);
}

/// The text that from_text reads back; an empty optional gives an empty text.
std::string to_text(const Type& type, const void* value);

template <class T>
std::string to_text(const T& value) {
    return to_text(type_of<T>(), &value);
}

}  // namespace konbit
