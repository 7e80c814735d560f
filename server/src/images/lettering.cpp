// SPDX-License-Identifier: Apache-2.0
#include "images/lettering.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

#include <cmath>

namespace konbit::images {

namespace {

constexpr FT_Fixed bold = 700 << 16;
constexpr double units = 64;  // of FreeType, in a pixel

/// The code points of UTF-8; the program holds no other text.
std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> all;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if ((value & 0xc0U) == 0x80U && !all.empty())
            all.back() = all.back() << 6U | (value & 0x3fU);
        else
            all.push_back(value < 0x80U ? value
                                        : value & (value < 0xe0U   ? 0x1fU
                                                   : value < 0xf0U ? 0x0fU
                                                                   : 0x07U));
    }
    return all;
}

std::string without_last_word(const std::string& line) {
    const auto blank = line.find_last_of(' ');
    return blank == line.npos ? std::string() : line.substr(0, blank);
}

}  // namespace

struct Lettering::Font {
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    explicit Font(std::string_view bytes) {
        if (bytes.empty() || FT_Init_FreeType(&library) != 0) return;
        if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &face) != 0)
            return;
        FT_Fixed weight = bold;
        if (FT_HAS_MULTIPLE_MASTERS(face)) FT_Set_Var_Design_Coordinates(face, 1, &weight);
    }
    ~Font() {
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;

    /// Calls `use` for the glyph of each letter that the font has, one after the other.
    template <class Use>
    void each_glyph(std::string_view line, int height, FT_Int32 flags, const Use& use) {
        if (face == nullptr || FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(height)) != 0) return;
        for (const char32_t letter : code_points(line)) {
            const FT_UInt index = FT_Get_Char_Index(face, letter);
            if (index != 0 && FT_Load_Glyph(face, index, flags) == 0) use(*face->glyph);
        }
    }
};

Lettering::Lettering(std::string_view font) : font_(std::make_unique<Font>(font)) {}
Lettering::~Lettering() = default;

double Lettering::width(std::string_view line, int height) {
    double width = 0;
    font_->each_glyph(line, height, FT_LOAD_NO_HINTING, [&](const FT_GlyphSlotRec_& glyph) {
        width += static_cast<double>(glyph.advance.x) / units;
    });
    return width;
}

void Lettering::write(Bitmap& bitmap, std::string_view line, Point start, int height, Color color) {
    double x = start.x;
    const auto paint = [&](const FT_GlyphSlotRec_& glyph) {
        const auto& drawn = glyph.bitmap;
        const int left = static_cast<int>(std::lround(x)) + glyph.bitmap_left;
        const int top = static_cast<int>(std::lround(start.y)) - glyph.bitmap_top;
        for (unsigned row = 0; row < drawn.rows; ++row)
            for (unsigned column = 0; column < drawn.width; ++column)
                blend(bitmap, left + static_cast<int>(column), top + static_cast<int>(row), color,
                      drawn.buffer[row * static_cast<unsigned>(drawn.pitch) + column] / 255.0);
        x += static_cast<double>(glyph.advance.x) / units;
    };
    font_->each_glyph(line, height, FT_LOAD_NO_HINTING | FT_LOAD_RENDER, paint);
}

std::vector<std::string> Lettering::lines(std::string_view text, double most_width, int height,
                                          std::size_t most) {
    std::vector<std::string> all{""};
    while (!text.empty()) {
        const auto blank = text.find(' ');
        const std::string word(text.substr(0, blank));
        text.remove_prefix(blank == text.npos ? text.size() : blank + 1);
        const std::string longer = all.back().empty() ? word : all.back() + ' ' + word;
        if (all.back().empty() || width(longer, height) <= most_width) {
            all.back() = longer;
        } else if (all.size() < most) {
            all.push_back(word);
        } else {
            std::string& last = all.back();
            while (!last.empty() && width(last + "…", height) > most_width) last = without_last_word(last);
            last += "…";
            break;
        }
    }
    return all;
}

}  // namespace konbit::images
