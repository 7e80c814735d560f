// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "images/bitmap.hpp"

#include <string_view>

namespace konbit::images {

/// How a picture is to be turned, from the EXIF data of its camera.
/// @param exif  A TIFF header and its first directory, as they stand after "Exif\0\0" in a JPEG.
/// @return 1 (upright) to 8; 1 where nothing is said or the data is broken.
/// @source CIPA DC-008 (EXIF 2.32), tag 0x0112
int exif_orientation(std::string_view exif);

/// The picture turned and mirrored as an orientation of 1 to 8 asks; anything else leaves it as it is.
Bitmap upright(Bitmap bitmap, int orientation);

}  // namespace konbit::images
