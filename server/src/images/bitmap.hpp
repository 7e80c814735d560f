// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace konbit::images {

/// Width and height in pixels.
struct Size {
    int width = 0;
    int height = 0;

    bool operator==(const Size&) const = default;
};

/// A picture in memory: rows from top to bottom, four bytes a pixel (red, green, blue, alpha; sRGB). The
/// colors are not multiplied by alpha.
struct Bitmap {
    Size size;
    std::vector<std::uint8_t> rgba;

    Bitmap() = default;
    /// A picture of that size, transparent all over.
    explicit Bitmap(Size of) : size(of), rgba(static_cast<std::size_t>(of.width) * of.height * 4) {}

    std::uint8_t* at(int x, int y) { return rgba.data() + offset(x, y); }
    const std::uint8_t* at(int x, int y) const { return rgba.data() + offset(x, y); }

  private:
    std::size_t offset(int x, int y) const { return (static_cast<std::size_t>(y) * size.width + x) * 4; }
};

}  // namespace konbit::images
