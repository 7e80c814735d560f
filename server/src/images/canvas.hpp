// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/bitmap.hpp"

#include <string_view>

/// Drawing our own pictures: plain shapes with smooth edges.
namespace konbit::images {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0;
};
/// "#0b4249"; black for anything else.
Color color_of(std::string_view hexadecimal);

/// A place on a picture, in pixels from its upper left corner.
struct Point {
    double x = 0;
    double y = 0;
};

/// A straight line with round ends.
struct Stroke {
    Point from, to;
    double width = 1;
};

void fill(Bitmap& bitmap, Color color);
/// @param coverage  How much of the pixel is covered, 0 to 1. Outside of the picture nothing happens.
void blend(Bitmap& bitmap, int x, int y, Color color, double coverage);
/// @complexity O(pixels around the line).
void draw(Bitmap& bitmap, const Stroke& stroke, Color color);
/// The area between two corners.
void draw_box(Bitmap& bitmap, Point upper_left, Point lower_right, Color color);

}  // namespace konbit::images
