// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace konbit {

/// How the bytes of a text file stand for characters.
enum class Encoding { utf_8, utf_16le, utf_16be, windows_1252 };

constexpr std::array<std::string_view, 4> names(Encoding) {
    return {"utf-8", "utf-16le", "utf-16be", "windows-1252"};
}

/// A file's text, and how it was written.
struct DecodedText {
    std::string text;  ///< UTF-8 without byte order mark.
    Encoding encoding = Encoding::utf_8;
    bool has_byte_order_mark = false;
};

/// @return Whether `bytes` is well-formed UTF-8 (no overlong form, surrogate or value above U+10FFFF).
bool is_utf8(std::string_view bytes);

/// Appends the UTF-8 form of a Unicode scalar value; anything else becomes U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// Reads the text of a file that spreadsheets or people made.
///
/// A byte order mark decides. Without one, text with zero bytes on one side of its byte pairs is UTF-16,
/// well-formed UTF-8 is UTF-8, and the rest is Windows-1252, in which every byte means something.
///
/// Invisible characters that turn the direction of text are left out (text::without_direction_controls).
///
/// @note Never fails: lone surrogates, odd last bytes and the five unassigned Windows-1252 bytes become
/// U+FFFD.
DecodedText decode_text(std::string_view bytes);

}  // namespace konbit
