// SPDX-License-Identifier: Apache-2.0
#include "http/replies.hpp"

#include "json/writer.hpp"

#include <fmt/format.h>

#include <functional>

namespace konbit::http::detail {

namespace {

/// The version for If-Match in front, the content's hash behind: derived fields change without a new version,
/// and another viewer may see fewer of them.
std::string versioned_etag(std::int64_t version, std::string_view bytes) {
    return fmt::format("\"{}-{:016x}\"", version, std::hash<std::string_view>{}(bytes));
}

/// "actors" of "/api/clusters/{cluster_id}/actors".
std::string_view last_word(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

Response record_reply(const Type& type, const void* value, std::optional<std::int64_t> version) {
    std::string body;
    body.reserve(512);
    json::write(body, type, value);
    auto etag = version ? versioned_etag(*version, body) : std::string();
    auto response = json_text(std::move(body));
    if (version) response.headers.add("etag", etag);
    return response;
}

Response created_reply(const RouteInfo& route, Response record, std::string_view id,
                       std::string_view location) {
    record.status = 201;
    record.record_id = id;
    if (!location.empty()) {
        record.headers.add("location", location);
    } else if (!id.empty()) {
        record.headers.add("location", fmt::format("/api/{}/{}", last_word(route.path), id));
    }
    return record;
}

}  // namespace konbit::http::detail
