// SPDX-License-Identifier: Apache-2.0
#include "features/pages/previews.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/tile.hpp"
#include "features/web_files.hpp"
#include "images/encode.hpp"
#include "images/lettering.hpp"

#include <algorithm>
#include <cstdlib>

namespace konbit::pages {

namespace {

using images::Bitmap;
using images::Color;
using images::color_of;
using images::Lettering;

constexpr std::string_view ending = ".png";
constexpr std::string_view for_a_day = "public, max-age=86400";
constexpr double tile_scale = 10.5, tile_left = 700, strand_width = 9 * tile_scale;
constexpr double margin = 72, text_width = tile_left - margin - 56;
constexpr int name_height = 68, fact_height = 34, site_height = 40;
constexpr std::size_t most_lines = 4;
constexpr Color white{255, 255, 255};

/// The number at the beginning of a text, which is moved behind it.
double take_number(std::string_view& path) {
    const std::string text(path.substr(0, path.find_first_not_of("0123456789.")));
    path.remove_prefix(text.size());
    return std::strtod(text.c_str(), nullptr);
}

/// Draws the strands of a tile: "M5 6H55" and "M6 5V55", one after the other.
void draw_strands(Bitmap& picture, std::string_view path, Color color) {
    const auto scaled = [](double x, double y) {
        return images::Point{tile_left + x * tile_scale, y * tile_scale};
    };
    while (!path.empty()) {
        path.remove_prefix(1);
        const double x = take_number(path);
        path.remove_prefix(1);
        const double y = take_number(path);
        const bool is_level = path.front() == 'H';
        path.remove_prefix(1);
        const double end = take_number(path);
        draw(picture, {scaled(x, y), is_level ? scaled(end, y) : scaled(x, end), strand_width}, color);
    }
}

void write_texts(Bitmap& picture, const Preview& preview, const Tile& woven, std::string_view font) {
    Lettering letters(font);
    double base = margin + name_height;
    for (const auto& line : letters.lines(preview.name, text_width, name_height, most_lines)) {
        letters.write(picture, line, {margin, base}, name_height, white);
        base += 1.15 * name_height;
    }
    base += 0.2 * fact_height;
    for (const auto& fact : preview.facts) {
        letters.write(picture, fact, {margin, base}, fact_height, color_of(woven.warp));
        base += 1.4 * fact_height;
    }
    letters.write(picture, "Konbit", {margin, preview_size.height - margin}, site_height, white);
}

std::string_view font_of(const App& app) {
    const auto* const asset = app.web.assets.find(app.web.path("headings.woff2"));
    return asset == nullptr ? std::string_view{} : asset->raw;
}

http::Response picture_response(const App& app, const Preview& preview) {
    auto response = http::content(images::encode_png(draw_preview(preview, font_of(app))), "image/png");
    response.headers.set("cache-control", for_a_day);
    response.headers.set("vary", "Accept-Encoding");
    return response;
}

/// By the address alone: whoever asks for it gets the same picture.
Words words_of_address(const App& app, const http::Request& request) {
    return {app.texts, request.query.first("lang").empty() ? "en" : std::string_view(request.language)};
}

/// "spice" from "spice.png".
std::string slug_of(const std::string& file) {
    return file.ends_with(ending) ? file.substr(0, file.size() - ending.size()) : file;
}

}  // namespace

Bitmap draw_preview(const Preview& preview, std::string_view font) {
    const Tile woven = tile_of(preview.tile_of);
    Bitmap picture(preview_size);
    fill(picture, color_of(woven.ground));
    draw_strands(picture, woven.weft_path, color_of(woven.weft));
    draw_strands(picture, woven.warp_path, color_of(woven.warp));
    draw_box(picture, {0, 0}, {tile_left - 12, static_cast<double>(preview_size.height)},
             color_of(woven.ground));
    write_texts(picture, preview, woven, font);
    return picture;
}

std::string preview_path(std::string_view page) {
    return "/previews" + std::string(page) + std::string(ending);
}

Result<http::Response> cluster_preview(App& app, std::string file, const Viewer&,
                                       const http::Request& request) {
    KONBIT_TRY(const ClusterProfile cluster, app.database.read([&](db::Session& session) {
        return clusters::find(session, Viewer::anonymous(), slug_of(file));
    }));
    const Words words = words_of_address(app, request);
    return picture_response(
        app, {cluster.id.str(),
              cluster.name,
              {words("history.kind.cluster"), words.place(cluster.locality, cluster.country_code)}});
}

Result<http::Response> organization_preview(App& app, std::string file, const Viewer&,
                                            const http::Request& request) {
    KONBIT_TRY(const Organization organization, app.database.read([&](db::Session& session) {
        return organizations::find(session, Viewer::anonymous(), slug_of(file));
    }));
    const Words words = words_of_address(app, request);
    return picture_response(app, {organization.id.str(),
                                  organization.name,
                                  {words("organization.kind." + std::string(name_of(organization.kind))),
                                   words.place(organization.locality, organization.country_code)}});
}

Result<http::Response> site_preview_picture(App& app, const Viewer&, const http::Request& request) {
    return picture_response(app, {"konbit", words_of_address(app, request)("page.preview"), {}});
}

}  // namespace konbit::pages
