// SPDX-License-Identifier: Apache-2.0
#include "features/developers/field_tables.hpp"

#include <algorithm>
#include <array>

namespace konbit::developers {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

/// Where labels of fields stand beside those of the record itself: the first that has one is taken.
constexpr auto label_groups = std::to_array<std::string_view>(
    {"organization", "cluster", "listing", "profile", "membership", "project", "expert", "agreement", "fact",
     "tier", "page.country", "person", "wave", "account"});

/// "ClusterProfile" -> "cluster_profile".
std::string snake(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && !out.empty()) out += '_';
        out += is_upper ? static_cast<char>(c + 32) : c;
    }
    return out;
}

/// A page of a list: items, next and count.
bool is_page(const Type& type) {
    return type.kind == Kind::record && type.find("items") && type.find("next");
}

Html code(std::string_view text) { return el("code", text); }

Html record_link(const Type& type) { return el("a", href("#" + type.name), code(type.name)); }

Html choices(const Type& type) {
    Html all;
    for (std::size_t i = 0; i < type.names.size(); ++i) {
        if (i > 0) all += Html(" · ");
        all += code(type.names[i]);
    }
    return all;
}

std::string plain_type(const Words& words, const Type& type) {
    constexpr auto keys =
        std::to_array<std::string_view>({"boolean", "integer", "real", "text", "enumeration", "id", "instant",
                                         "date", "bytes", "raw_json", "localized"});
    return words("page.developers.type." + std::string(keys.at(static_cast<std::size_t>(type.kind))));
}

/// "Given by": who may send the field.
std::string access_in_words(const Words& words, const FieldInfo& field) {
    if (field.access == Access::read_only) return words("page.developers.read_only");
    if (field.access == Access::owner_only) return words("page.developers.owner_only");
    return field.is_required() ? words("page.developers.required") : "";
}

Html field_row(const Words& words, const Catalog& texts, std::string_view record, const FieldInfo& field,
               const std::string& access) {
    const auto meaning = meaning_of(texts, words.language(), record, field.name);
    return el("tr", el("th", attr("scope", "row"), code(field.name)),
              el("td", type_in_words(words, field.type())), el("td", meaning.value_or("")), el("td", access));
}

Html table(const Words& words, std::string_view caption, const Html& rows) {
    const auto head = [&](std::string_view key) {
        return el("th", attr("scope", "col"), words("page.developers." + std::string(key)));
    };
    // A table wider than a phone is scrolled, by keyboard too.
    return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "group"),
              attr("aria-label", caption),
              el("table", cls("k-table"),
                 el("thead", el("tr", head("field"), head("type"), head("meaning"), head("sent"))),
                 el("tbody", rows)));
}

Html hole_rows(const Words& words, const Catalog& texts, const http::RouteInfo& route) {
    Html rows;
    std::size_t open = 0;
    for (const auto& argument : route.arguments) {
        if (argument.source != http::Source::hole) continue;
        open = route.path.find('{', open) + 1;
        const auto name = route.path.substr(open, route.path.find('}', open) - open);
        rows += el("tr", el("th", attr("scope", "row"), code(name)),
                   el("td", type_in_words(words, argument.type())),
                   el("td", meaning_of(texts, words.language(), "", name).value_or("")),
                   el("td", words("page.developers.in_path")));
    }
    return rows;
}

Html query_rows(const Words& words, const Catalog& texts, const http::RouteInfo& route) {
    Html rows;
    for (const auto& argument : route.arguments) {
        if (argument.source != http::Source::query) continue;
        for (const auto& field : argument.type().fields)
            rows += field_row(words, texts, "", field,
                              field.is_required() ? words("page.developers.required") : "");
    }
    return rows;
}

void collect(std::vector<const Type*>& found, const Type& type) {
    if (type.kind == Kind::optional || type.kind == Kind::list || type.kind == Kind::map)
        return collect(found, type.element());
    if (type.kind != Kind::record || std::ranges::find(found, &type) != found.end()) return;
    if (!is_page(type)) found.push_back(&type);
    for (const auto& field : type.fields)
        if (field.access != Access::never_sent) collect(found, field.type());
}

}  // namespace

std::optional<std::string> meaning_of(const Catalog& texts, std::string_view language,
                                      std::string_view record, std::string_view field) {
    std::vector<std::string> keys{"page.field." + std::string(field)};
    if (!record.empty()) {
        keys.insert(keys.begin(), "page.field." + snake(record) + "." + std::string(field));
        keys.push_back(snake(record) + "." + std::string(field));
    }
    for (const auto group : label_groups) keys.push_back(std::string(group) + "." + std::string(field));
    for (const auto& key : keys)
        if (texts.has(language, key)) return texts.text(language, key);
    return std::nullopt;
}

Html type_in_words(const Words& words, const Type& type) {
    switch (type.kind) {
        case Kind::optional:
            return type_in_words(words, type.element()) + " " + words("page.developers.type.or_nothing");
        case Kind::list:
            return Html(words("page.developers.type.list_of")) + " " + type_in_words(words, type.element());
        case Kind::map:
            return Html(words("page.developers.type.map_of")) + " " + type_in_words(words, type.element());
        case Kind::record:
            return is_page(type) ? type_in_words(words, type.find("items")->type()) : record_link(type);
        case Kind::enumeration:
            return choices(type);
        default:
            return plain_type(words, type);
    }
}

Html parameter_table(const Words& words, const Catalog& texts, const http::RouteInfo& route) {
    const Html rows = hole_rows(words, texts, route) + query_rows(words, texts, route);
    return rows.empty() ? Html() : table(words, words("page.developers.parameters"), rows);
}

std::vector<const Type*> records_of(const std::vector<const http::RouteInfo*>& routes) {
    std::vector<const Type*> found;
    for (const auto* route : routes) {
        if (route->reply_type != nullptr) collect(found, route->reply_type());
        for (const auto& argument : route->arguments)
            if (argument.source == http::Source::create || argument.source == http::Source::patch)
                collect(found, argument.type());
    }
    return found;
}

Html record_section(const Words& words, const Catalog& texts, const Type& record) {
    Html rows;
    for (const auto& field : record.fields)
        if (field.access != Access::never_sent)
            rows += field_row(words, texts, record.name, field, access_in_words(words, field));
    return el("section", html::id(record.name), el("h3", code(record.name)), table(words, record.name, rows));
}

}  // namespace konbit::developers
