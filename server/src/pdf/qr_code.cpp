// SPDX-License-Identifier: Apache-2.0
#include "pdf/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace konbit::pdf {

namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encode(std::string_view text) {
    Code code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_Q), &QRcode_free);
    if (code == nullptr) throw std::runtime_error("the text is too long for a QR code");
    return code;
}

}  // namespace

void draw_qr_code(Page& page, Place corner, double side, std::string_view text) {
    const Code code = encode(text);
    const int width = code->width;
    const double module = side / width;
    const auto is_dark = [&](int row, int column) { return (code->data[row * width + column] & 1U) != 0; };
    for (int row = 0; row < width; ++row)
        for (int start = 0, end = 0; start < width; start = end + 1) {
            // A run of dark modules is one rectangle: printers leave hairlines between neighbours.
            for (end = start; end < width && is_dark(row, end);) ++end;
            if (end > start)
                page.fill({corner.x + start * module, corner.y + row * module},
                          {(end - start) * module, module}, 0);
        }
}

}  // namespace konbit::pdf
