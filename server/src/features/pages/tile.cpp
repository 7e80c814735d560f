// SPDX-License-Identifier: Apache-2.0
#include "features/pages/tile.hpp"

#include <fmt/core.h>

#include <array>
#include <cstdint>

namespace konbit::pages {

namespace {

using html::attr;
using html::el;

constexpr int strands = 5;

struct Palette {
    std::string_view ground, weft, warp;
};
constexpr std::array<Palette, 8> palettes{{{"#0b4249", "#3f7b81", "#f2b233"},
                                           {"#5a3823", "#93705a", "#8fd3cb"},
                                           {"#2b4d8c", "#5d82c2", "#a8dbe4"},
                                           {"#6b1233", "#ab4a6e", "#f6c9a8"},
                                           {"#3c4912", "#7b8934", "#ece4ad"},
                                           {"#2b1d57", "#6957a4", "#f2b233"},
                                           {"#0d5a4a", "#4a9481", "#f7d9c4"},
                                           {"#7a3b0a", "#b97a42", "#fbe3a5"}}};

/// FNV-1a, 32 bit.
std::uint32_t seed_of(std::string_view id) {
    std::uint32_t hash = 0x811c9dc5U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return hash;
}

std::uint32_t xorshift(std::uint32_t state) {
    state ^= state << 13U;
    state ^= state >> 17U;
    return state ^ (state << 5U);
}

/// Whether the vertical strand lies on top, by row and column.
using Weave = std::array<std::array<bool, strands>, strands>;

Weave weave_of(std::uint32_t seed) {
    Weave on_top{};
    std::uint32_t state = seed == 0 ? 1 : seed;
    for (int row = 0; row < strands; ++row)
        for (int column = 0; column < strands; ++column) {
            state = xorshift(state);
            const bool is_changed = (state >> 8U) % 8U < 2U;
            on_top[row][column] = ((row + column) % 2 == 1) != is_changed;
        }
    return on_top;
}

/// Calls `draw(first, last)` for each run of crossings at which `is_seen`.
template <class IsSeen, class Draw>
void each_run(IsSeen is_seen, Draw draw) {
    for (int first = 0; first < strands; ++first) {
        if (!is_seen(first)) continue;
        int last = first;
        while (last + 1 < strands && is_seen(last + 1)) ++last;
        draw(first, last);
        first = last;
    }
}

html::Html strand(std::string_view color, std::string_view path) {
    return el("path", attr("fill", "none"), attr("stroke", color), attr("stroke-width", "9"),
              attr("stroke-linecap", "round"), attr("d", path));
}

}  // namespace

Tile tile_of(std::string_view id) {
    const std::uint32_t seed = seed_of(id);
    const auto& palette = palettes[seed % 8U];
    const Weave on_top = weave_of(seed);
    Tile tile{palette.ground, palette.weft, palette.warp, {}, {}};
    for (int line = 0; line < strands; ++line) {
        each_run([&](int column) { return !on_top[line][column]; },
                 [&](int a, int b) {
                     tile.weft_path += fmt::format("M{} {}H{}", 12 * a + 5, 12 * line + 6, 12 * (b + 1) - 5);
                 });
        each_run([&](int row) { return on_top[row][line]; },
                 [&](int a, int b) {
                     tile.warp_path += fmt::format("M{} {}V{}", 12 * line + 6, 12 * a + 5, 12 * (b + 1) - 5);
                 });
    }
    return tile;
}

html::Html tile(std::string_view id) {
    const Tile woven = tile_of(id);
    return el("svg", html::cls("k-tile"), attr("viewBox", "0 0 60 60"), attr("aria-hidden", "true"),
              el("path", attr("fill", woven.ground), attr("d", "M0 0h60v60H0z")),
              strand(woven.weft, woven.weft_path), strand(woven.warp, woven.warp_path));
}

}  // namespace konbit::pages
