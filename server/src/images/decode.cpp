// SPDX-License-Identifier: Apache-2.0
#include "images/decode.hpp"

#include "images/codecs.hpp"
#include "images/orientation.hpp"

#include <algorithm>

namespace konbit::images {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t megabyte = 1024 * 1024;
constexpr std::int64_t million = 1'000'000;

Result<Decoded> decoded(std::string_view bytes, const Limits& limits, int enough) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return decode_png(bytes, limits);
    if (bytes.starts_with("\xff\xd8\xff"sv)) return decode_jpeg(bytes, limits, enough);
    if (bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP"))
        return decode_webp(bytes, limits, enough);
    return refused("picture_type");
}

}  // namespace

std::unexpected<Error> refused(std::string_view code, Params params) {
    return failure(ErrorCode::invalid, "invalid", {{"/file", std::string(code), std::move(params)}});
}

Result<void> check_size(std::int64_t width, std::int64_t height, const Limits& limits) {
    // Each side is held against its limit first: their product then cannot overflow.
    if (std::max(width, height) > limits.side || width * height > limits.pixels)
        return refused("picture_too_many_pixels", {{"max", std::to_string(limits.pixels / million)},
                                                   {"side", std::to_string(limits.side)}});
    if (std::min(width, height) < limits.least_side)
        return refused("picture_too_small", {{"min", std::to_string(limits.least_side)}});
    return {};
}

int reduction(Size size, int enough) {
    int by = 8;
    while (by > 1 && std::min(size.width, size.height) / by < enough) by /= 2;
    return by;
}

Result<Bitmap> decode(std::string_view bytes, const Limits& limits, int enough) {
    if (bytes.size() > limits.bytes)
        return refused("picture_too_large", {{"max", std::to_string(limits.bytes / megabyte)}});
    if (bytes.size() < 12) return refused("picture_type");
    KONBIT_TRY(Decoded found, decoded(bytes, limits, enough));
    return upright(std::move(found.bitmap), found.orientation);
}

}  // namespace konbit::images
