// SPDX-License-Identifier: Apache-2.0
#include "images/scale.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>

namespace konbit::images {

namespace {

constexpr int steps = 4096;

/// Linear light of each sRGB value, 0 to 1.
const std::array<float, 256>& linear_light() {
    static const auto table = [] {
        std::array<float, 256> light{};
        for (int i = 0; i < 256; ++i) {
            const double value = i / 255.0;
            light[i] =
                static_cast<float>(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        return light;
    }();
    return table;
}

/// The sRGB value of linear light in 4096 steps.
const std::array<std::uint8_t, steps + 1>& screen_values() {
    static const auto table = [] {
        std::array<std::uint8_t, steps + 1> values{};
        for (int i = 0; i <= steps; ++i) {
            const double light = static_cast<double>(i) / steps;
            const double value =
                light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
            values[i] = static_cast<std::uint8_t>(std::lround(255 * value));
        }
        return values;
    }();
    return table;
}

std::uint8_t on_screen(float light) {
    return screen_values()[static_cast<std::size_t>(std::clamp(light, 0.0F, 1.0F) * steps + 0.5F)];
}

/// Pixels `first` to `last` stand for one pixel; the two at the ends with a part of their weight.
struct Span {
    int first, last;
    float first_weight, last_weight;

    float weight(int i) const { return i == first ? first_weight : i == last ? last_weight : 1; }
};

Span span_of(int target, int targets, int sources) {
    const double begin = static_cast<double>(target) * sources / targets;
    const double end = static_cast<double>(target + 1) * sources / targets;
    const int first = static_cast<int>(begin);
    const int last = std::min(sources - 1, static_cast<int>(std::ceil(end)) - 1);
    if (last <= first) return {first, first, static_cast<float>(end - begin), 0};
    return {first, last, static_cast<float>(first + 1 - begin), static_cast<float>(end - last)};
}

/// Sums of light times alpha, of alpha, for each pixel of a row of the result.
using Sums = std::vector<std::array<float, 4>>;

void add_row(Sums& sums, const Bitmap& bitmap, int y, float row_weight, const std::vector<Span>& columns) {
    const auto& light = linear_light();
    for (std::size_t x = 0; x < sums.size(); ++x)
        for (int i = columns[x].first; i <= columns[x].last; ++i) {
            const std::uint8_t* pixel = bitmap.at(i, y);
            const float weight = row_weight * columns[x].weight(i) * static_cast<float>(pixel[3]) / 255;
            for (int channel = 0; channel < 3; ++channel) sums[x][channel] += weight * light[pixel[channel]];
            sums[x][3] += weight;
        }
}

void write_row(Bitmap& target, int y, const Sums& sums, float area) {
    for (int x = 0; x < target.size.width; ++x) {
        const auto& [red, green, blue, alpha] = sums[x];
        std::uint8_t* pixel = target.at(x, y);
        pixel[3] = static_cast<std::uint8_t>(std::clamp(alpha / area * 255 + 0.5F, 0.0F, 255.0F));
        if (alpha <= 0) continue;
        pixel[0] = on_screen(red / alpha);
        pixel[1] = on_screen(green / alpha);
        pixel[2] = on_screen(blue / alpha);
    }
}

Bitmap cut(const Bitmap& bitmap, Size size) {
    Bitmap part(size);
    const int left = (bitmap.size.width - size.width) / 2, top = (bitmap.size.height - size.height) / 2;
    for (int y = 0; y < size.height; ++y)
        std::memcpy(part.at(0, y), bitmap.at(left, top + y), static_cast<std::size_t>(size.width) * 4);
    return part;
}

}  // namespace

Size fitted(Size size, Size within) {
    const double by = std::min({1.0, static_cast<double>(within.width) / size.width,
                                static_cast<double>(within.height) / size.height});
    return {std::max(1, static_cast<int>(std::lround(size.width * by))),
            std::max(1, static_cast<int>(std::lround(size.height * by)))};
}

Bitmap scaled(const Bitmap& bitmap, Size to) {
    assert(to.width >= 1 && to.width <= bitmap.size.width && to.height >= 1 &&
           to.height <= bitmap.size.height);
    if (to == bitmap.size) return bitmap;
    std::vector<Span> columns;
    for (int x = 0; x < to.width; ++x) columns.push_back(span_of(x, to.width, bitmap.size.width));
    const float area = static_cast<float>(bitmap.size.width) / static_cast<float>(to.width) *
                       static_cast<float>(bitmap.size.height) / static_cast<float>(to.height);
    Bitmap target(to);
    Sums sums(static_cast<std::size_t>(to.width));
    for (int y = 0; y < to.height; ++y) {
        std::ranges::fill(sums, std::array<float, 4>{});
        const Span rows = span_of(y, to.height, bitmap.size.height);
        for (int i = rows.first; i <= rows.last; ++i) add_row(sums, bitmap, i, rows.weight(i), columns);
        write_row(target, y, sums, area);
    }
    return target;
}

Bitmap covering(const Bitmap& bitmap, Size shape) {
    const Size size = bitmap.size;
    const double by = std::min(static_cast<double>(size.width) / shape.width,
                               static_cast<double>(size.height) / shape.height);
    const Size part{std::clamp(static_cast<int>(std::lround(shape.width * by)), 1, size.width),
                    std::clamp(static_cast<int>(std::lround(shape.height * by)), 1, size.height)};
    return scaled(cut(bitmap, part), fitted(part, shape));
}

void put_over(Bitmap& ground, const Bitmap& bitmap, int left, int top) {
    const int first_x = std::max(0, -left), last_x = std::min(bitmap.size.width, ground.size.width - left);
    const int first_y = std::max(0, -top), last_y = std::min(bitmap.size.height, ground.size.height - top);
    for (int y = first_y; y < last_y; ++y)
        for (int x = first_x; x < last_x; ++x) {
            const std::uint8_t* above = bitmap.at(x, y);
            std::uint8_t* below = ground.at(left + x, top + y);
            const int alpha = above[3], under = below[3] * (255 - alpha) / 255, both = alpha + under;
            if (both == 0) continue;
            for (int channel = 0; channel < 3; ++channel)
                below[channel] =
                    static_cast<std::uint8_t>((above[channel] * alpha + below[channel] * under) / both);
            below[3] = static_cast<std::uint8_t>(both);
        }
}

}  // namespace konbit::images
