// SPDX-License-Identifier: Apache-2.0
#include "images/renditions.hpp"

#include "images/decode.hpp"
#include "images/encode.hpp"
#include "images/scale.hpp"

#include <algorithm>

namespace konbit::images {

namespace {

constexpr int logo_sides[] = {160, 320};
constexpr int photo_widths[] = {480, 1200};
constexpr int shared_logo_side = 420;
// A picture higher than this for its width would fill several screens of a phone.
constexpr int most_heights_per_width = 2;
constexpr int enough_for_logos = 640, enough_for_photos = 1200;

std::string webp_name(int size) { return std::to_string(size) + ".webp"; }

/// Whichever is smaller: a drawn logo is smaller exact, one like a photo is not.
std::string smaller_webp(const Bitmap& bitmap) {
    std::string exact = encode_webp_lossless(bitmap), lossy = encode_webp(bitmap);
    return exact.size() <= lossy.size() ? exact : lossy;
}

void put_into_middle(Bitmap& ground, const Bitmap& bitmap) {
    put_over(ground, bitmap, (ground.size.width - bitmap.size.width) / 2,
             (ground.size.height - bitmap.size.height) / 2);
}

Bitmap white(Size size) {
    Bitmap paper(size);
    std::ranges::fill(paper.rgba, std::uint8_t{255});
    return paper;
}

Rendition square(const Bitmap& logo, int side) {
    Bitmap ground(Size{side, side});
    put_into_middle(ground, scaled(logo, fitted(logo.size, {side, side})));
    return {webp_name(side), ground.size, smaller_webp(ground)};
}

Rendition wide(const Bitmap& photo, int width) {
    const Bitmap smaller = scaled(photo, fitted(photo.size, {width, most_heights_per_width * width}));
    return {webp_name(width), smaller.size, encode_webp(smaller)};
}

Rendition shared(const Bitmap& picture, Size size) {
    Bitmap paper = white(size);
    put_into_middle(paper, picture);
    return {std::string(share_name), paper.size, encode_jpeg(paper)};
}

std::vector<Rendition> of_logo(const Bitmap& logo) {
    std::vector<Rendition> all;
    for (const int side : logo_sides) all.push_back(square(logo, side));
    const Size fits = fitted(logo.size, {shared_logo_side, shared_logo_side});
    all.push_back(shared(scaled(logo, fits), share_size));
    return all;
}

std::vector<Rendition> of_photo(const Bitmap& photo) {
    std::vector<Rendition> all;
    for (const int width : photo_widths) all.push_back(wide(photo, width));
    const Bitmap middle = covering(photo, share_size);
    all.push_back(shared(middle, middle.size));
    return all;
}

}  // namespace

Result<std::vector<Rendition>> renditions(std::string_view bytes, Use use) {
    const bool is_logo = use == Use::logo;
    KONBIT_TRY(const Bitmap picture, decode(bytes, {}, is_logo ? enough_for_logos : enough_for_photos));
    return is_logo ? of_logo(picture) : of_photo(picture);
}

}  // namespace konbit::images
