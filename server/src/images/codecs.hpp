// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "images/decode.hpp"

#include <string>
#include <string_view>

/// One reader and writer for each format, behind decode() and encode.hpp.
namespace konbit::images {

/// A picture as its file has it: not yet turned upright.
struct Decoded {
    Bitmap bitmap;
    int orientation = 1;  ///< EXIF: 1 to 8.
};

std::unexpected<Error> refused(std::string_view code, Params params = {});
/// Holds the size that a header announces against the limits, before anything is made of that size.
Result<void> check_size(std::int64_t width, std::int64_t height, const Limits& limits);
/// By how much a picture may be read smaller: 1, 2, 4 or 8, so that its shorter side stays at least `enough`.
int reduction(Size size, int enough);

Result<Decoded> decode_png(std::string_view bytes, const Limits& limits);
Result<Decoded> decode_jpeg(std::string_view bytes, const Limits& limits, int enough);
Result<Decoded> decode_webp(std::string_view bytes, const Limits& limits, int enough);

}  // namespace konbit::images
