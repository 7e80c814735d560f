// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "images/bitmap.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Drawn pictures for previews of links, where there is no photo and no logo. They are the same for everybody
/// and show only what everybody may see.
namespace konbit::pages {

inline constexpr images::Size preview_size{1200, 630};

/// What is written on a preview, over the woven tile of a record.
struct Preview {
    std::string tile_of;             ///< The id of the record; any text for other pages.
    std::string name;                ///< In large letters, in three lines at most.
    std::vector<std::string> facts;  ///< Below it, a line each: kind, place.
};

/// @param font  Of the web client; without it the tile stands alone.
images::Bitmap draw_preview(const Preview& preview, std::string_view font);

/// Paths of the pictures: "/previews/clusters/spice.png".
std::string preview_path(std::string_view page);
inline constexpr std::string_view site_preview = "/previews/konbit.png";

Result<http::Response> cluster_preview(App& app, std::string file, const Viewer&, const http::Request&);
Result<http::Response> organization_preview(App& app, std::string file, const Viewer&, const http::Request&);
Result<http::Response> site_preview_picture(App& app, const Viewer&, const http::Request&);

}  // namespace konbit::pages
