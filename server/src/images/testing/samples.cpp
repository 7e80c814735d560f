// SPDX-License-Identifier: Apache-2.0
#include "images/testing/samples.hpp"

#include <cstddef>

namespace konbit::images::testing {

namespace {

using namespace std::string_literals;

constexpr std::size_t behind_header = 33;  // of a PNG: signature and IHDR

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

/// CRC-32 as PNG wants it, bit by bit.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xedb88320U : 0);
    }
    return ~crc;
}

std::string chunk(std::string_view name, std::string_view content) {
    const std::string named = std::string(name) + std::string(content);
    return big_endian(static_cast<std::uint32_t>(content.size())) + named + big_endian(checksum(named));
}

/// One directory with the orientation, and behind it what nobody should learn.
std::string exif(int orientation) {
    std::string data = "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s;
    data += static_cast<char>(orientation);
    return data + "\0\0\0\0\0\0"s + std::string(camera_secret);
}

}  // namespace

Bitmap gradient(Size size) {
    Bitmap bitmap(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            std::uint8_t* pixel = bitmap.at(x, y);
            pixel[0] = static_cast<std::uint8_t>(255 * x / size.width);
            pixel[1] = static_cast<std::uint8_t>(255 * y / size.height);
            pixel[2] = 40;
            pixel[3] = 255;
        }
    return bitmap;
}

std::string jpeg_of_camera(const Bitmap& bitmap, int orientation) {
    const std::string plain = encode_jpeg(bitmap), data = exif(orientation);
    std::string marker = "\xff\xe1";
    marker += static_cast<char>((data.size() + 2) >> 8U);
    marker += static_cast<char>((data.size() + 2) & 0xffU);
    return plain.substr(0, 2) + marker + data + plain.substr(2);
}

std::string png_announcing(std::uint32_t width, std::uint32_t height) {
    const std::string header = big_endian(width) + big_endian(height) + "\x08\x06\0\0\0"s;
    return "\x89PNG\r\n\x1a\n"s + chunk("IHDR", header) + chunk("IDAT", "x\x9c\x03\0\0\0\0\x01"s) +
           chunk("IEND", "");
}

std::string png_with_chunk(std::string png, std::string_view name, std::string_view content) {
    return png.insert(behind_header, chunk(name, content));
}

std::string animated_webp() {
    // VP8X with the flag of animation and a canvas of 100 by 100.
    return "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x63\0\0\x63\0\0"s;
}

}  // namespace konbit::images::testing
