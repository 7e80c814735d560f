// SPDX-License-Identifier: Apache-2.0
#include "pdf/type.hpp"

#include "core/code_points.hpp"
#include "core/encoding.hpp"
#include "pdf/typeface.hpp"

namespace konbit::pdf {

namespace {

/// As many letters from the start as fit, at least one.
std::string fitting_part(std::string_view word, const Type& type, double width) {
    std::string part;
    for (const char32_t letter : text::code_points(word)) {
        std::string longer = part;
        append_utf8(longer, letter);
        if (!part.empty() && width_of(longer, type) > width) break;
        part = std::move(longer);
    }
    return part;
}

/// Cuts off and returns what comes before the first of that letter; everything when there is none.
std::string_view cut(std::string_view& rest, char at) {
    const auto found = rest.find(at);
    const std::string_view part = rest.substr(0, found);
    rest.remove_prefix(found == rest.npos ? rest.size() : found + 1);
    return part;
}

void append_lines(std::vector<std::string>& lines, std::string_view paragraph, const Type& type,
                  double width) {
    lines.emplace_back();
    while (!paragraph.empty()) {
        std::string_view word = cut(paragraph, ' ');
        const std::string longer =
            lines.back().empty() ? std::string(word) : lines.back() + ' ' + std::string(word);
        if (width_of(longer, type) <= width) {
            lines.back() = longer;
            continue;
        }
        if (!lines.back().empty()) lines.emplace_back();
        for (; width_of(word, type) > width; lines.emplace_back()) {
            lines.back() = fitting_part(word, type, width);
            word.remove_prefix(lines.back().size());
        }
        lines.back() = word;
    }
}

}  // namespace

double width_of(std::string_view line, const Type& type) {
    const Typeface& face = typeface(type.weight);
    int width = 0;
    for (const char32_t letter : text::code_points(line)) width += face.advances[face.glyph(letter)];
    return width * type.size / 1000;
}

std::vector<std::string> lines_of(std::string_view text, const Type& type, double width) {
    std::vector<std::string> lines;
    do append_lines(lines, cut(text, '\n'), type, width);
    while (!text.empty());
    return lines;
}

std::string shortened(std::string_view text, const Type& type, double width) {
    if (width_of(text, type) <= width) return std::string(text);
    return fitting_part(text, type, width - width_of("…", type)) + "…";
}

}  // namespace konbit::pdf
