// SPDX-License-Identifier: Apache-2.0
#include "pdf/typeface.hpp"

#include "core/embedded_file.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace konbit {
std::span<const EmbeddedFile> print_fonts();  // data/fonts
}

namespace konbit::pdf {

namespace {

using Library = std::unique_ptr<std::remove_pointer_t<FT_Library>, decltype(&FT_Done_FreeType)>;
using Face = std::unique_ptr<std::remove_pointer_t<FT_Face>, decltype(&FT_Done_Face)>;

void require(bool holds) {
    if (!holds) throw std::logic_error("a font in data/fonts cannot be read");
}

Library open_library() {
    FT_Library library = nullptr;
    require(FT_Init_FreeType(&library) == 0);
    return {library, &FT_Done_FreeType};
}

Face open_face(const Library& library, std::string_view bytes) {
    FT_Face face = nullptr;
    require(FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), 0, &face) == 0);
    return {face, &FT_Done_Face};
}

/// From the font's own units into thousandths.
int thousandths(const Face& face, FT_Pos units) {
    return static_cast<int>(units * 1000 / face->units_per_EM);
}

void read_advances(const Face& face, Typeface& into) {
    for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph) {
        require(FT_Load_Glyph(face.get(), glyph, FT_LOAD_NO_SCALE) == 0);
        into.advances.push_back(thousandths(face, face->glyph->metrics.horiAdvance));
    }
}

void read_letters(const Face& face, Typeface& into) {
    FT_UInt glyph = 0;
    for (FT_ULong letter = FT_Get_First_Char(face.get(), &glyph); glyph != 0;
         letter = FT_Get_Next_Char(face.get(), letter, &glyph))
        into.glyphs.emplace(static_cast<char32_t>(letter), glyph);
}

Typeface read(std::string_view name, std::string_view file) {
    Typeface into{.name = name, .bytes = *find_embedded(print_fonts(), file), .glyphs = {}, .advances = {}};
    const Library library = open_library();
    const Face face = open_face(library, into.bytes);
    read_advances(face, into);
    read_letters(face, into);
    into.ascent = thousandths(face, face->ascender);
    into.descent = thousandths(face, face->descender);
    into.left = thousandths(face, face->bbox.xMin);
    into.bottom = thousandths(face, face->bbox.yMin);
    into.right = thousandths(face, face->bbox.xMax);
    into.top = thousandths(face, face->bbox.yMax);
    return into;
}

}  // namespace

unsigned Typeface::glyph(char32_t letter) const {
    const auto found = glyphs.find(letter);
    return found == glyphs.end() ? glyphs.at(U'?') : found->second;
}

const Typeface& typeface(Weight weight) {
    static const Typeface regular = read("AtkinsonHyperlegibleNext-Regular", "text.ttf");
    static const Typeface bold = read("AtkinsonHyperlegibleNext-Bold", "bold.ttf");
    return weight == Weight::bold ? bold : regular;
}

}  // namespace konbit::pdf
