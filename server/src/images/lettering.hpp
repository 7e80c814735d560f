// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/canvas.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::images {

/// Writes on pictures with one of our own fonts. Not for several threads at once.
class Lettering {
  public:
    /// @param font  WOFF2 or TrueType; must outlive this. Without bytes nothing is written.
    explicit Lettering(std::string_view font);
    ~Lettering();
    Lettering(const Lettering&) = delete;
    Lettering& operator=(const Lettering&) = delete;

    /// How wide a line is, in pixels. Letters that the font lacks take no room.
    double width(std::string_view line, int height);
    /// Writes a line from `start`, the left end of its base line.
    /// @param height  Of the font in pixels.
    void write(Bitmap& bitmap, std::string_view line, Point start, int height, Color color);
    /// The text in lines of that width at most, broken between words; what needs more than `most` lines ends
    /// with an ellipsis.
    std::vector<std::string> lines(std::string_view text, double width, int height, std::size_t most);

  private:
    struct Font;
    std::unique_ptr<Font> font_;
};

}  // namespace konbit::images
