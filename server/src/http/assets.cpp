// SPDX-License-Identifier: Apache-2.0
#include "http/assets.hpp"

#include <algorithm>

namespace konbit::http {

const Asset* Assets::find(std::string_view path) const {
    const auto place = std::ranges::lower_bound(sorted_, path, {}, &Asset::path);
    return place != sorted_.end() && place->path == path ? &*place : nullptr;
}

Response asset_response(const Asset& asset, const Request& request) {
    Response response;
    response.headers.add("content-type", asset.media_type);
    response.headers.add("etag", asset.etag);
    response.headers.add("cache-control",
                         asset.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
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
