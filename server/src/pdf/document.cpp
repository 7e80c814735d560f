// SPDX-License-Identifier: Apache-2.0
#include "pdf/document.hpp"

#include "core/code_points.hpp"
#include "pdf/objects.hpp"
#include "pdf/typeface.hpp"

#include <fmt/core.h>

namespace konbit::pdf {

namespace {

std::string glyphs_of(std::string_view line, Weight weight) {
    std::string hex;
    for (const char32_t letter : text::code_points(line))
        hex += fmt::format("{:04x}", typeface(weight).glyph(letter));
    return hex;
}

}  // namespace

Size size_of(Paper paper) { return paper == Paper::letter ? Size{612, 792} : Size{595.28, 841.89}; }

void Page::write(Place start, std::string_view line, const Type& type) {
    content_ += fmt::format("{:.2f} g BT /{} {:.2f} Tf {:.2f} {:.2f} Td <{}> Tj ET\n", type.gray,
                            resource_name(type.weight), type.size, start.x, size_.height - start.y,
                            glyphs_of(line, type.weight));
}

void Page::write_before(Place end, std::string_view line, const Type& type) {
    write({end.x - width_of(line, type), end.y}, line, type);
}

void Page::rule(Place from, Place to, double thickness, double gray) {
    content_ += fmt::format("{:.2f} G {:.2f} w {:.2f} {:.2f} m {:.2f} {:.2f} l S\n", gray, thickness, from.x,
                            size_.height - from.y, to.x, size_.height - to.y);
}

void Page::box(Place corner, Size size, double thickness, double gray) {
    content_ += fmt::format("{:.2f} G {:.2f} w {:.2f} {:.2f} {:.2f} {:.2f} re S\n", gray, thickness, corner.x,
                            size_.height - corner.y - size.height, size.width, size.height);
}

void Page::fill(Place corner, Size size, double gray) {
    content_ += fmt::format("{:.2f} g {:.2f} {:.2f} {:.2f} {:.2f} re f\n", gray, corner.x,
                            size_.height - corner.y - size.height, size.width, size.height);
}

void Page::disc(Place center, double radius, double gray) {
    constexpr double bend = 0.5523;  // four curves of that bend are a circle to the eye
    const double x = center.x, y = size_.height - center.y, r = radius, b = bend * radius;
    content_ += fmt::format("{:.2f} g {:.2f} {:.2f} m", gray, x + r, y);
    const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
        content_ += fmt::format(" {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c", x + x1, y + y1, x + x2,
                                y + y2, x + x3, y + y3);
    };
    curve(r, b, b, r, 0, r);
    curve(-b, r, -r, b, -r, 0);
    curve(-r, -b, -b, -r, 0, -r);
    curve(b, -r, r, -b, r, 0);
    content_ += " f\n";
}

Page& Document::add_page() { return pages_.emplace_back(size_); }

std::string Document::bytes() const {
    Objects objects(about_);
    if (pages_.empty()) objects.add_page(Page(size_));
    for (const auto& page : pages_) objects.add_page(page);
    return std::move(objects).file();
}

}  // namespace konbit::pdf
