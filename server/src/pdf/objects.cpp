// SPDX-License-Identifier: Apache-2.0
#include "pdf/objects.hpp"

#include "core/code_points.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <stdexcept>

namespace konbit::pdf {

namespace {

// Objects that others name before they are written.
constexpr std::size_t catalog = 1, page_tree = 2, information = 3;

std::string deflated(std::string_view bytes) {
    uLongf size = compressBound(bytes.size());
    std::string out(size, '\0');
    const int outcome = compress(reinterpret_cast<Bytef*>(out.data()), &size,
                                 reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    if (outcome != Z_OK) throw std::runtime_error("zlib cannot compress");
    out.resize(size);
    return out;
}

std::string reference(std::size_t number) { return fmt::format("{} 0 R", number); }

std::string utf16_hex(char32_t letter) {
    if (letter < 0x10000) return fmt::format("{:04x}", static_cast<unsigned>(letter));
    const auto rest = static_cast<unsigned>(letter) - 0x10000;
    return fmt::format("{:04x}{:04x}", 0xd800 + (rest >> 10U), 0xdc00 + (rest & 0x3ffU));
}

/// Text outside of pages, in any script: UTF-16 with its mark.
std::string text_string(std::string_view text) {
    std::string hex = "feff";
    for (const char32_t letter : text::code_points(text)) hex += utf16_hex(letter);
    return fmt::format("<{}>", hex);
}

/// Says which letters the glyphs stand for, so that text can be searched, copied and read aloud.
std::string letters_of_glyphs(const Typeface& face) {
    std::map<unsigned, char32_t> letters;
    for (const auto& [letter, glyph] : face.glyphs) letters.emplace(glyph, letter);
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Konbit def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n";
    // The format allows a hundred at a time.
    for (auto next = letters.begin(); next != letters.end();) {
        std::string lines;
        int count = 0;
        for (; next != letters.end() && count < 100; ++next, ++count)
            lines += fmt::format("<{:04x}> <{}>\n", next->first, utf16_hex(next->second));
        map += fmt::format("{} beginbfchar\n{}endbfchar\n", count, lines);
    }
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
}

}  // namespace

std::string_view resource_name(Weight weight) { return weight == Weight::bold ? "B" : "R"; }

Objects::Objects(const About& about) {
    add(fmt::format("<< /Type /Catalog /Pages {} /Lang {} /ViewerPreferences << /DisplayDocTitle true >> >>",
                    reference(page_tree), text_string(about.language)));
    add({});  // the page tree, once the pages are known
    add(fmt::format("<< /Title {} /Producer (Konbit) >>", text_string(about.title)));
    regular_ = add_font(typeface(Weight::regular));
    bold_ = add_font(typeface(Weight::bold));
}

std::size_t Objects::add(std::string object) {
    objects_.push_back(std::move(object));
    return objects_.size();
}

std::size_t Objects::add_stream(std::string_view bytes, std::string_view entries) {
    const std::string packed = deflated(bytes);
    return add(fmt::format("<< /Length {} /Filter /FlateDecode {} >>\nstream\n{}\nendstream", packed.size(),
                           entries, packed));
}

std::size_t Objects::add_font(const Typeface& face) {
    const auto program = add_stream(face.bytes, fmt::format("/Length1 {}", face.bytes.size()));
    const auto descriptor =
        add(fmt::format("<< /Type /FontDescriptor /FontName /{} /Flags 4 /FontBBox [{} {} {} {}] "
                        "/ItalicAngle 0 /Ascent {} /Descent {}"
                        " /CapHeight {} /StemV 80 /FontFile2 {} >>",
                        face.name, face.left, face.bottom, face.right, face.top, face.ascent, face.descent,
                        face.ascent, reference(program)));
    const auto glyphs =
        add(fmt::format("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{} /CIDSystemInfo << /Registry "
                        "(Adobe) /Ordering (Identity)"
                        " /Supplement 0 >> /FontDescriptor {} /CIDToGIDMap /Identity /W [0 [{}]] >>",
                        face.name, reference(descriptor), fmt::join(face.advances, " ")));
    const auto letters = add_stream(letters_of_glyphs(face));
    return add(
        fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /Identity-H /DescendantFonts "
                    "[{}] /ToUnicode {} >>",
                    face.name, reference(glyphs), reference(letters)));
}

void Objects::add_page(const Page& page) {
    const auto content = add_stream(page.content());
    pages_.push_back(add(fmt::format(
        "<< /Type /Page /Parent {} /MediaBox [0 0 {:.2f} {:.2f}] /Contents {} /Resources << /Font << /{} {} "
        "/{} {} >> >> >>",
        reference(page_tree), page.size().width, page.size().height, reference(content),
        resource_name(Weight::regular), reference(regular_), resource_name(Weight::bold), reference(bold_))));
}

std::string Objects::file() && {
    std::string kids;
    for (const auto page : pages_) kids += reference(page) + ' ';
    objects_[page_tree - 1] = fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages_.size(), kids);
    // The second line tells whoever passes the file on that it is not text.
    std::string out = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects_.size() + 1);
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", out.size());
        out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects_[i]);
    }
    const auto start = out.size();
    return out + table +
           fmt::format("trailer\n<< /Size {} /Root {} /Info {} >>\nstartxref\n{}\n%%EOF\n",
                       objects_.size() + 1, reference(catalog), reference(information), start);
}

}  // namespace konbit::pdf
