// SPDX-License-Identifier: Apache-2.0
#include "http/assets.hpp"

#include <algorithm>

namespace konbit::http {

namespace {

/// An icon may be a day old; what tells where the newest files are may not.
std::string_view lifetime_of(const Asset& asset) {
    if (asset.is_immutable) return "public, max-age=31536000, immutable";
    return asset.media_type.starts_with("image/") ? "public, max-age=86400" : "no-cache";
}

}  // namespace

const Asset* Assets::find(std::string_view path) const {
    const auto place = std::ranges::lower_bound(sorted_, path, {}, &Asset::path);
    return place != sorted_.end() && place->path == path ? &*place : nullptr;
}

Response asset_response(const Asset& asset, const Request& request) {
    Response response;
    response.headers.add("content-type", asset.media_type);
    response.headers.add("etag", asset.etag);
    response.headers.add("cache-control", lifetime_of(asset));
    response.headers.add("vary", "Accept-Encoding");
    response.body = asset.raw;
    const auto offer = [&](std::string_view coding, std::string_view bytes) {
        if (bytes.empty() || !request.accepts_encoding(coding)) return false;
        response.headers.add("content-encoding", coding);
        response.body = bytes;
        return true;
    };
    if (!offer("br", asset.brotli)) offer("gzip", asset.gzip);
    return response;
}

}  // namespace konbit::http
