// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "images/bitmap.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Pictures from people: read within limits, upright, without anything that came beside the pixels.
namespace konbit::images {

/// What is read at most.
struct Limits {
    std::size_t bytes = 10 * 1024 * 1024;
    std::int64_t pixels = 40'000'000;  ///< A telephone's camera makes 12 million.
    int side = 12'000;                 ///< Of the longer side, in pixels.
    int least_side = 48;               ///< Of the shorter side.
};

/// Reads a PNG, JPEG or WebP by its content, whatever it is called.
/// @param enough  A picture whose shorter side is at least twice this may be read at a half, a quarter or an
///                eighth of its size, which saves memory and time.
/// @return The picture upright, as its EXIF orientation says; ErrorCode::invalid at "/file" with
///         `picture_type` (no PNG, JPEG or WebP), `picture_too_large` (params: max, in megabytes),
///         `picture_too_many_pixels` (params: max, in millions, and side), `picture_too_small` (params: min),
///         `picture_animated`, `picture_broken`.
/// @complexity O(bytes + pixels).
Result<Bitmap> decode(std::string_view bytes, const Limits& limits = {}, int enough = 1200);

}  // namespace konbit::images
