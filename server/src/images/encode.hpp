// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/bitmap.hpp"

#include <string>

/// Pictures as files: pixels only, without any other data.
/// @throws std::runtime_error  When there is no memory for it.
namespace konbit::images {

/// Lossy, for photos.
std::string encode_webp(const Bitmap& bitmap);
/// Exact, for drawings with few colors.
std::string encode_webp_lossless(const Bitmap& bitmap);
/// Without alpha: what is transparent shows its colors. Services that show previews of links know JPEG best.
std::string encode_jpeg(const Bitmap& bitmap);
/// Exact, for drawings; every service that shows previews knows it.
std::string encode_png(const Bitmap& bitmap);

}  // namespace konbit::images
