// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/bitmap.hpp"

namespace konbit::images {

/// The largest size of the same proportions that fits; never larger than the picture itself.
Size fitted(Size size, Size within);

/// The picture made smaller: each pixel is the mean, in linear light, of the area that it stands for.
/// @param to  At least 1 by 1, at most the size of the picture (asserted).
/// @complexity O(pixels of the picture).
Bitmap scaled(const Bitmap& bitmap, Size to);

/// The middle of the picture, cut to the proportions of `shape` and made smaller to at most that size.
Bitmap covering(const Bitmap& bitmap, Size shape);

/// Puts a picture over another, blended by its alpha. What lies outside is cut off.
void put_over(Bitmap& ground, const Bitmap& bitmap, int left, int top);

}  // namespace konbit::images
