// SPDX-License-Identifier: Apache-2.0
#include "images/codecs.hpp"
#include "images/encode.hpp"
#include "images/orientation.hpp"

#include <png.h>

#include <stdexcept>

namespace konbit::images {

namespace {

constexpr std::size_t signature = 8, chunk_frame = 12;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
}

/// The content of the first chunk of that name before the pixels; no data when there is none.
std::string_view chunk(std::string_view bytes, std::string_view name) {
    bytes.remove_prefix(signature);
    while (bytes.size() >= chunk_frame) {
        const std::size_t length = big_endian(bytes);
        const auto found = bytes.substr(4, 4);
        if (length > bytes.size() - chunk_frame || found == "IDAT") return {};
        if (found == name) return bytes.substr(8, length);
        bytes.remove_prefix(length + chunk_frame);
    }
    return {};
}

/// The state of libpng, freed in the end.
struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(this); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
};

}  // namespace

Result<Decoded> decode_png(std::string_view bytes, const Limits& limits) {
    // acTL announces frames (APNG), which libpng would pass over.
    if (chunk(bytes, "acTL").data() != nullptr) return refused("picture_animated");
    Image image;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        return refused("picture_broken");
    KONBIT_CHECK(check_size(image.width, image.height, limits));
    image.format = PNG_FORMAT_RGBA;
    Decoded found{Bitmap({static_cast<int>(image.width), static_cast<int>(image.height)}),
                  exif_orientation(chunk(bytes, "eXIf"))};
    if (png_image_finish_read(&image, nullptr, found.bitmap.rgba.data(), 0, nullptr) == 0)
        return refused("picture_broken");
    return found;
}

std::string encode_png(const Bitmap& bitmap) {
    Image image;
    image.width = static_cast<png_uint_32>(bitmap.size.width);
    image.height = static_cast<png_uint_32>(bitmap.size.height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(length, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &length, 0, bitmap.rgba.data(), 0, nullptr) == 0)
        throw std::runtime_error(std::string("a PNG could not be written: ") + image.message);
    bytes.resize(length);
    return bytes;
}

}  // namespace konbit::images
