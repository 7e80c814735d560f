// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "core/result.hpp"
#include "images/bitmap.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::images {

/// What a picture is for; it decides in which sizes it is kept.
enum class Use { logo, photo };
constexpr auto names(Use) { return std::to_array<std::string_view>({"logo", "photo"}); }

/// One size of a picture, as it is served.
struct Rendition {
    std::string name;  ///< Last part of its address: "480.webp".
    Size size;
    std::string bytes;
};

/// The picture for previews of links; every picture has one of 1200 by 630 at most.
inline constexpr std::string_view share_name = "share.jpg";
inline constexpr Size share_size{1200, 630};

/// Makes new files of a picture from anybody: what is kept are its pixels and nothing else, so no place, no
/// camera, no profile and no bytes behind its end.
/// Logo: "160.webp" and "320.webp", squares in which it stands whole, transparent around it. Photo:
/// "480.webp" and "1200.webp", that wide at most and never enlarged.
/// @return What decode() refuses.
Result<std::vector<Rendition>> renditions(std::string_view bytes, Use use);

/// Whoever makes renditions: the function above, or a process of its own (apart.hpp).
using Renderer = std::function<Result<std::vector<Rendition>>(std::string_view bytes, Use use)>;

}  // namespace konbit::images
