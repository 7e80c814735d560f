// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_lists.hpp"

#include "core/locale_names.hpp"
#include "core/localized.hpp"
#include "core/scalar.hpp"
#include "core/text.hpp"
#include "features/reference/reference_book.hpp"

#include <algorithm>

namespace konbit::imports {

namespace {

constexpr char between_entries = ';', between_parts = '|', between_languages = '~', escape = '\\';
constexpr std::string_view signs = ";|~\\";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (signs.find(c) != std::string_view::npos) out += escape;
        out += c;
    }
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == escape && i + 1 < text.size()) ++i;
        out += text[i];
    }
    return out;
}

/// The pieces between a sign, trimmed, the escapes still in them.
std::vector<std::string> split(std::string_view text, char sign) {
    std::vector<std::string> pieces(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == sign) {
            pieces.emplace_back();
            continue;
        }
        pieces.back() += text[i];
        if (text[i] == escape && i + 1 < text.size()) pieces.back() += text[++i];
    }
    for (auto& piece : pieces) piece = text::trim(piece);
    return pieces;
}

void join(std::string& all, std::string_view piece, std::string_view sign) {
    if (!all.empty()) all += sign;
    all += piece;
}

std::string text_of(const Localized& texts) {
    std::string all;
    for (const auto& [language, text] : texts.texts) join(all, language + ": " + escaped(text), " ~ ");
    return all;
}

Localized localized_of(std::string_view text, std::string_view language) {
    Localized texts;
    for (const auto& piece : split(text, between_languages)) {
        const auto colon = piece.find(':');
        const bool says = colon != std::string::npos && text::is_language(piece.substr(0, colon));
        const std::string own = says ? piece.substr(0, colon) : std::string(language);
        const std::string said = text::trim(says ? piece.substr(colon + 1) : piece);
        if (!said.empty()) texts.texts[own] = unescaped(said);
    }
    return texts;
}

std::string part_text(const Type& type, const void* value) {
    if (type.kind == Kind::localized) return text_of(*static_cast<const Localized*>(value));
    return escaped(to_text(type, value));
}

bool read_part(const Type& type, void* value, std::string_view text, std::string_view language) {
    if (type.kind != Kind::localized) return text.empty() || from_text(type, value, unescaped(text)).empty();
    *static_cast<Localized*>(value) = localized_of(text, language);
    return true;
}

/// The parts that say nothing at the end of an entry are left out.
std::string entry_text(const Type& type, const void* entry) {
    if (type.kind != Kind::record) return part_text(type, entry);
    std::string all, gap;
    for (const auto& field : type.fields) {
        const std::string part = part_text(field.type(), field.in(entry));
        if (!part.empty()) {
            all += gap + part;
            gap.clear();
        }
        gap += " | ";
    }
    return all;
}

bool read_entry(const Type& type, void* entry, const std::string& text, std::string_view language) {
    if (type.kind != Kind::record) return read_part(type, entry, text, language);
    const auto parts = split(text, between_parts);
    if (parts.size() > type.fields.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const FieldInfo& field = type.fields[i];
        if (!read_part(field.type(), field.in(entry), parts[i], language)) return false;
    }
    return true;
}

}  // namespace

std::vector<std::string> entries_of(std::string_view text) {
    auto entries = split(text, between_entries);
    std::erase(entries, "");
    return entries;
}

std::string list_text(const Type& list, const void* value) {
    std::string all;
    for (std::size_t i = 0; i < list.container.size(value); ++i)
        join(all, entry_text(list.element(), list.container.at(value, i)), "; ");
    return all;
}

bool read_list(const Type& list, void* value, std::string_view text, std::string_view language) {
    return std::ranges::all_of(entries_of(text), [&](const std::string& entry) {
        return read_entry(list.element(), list.container.append(value), entry, language);
    });
}

std::string first_language(std::string_view country_code) {
    const Country* country = reference().country(country_code);
    return country == nullptr ? "en" : country->languages.front();
}

}  // namespace konbit::imports
