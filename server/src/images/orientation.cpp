// SPDX-License-Identifier: Apache-2.0
#include "images/orientation.hpp"

#include <cstdint>
#include <cstring>
#include <utility>

namespace konbit::images {

namespace {

constexpr std::size_t tiff_header = 8, directory_entry = 12;
constexpr std::uint32_t orientation_tag = 0x0112;

/// Numbers of a TIFF in the byte order that it names; zero beyond its end.
class Tiff {
  public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

    bool is_valid() const {
        return bytes_.size() >= tiff_header && (is_little_ || bytes_.starts_with("MM")) && number(2, 2) == 42;
    }
    std::uint32_t number(std::size_t at, int length) const {
        if (at > bytes_.size() || bytes_.size() - at < static_cast<std::size_t>(length)) return 0;
        std::uint32_t value = 0;
        for (int i = 0; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(bytes_[at + i]);
            value |= static_cast<std::uint32_t>(byte) << 8U * (is_little_ ? i : length - 1 - i);
        }
        return value;
    }

  private:
    std::string_view bytes_;
    bool is_little_;
};

/// Where a pixel of the upright picture lies in the one of the file.
std::pair<int, int> source_of(int x, int y, Size file, int orientation) {
    const int right = file.width - 1, bottom = file.height - 1;
    switch (orientation) {
        case 2:
            return {right - x, y};
        case 3:
            return {right - x, bottom - y};
        case 4:
            return {x, bottom - y};
        case 5:
            return {y, x};
        case 6:
            return {y, bottom - x};
        case 7:
            return {right - y, bottom - x};
        default:
            return {right - y, x};
    }
}

}  // namespace

int exif_orientation(std::string_view exif) {
    const Tiff tiff(exif);
    if (!tiff.is_valid()) return 1;
    const std::size_t directory = tiff.number(4, 4);
    const std::uint32_t entries = tiff.number(directory, 2);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + directory_entry * i;
        if (entry >= exif.size()) break;
        if (tiff.number(entry, 2) != orientation_tag) continue;
        const auto value = tiff.number(entry + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

Bitmap upright(Bitmap bitmap, int orientation) {
    if (orientation < 2 || orientation > 8) return bitmap;
    const Size file = bitmap.size;
    Bitmap turned(orientation < 5 ? file : Size{file.height, file.width});
    for (int y = 0; y < turned.size.height; ++y)
        for (int x = 0; x < turned.size.width; ++x) {
            const auto [from_x, from_y] = source_of(x, y, file, orientation);
            std::memcpy(turned.at(x, y), bitmap.at(from_x, from_y), 4);
        }
    return turned;
}

}  // namespace konbit::images
