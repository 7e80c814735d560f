// SPDX-License-Identifier: Apache-2.0
#include "images/canvas.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace konbit::images {

namespace {

/// From a point to the nearest point of the line.
double distance(Point point, const Stroke& stroke) {
    const double dx = stroke.to.x - stroke.from.x, dy = stroke.to.y - stroke.from.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length == 0 ? 0 : ((point.x - stroke.from.x) * dx + (point.y - stroke.from.y) * dy) / length;
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(point.x - stroke.from.x - t * dx, point.y - stroke.from.y - t * dy);
}

/// How much of the pixel that begins at `at` lies between two values.
double overlap(int at, double from, double to) {
    return std::clamp(std::min(at + 1.0, to) - std::max<double>(at, from), 0.0, 1.0);
}

/// The pixels that a shape between two places can touch.
std::pair<int, int> touched(double from, double to, int size) {
    return {std::clamp(static_cast<int>(std::floor(from)), 0, size),
            std::clamp(static_cast<int>(std::ceil(to)), 0, size)};
}

}  // namespace

Color color_of(std::string_view hexadecimal) {
    unsigned value = 0;
    if (hexadecimal.size() != 7 || hexadecimal.front() != '#') return {};
    std::from_chars(hexadecimal.data() + 1, hexadecimal.data() + 7, value, 16);
    return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xffU),
            static_cast<std::uint8_t>(value & 0xffU)};
}

void fill(Bitmap& bitmap, Color color) {
    draw_box(bitmap, {0, 0},
             {static_cast<double>(bitmap.size.width), static_cast<double>(bitmap.size.height)}, color);
}

void blend(Bitmap& bitmap, int x, int y, Color color, double coverage) {
    if (x < 0 || y < 0 || x >= bitmap.size.width || y >= bitmap.size.height || coverage <= 0) return;
    std::uint8_t* pixel = bitmap.at(x, y);
    const auto mixed = [&](std::uint8_t below, std::uint8_t above) {
        return static_cast<std::uint8_t>(std::lround(below + (above - below) * coverage));
    };
    pixel[0] = mixed(pixel[0], color.red);
    pixel[1] = mixed(pixel[1], color.green);
    pixel[2] = mixed(pixel[2], color.blue);
    pixel[3] = mixed(pixel[3], 255);
}

void draw(Bitmap& bitmap, const Stroke& stroke, Color color) {
    const double radius = stroke.width / 2, reach = radius + 1;
    const auto [left, right] = touched(std::min(stroke.from.x, stroke.to.x) - reach,
                                       std::max(stroke.from.x, stroke.to.x) + reach, bitmap.size.width);
    const auto [top, bottom] = touched(std::min(stroke.from.y, stroke.to.y) - reach,
                                       std::max(stroke.from.y, stroke.to.y) + reach, bitmap.size.height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            blend(bitmap, x, y, color,
                  std::clamp(radius + 0.5 - distance({x + 0.5, y + 0.5}, stroke), 0.0, 1.0));
}

void draw_box(Bitmap& bitmap, Point upper_left, Point lower_right, Color color) {
    const auto [left, right] = touched(upper_left.x, lower_right.x, bitmap.size.width);
    const auto [top, bottom] = touched(upper_left.y, lower_right.y, bitmap.size.height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            blend(bitmap, x, y, color,
                  overlap(x, upper_left.x, lower_right.x) * overlap(y, upper_left.y, lower_right.y));
}

}  // namespace konbit::images
