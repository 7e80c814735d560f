// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/document.hpp"

#include <string_view>

namespace konbit::pdf {

/// Draws the QR code of a text, black, without the quiet zone around it. A quarter of it may be lost to
/// creases and dirt (error correction Q).
/// @param text  At most 1,663 bytes.
/// @param side  Of the square, in points.
void draw_qr_code(Page& page, Place corner, double side, std::string_view text);

}  // namespace konbit::pdf
