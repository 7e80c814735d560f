// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/demo_drawings.hpp"

#include "images/canvas.hpp"
#include "images/encode.hpp"

#include <cmath>
#include <numbers>

namespace konbit::attachments {

namespace {

using images::Bitmap;
using images::Color;
using images::color_of;
using images::Point;

constexpr double side = 320, middle = side / 2;
constexpr int bay_width = 960, bay_height = 640;

void draw_disc(Bitmap& picture, Point center, double width, Color color) {
    draw(picture, {center, center, width}, color);
}

/// A cocoa pod: three long strokes that meet at both ends.
void draw_pod(Bitmap& picture, Color color) {
    for (const double bend : {-46.0, 0.0, 46.0}) {
        draw(picture, {{middle, 66}, {middle + bend, middle}, 22}, color);
        draw(picture, {{middle + bend, middle}, {middle, side - 66}, 22}, color);
    }
}

void draw_waves(Bitmap& picture, Color color) {
    for (const double y : {112.0, 160.0, 208.0})
        for (int i = 0; i < 4; ++i) {
            const double x = 80 + 40 * i, up = i % 2 == 0 ? 18 : 0;
            draw(picture, {{x, y + up}, {x + 40, y + 18 - up}, 18}, color);
        }
}

void draw_rays(Bitmap& picture, Color color) {
    for (int i = 0; i < 10; ++i) {
        const double angle = 2 * std::numbers::pi * i / 10, x = std::cos(angle), y = std::sin(angle);
        draw(picture, {{middle + 62 * x, middle + 62 * y}, {middle + 104 * x, middle + 104 * y}, 16}, color);
    }
    draw_disc(picture, {middle, middle}, 76, color);
}

/// The height of a row of hills at a place, 0 to 1.
double hills(double x, unsigned seed) {
    return 0.5 + 0.3 * std::sin(x * 5 + seed) + 0.2 * std::sin(x * 11 + 2.0 * seed);
}

}  // namespace

std::string draw_logo(Emblem emblem, std::string_view ground, std::string_view sign) {
    Bitmap picture({static_cast<int>(side), static_cast<int>(side)});
    draw_disc(picture, {middle, middle}, side - 4, color_of(ground));
    if (emblem == Emblem::pod) draw_pod(picture, color_of(sign));
    if (emblem == Emblem::waves) draw_waves(picture, color_of(sign));
    if (emblem == Emblem::rays) draw_rays(picture, color_of(sign));
    return images::encode_png(picture);
}

std::string draw_bay(unsigned seed) {
    constexpr double horizon = 400;
    Bitmap picture({bay_width, bay_height});
    fill(picture, color_of("#f7d9c4"));
    draw_disc(picture, {200.0 + 90 * (seed % 7), 150}, 110, color_of("#f2b233"));
    for (int row = 0; row < 3; ++row)
        for (int x = 0; x < bay_width; ++x) {
            const double top =
                horizon - (150 - 45 * row) * hills(static_cast<double>(x) / bay_width, seed + row);
            draw_box(picture, {static_cast<double>(x), top}, {x + 1.0, horizon},
                     color_of(row == 0   ? "#4a9481"
                              : row == 1 ? "#27705f"
                                         : "#0d5a4a"));
        }
    draw_box(picture, {0, horizon}, {bay_width, bay_height}, color_of("#2b4d8c"));
    for (int i = 0; i < 14; ++i) {
        const double x = (seed * 97 + i * 211U) % bay_width, y = horizon + 22 + 15 * i;
        draw(picture, {{x, y}, {x + 60 + 8 * i, y}, 4}, color_of("#5d82c2"));
    }
    return images::encode_png(picture);
}

}  // namespace konbit::attachments
