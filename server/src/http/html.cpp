// SPDX-License-Identifier: Apache-2.0
#include "http/html.hpp"

#include <algorithm>

namespace konbit::html {

namespace {

/// Good for text and for quoted attribute values alike.
void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_allowed_scheme(std::string_view scheme) {
    std::string lower(scheme);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
    return lower == "http" || lower == "https" || lower == "mailto" || lower == "tel";
}

}  // namespace

Html::Html(std::string_view text) {
    markup_.reserve(text.size());
    append_escaped(markup_, text);
}

Html Html::trusted(std::string markup) {
    Html html;
    html.markup_ = std::move(markup);
    return html;
}

bool is_safe_url(std::string_view url) {
    if (std::ranges::any_of(url, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }))
        return false;
    const auto colon = url.find(':');
    if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return true;
    return is_allowed_scheme(url.substr(0, colon));
}

Attribute attr(AttributeName name, std::string_view value) {
    Attribute attribute{" "};
    attribute.markup.append(name.name).append("=\"");
    append_escaped(attribute.markup, name.is_url && !is_safe_url(value) ? "#blocked" : value);
    attribute.markup += '"';
    return attribute;
}

Attribute flag(AttributeName name, bool present) {
    return {present ? " " + std::string(name.name) : std::string()};
}

Html detail::element(Tag tag, std::span<const Piece> pieces) {
    std::string markup = "<" + std::string(tag.name);
    for (const auto& piece : pieces) markup += piece.attribute.markup;
    markup += '>';
    if (tag.is_void) return Html::trusted(std::move(markup));
    for (const auto& piece : pieces) markup += piece.child.str();
    markup.append("</").append(tag.name) += '>';
    return Html::trusted(std::move(markup));
}

}  // namespace konbit::html
