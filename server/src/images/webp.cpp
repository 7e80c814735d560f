// SPDX-License-Identifier: Apache-2.0
#include "images/codecs.hpp"
#include "images/encode.hpp"
#include "images/orientation.hpp"

#include <webp/decode.h>
#include <webp/encode.h>

#include <memory>
#include <stdexcept>

namespace konbit::images {

namespace {

constexpr std::size_t riff_header = 12, chunk_header = 8;
constexpr float photo_quality = 80;

const std::uint8_t* data_of(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

std::size_t little_endian(std::string_view bytes) {
    std::size_t value = 0;
    for (int i = 3; i >= 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// The EXIF data of the container, or no text.
std::string_view exif_of(std::string_view bytes) {
    bytes.remove_prefix(riff_header);
    while (bytes.size() >= chunk_header) {
        const std::size_t length = little_endian(bytes.substr(4));
        if (length > bytes.size() - chunk_header) return {};
        auto content = bytes.substr(chunk_header, length);
        if (bytes.starts_with("EXIF")) {
            if (content.starts_with("Exif")) content.remove_prefix(std::min<std::size_t>(6, content.size()));
            return content;
        }
        bytes.remove_prefix(std::min(bytes.size(), chunk_header + length + length % 2));
    }
    return {};
}

bool read_pixels(std::string_view bytes, WebPDecoderConfig& config, Bitmap& bitmap) {
    config.options.use_scaling = 1;
    config.options.scaled_width = bitmap.size.width;
    config.options.scaled_height = bitmap.size.height;
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = bitmap.rgba.data();
    config.output.u.RGBA.stride = bitmap.size.width * 4;
    config.output.u.RGBA.size = bitmap.rgba.size();
    return WebPDecode(data_of(bytes), bytes.size(), &config) == VP8_STATUS_OK;
}

struct Free {
    void operator()(std::uint8_t* bytes) const { WebPFree(bytes); }
};
using Buffer = std::unique_ptr<std::uint8_t, Free>;

std::string text_of(std::uint8_t* made, std::size_t length) {
    const Buffer buffer(made);
    if (length == 0) throw std::runtime_error("a WebP could not be written");
    return {reinterpret_cast<const char*>(buffer.get()), length};
}

}  // namespace

Result<Decoded> decode_webp(std::string_view bytes, const Limits& limits, int enough) {
    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0 ||
        WebPGetFeatures(data_of(bytes), bytes.size(), &config.input) != VP8_STATUS_OK)
        return refused("picture_broken");
    if (config.input.has_animation != 0) return refused("picture_animated");
    KONBIT_CHECK(check_size(config.input.width, config.input.height, limits));
    const Size size{config.input.width, config.input.height};
    const int by = reduction(size, enough);
    Decoded found{Bitmap({size.width / by, size.height / by}), exif_orientation(exif_of(bytes))};
    if (!read_pixels(bytes, config, found.bitmap)) return refused("picture_broken");
    return found;
}

std::string encode_webp(const Bitmap& bitmap) {
    std::uint8_t* made = nullptr;
    const std::size_t length = WebPEncodeRGBA(bitmap.rgba.data(), bitmap.size.width, bitmap.size.height,
                                              bitmap.size.width * 4, photo_quality, &made);
    return text_of(made, length);
}

std::string encode_webp_lossless(const Bitmap& bitmap) {
    std::uint8_t* made = nullptr;
    const std::size_t length = WebPEncodeLosslessRGBA(bitmap.rgba.data(), bitmap.size.width,
                                                      bitmap.size.height, bitmap.size.width * 4, &made);
    return text_of(made, length);
}

}  // namespace konbit::images
