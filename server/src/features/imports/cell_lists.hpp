// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "features/imports/import_fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Lists in a cell: "HACCP | Bureau of Standards | 2027-05-01; Fairtrade". Entries stand between semicolons,
/// the parts of an entry between bars, the languages of a text between tildes ("en: Training ~ fr:
/// Formation"). A backslash takes the meaning of the sign behind it.
namespace konbit::imports {

/// What stands between the signs, trimmed, the escapes still in it; empty pieces are left out.
std::vector<std::string> entries_of(std::string_view text);

/// The list as a cell; read_list() gives it back.
std::string list_text(const Type& list, const void* value);

/// Reads a cell into an empty list.
/// @param language  Of texts that do not say theirs.
/// @return Whether every entry could be read.
bool read_list(const Type& list, void* value, std::string_view text, std::string_view language = "en");

/// The language that is written in a country first.
std::string first_language(std::string_view country_code);

namespace cells {

/// The one form of a list.
/// @tparam Element  What the list holds.
/// @tparam each     Understands an entry that is a single word: a code or its name.
template <class Element, Understand each = nullptr>
std::optional<std::string> list_of(std::string_view text, const Customs& customs) {
    std::string known(text);
    if constexpr (each != nullptr) {
        known.clear();
        for (const auto& entry : entries_of(text)) {
            const auto understood = each(entry, customs);
            if (!understood) return std::nullopt;
            known += *understood + ";";
        }
    }
    std::vector<Element> list;
    const Type& type = type_of<std::vector<Element>>();
    if (!read_list(type, &list, known, first_language(customs.country_code))) return std::nullopt;
    return list_text(type, &list);
}

}  // namespace cells
}  // namespace konbit::imports
