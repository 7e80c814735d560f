// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/encode.hpp"

#include <string>
#include <string_view>

namespace konbit::images::testing {

/// Red from left to right, green from top to bottom: every place of it is told from every other.
Bitmap gradient(Size size);

/// A JPEG whose camera says how it is to be turned, and where it was made.
std::string jpeg_of_camera(const Bitmap& bitmap, int orientation);
/// A text that stands in the data of that camera; it must be found in no rendition.
inline constexpr std::string_view camera_secret = "12 deg 3' 14\" N, 61 deg 44' W";

/// A PNG of that announced size with a right checksum and hardly any content.
std::string png_announcing(std::uint32_t width, std::uint32_t height);

/// The picture with `chunk` (name and content) put behind the header of a PNG.
std::string png_with_chunk(std::string png, std::string_view name, std::string_view content);

/// A WebP that says of itself that it moves.
std::string animated_webp();

}  // namespace konbit::images::testing
