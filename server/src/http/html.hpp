// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

/// Semantic HTML written by the server. Whatever is not already Html is text and is escaped; scripts, inline
/// styles and event attributes do not compile, because the content security policy forbids them.
///
///     el("ul", cls("cards"), each(clusters, [](const Cluster& cluster) {
///         return el("li", el("a", href("/clusters/" + cluster.slug), cluster.name));
///     }))
namespace konbit::html {

/// Markup that is safe to send. Made from text (escaped), from numbers, or by `el`.
class Html {
  public:
    Html() = default;
    Html(std::string_view text);
    Html(const std::string& text) : Html(std::string_view(text)) {}
    Html(const char* text) : Html(std::string_view(text)) {}
    template <std::integral N>
        requires(!std::same_as<N, bool> && !std::same_as<N, char>)
    Html(N number) : markup_(std::to_string(number)) {}

    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }
    friend Html operator+(Html left, const Html& right) { return std::move(left += right); }

    bool empty() const { return markup_.empty(); }
    const std::string& str() const& { return markup_; }
    std::string str() && { return std::move(markup_); }

    /// Takes markup as it is. Only for output of a renderer that sanitizes (Markdown) or of `el` kept in a
    /// cache.
    static Html trusted(std::string markup);

  private:
    std::string markup_;
};

namespace detail {

void not_allowed_in_markup();  // never defined: naming it ends a consteval function

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Compares as HTML does, without regard to case.
consteval bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

consteval bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    for (const auto each : list)
        if (same(each, word)) return true;
    return false;
}

/// Letters, digits and hyphens; SVG has names like viewBox.
consteval bool is_name(std::string_view word) {
    for (const char c : word)
        if (!((lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':'))
            return false;
    return !word.empty();
}

}  // namespace detail

/// The name of an element, checked while compiling.
struct Tag {
    std::string_view name;
    bool is_void;  ///< Has no content and no end tag.

    consteval Tag(const char* text) : name(text) {
        if (!detail::is_name(name) || detail::is_one_of(name, {"script", "style", "iframe", "object", "embed",
                                                               "base", "animate", "set"}))
            detail::not_allowed_in_markup();
        is_void = detail::is_one_of(
            name, {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"});
    }
};

/// The name of an attribute, checked while compiling.
struct AttributeName {
    std::string_view name;
    bool is_url;  ///< Its value must have an allowed scheme.

    consteval AttributeName(const char* text) : name(text) {
        if (!detail::is_name(name) || detail::same(name.substr(0, 2), "on") ||
            detail::is_one_of(name, {"style", "srcdoc", "srcset"}))
            detail::not_allowed_in_markup();
        is_url = detail::is_one_of(
            name, {"href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data"});
    }
};

struct Attribute {
    std::string markup;  ///< Name and escaped value with a leading blank; empty when absent.
};

/// An attribute with its escaped value. A URL with a scheme other than http, https, mailto or tel becomes
/// "#blocked".
Attribute attr(AttributeName name, std::string_view value);
/// An attribute without a value that is there or not: `flag("required", field.required)`.
Attribute flag(AttributeName name, bool present = true);
inline Attribute href(std::string_view url) { return attr("href", url); }
inline Attribute cls(std::string_view names) { return attr("class", names); }
inline Attribute id(std::string_view name) { return attr("id", name); }

/// True for a relative URL or one with the scheme http, https, mailto or tel. Blanks and control characters,
/// which browsers skip while reading a scheme, make it false.
bool is_safe_url(std::string_view url);

namespace detail {

/// An attribute or a child of an element.
struct Piece {
    Attribute attribute;
    Html child;

    Piece(Attribute each) : attribute(std::move(each)) {}
    Piece(Html each) : child(std::move(each)) {}
    template <class Text>
        requires(std::convertible_to<Text, Html> && !std::same_as<std::remove_cvref_t<Text>, Html>)
    Piece(const Text& text) : child(text) {}
};

Html element(Tag tag, std::span<const Piece> pieces);

}  // namespace detail

/// An element with its attributes and children, in any order among themselves.
template <class... Pieces>
    requires(std::constructible_from<detail::Piece, Pieces> && ...)
Html el(Tag tag, Pieces&&... pieces) {
    if constexpr (sizeof...(pieces) == 0) {
        return detail::element(tag, {});
    } else {
        const detail::Piece all[] = {detail::Piece(std::forward<Pieces>(pieces))...};
        return detail::element(tag, all);
    }
}

/// The markup of every item, one after the other.
template <class Range, class Render>
Html each(const Range& items, Render&& render) {
    Html all;
    for (const auto& item : items) all += render(item);
    return all;
}

/// What `render` gives when the condition holds, else nothing.
template <class Render>
Html when(bool condition, Render&& render) {
    return condition ? Html(render()) : Html();
}

}  // namespace konbit::html
