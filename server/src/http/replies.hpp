// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/type.hpp"
#include "http/response.hpp"
#include "http/route_info.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What a handler may return inside its Result: a struct with fields() or a Page of them (200, JSON),
/// Created, NoContent, or a Response of its own for pages and files.
namespace konbit::http {

/// 201: a record was made. Location is the given path; when empty, "/api/<last word of the route>/<id>".
template <class T>
struct Created {
    T value;
    std::string location{};
};

/// 200 with headers beside the record: cookies of a session. `has_secrets` as in Response.
template <class T>
struct Answer {
    T value;
    Headers headers{};
    bool has_secrets = false;

    Answer&& with_cookie(const Cookie& cookie, bool secure) && {
        headers.add("set-cookie", cookie.text(secure));
        return std::move(*this);
    }
};

/// 204.
struct NoContent {};

namespace detail {

template <class T>
std::optional<std::int64_t> version_of(const T& record) {
    if constexpr (requires { record.version; }) return record.version;
    return std::nullopt;
}

template <class T>
std::string_view id_of(const T& record) {
    if constexpr (requires { record.id.view(); }) return record.id.view();
    return {};
}

Response record_reply(const Type& type, const void* value, std::optional<std::int64_t> version);
Response created_reply(const RouteInfo& route, Response record, std::string_view id,
                       std::string_view location);

/// How a reply becomes a response.
template <class T>
struct Rendered {
    static constexpr ReplyKind kind = ReplyKind::record;
    static constexpr TypeOf type = &type_of<T>;
    static Response response(const RouteInfo&, T&& value) {
        return record_reply(type(), &value, version_of(value));
    }
};

template <class T>
struct Rendered<Created<T>> {
    static constexpr ReplyKind kind = ReplyKind::created;
    static constexpr TypeOf type = &type_of<T>;
    static Response response(const RouteInfo& route, Created<T>&& made) {
        auto record = record_reply(type(), &made.value, version_of(made.value));
        return created_reply(route, std::move(record), id_of(made.value), made.location);
    }
};

template <class T>
struct Rendered<Answer<T>> {
    static constexpr ReplyKind kind = ReplyKind::record;
    static constexpr TypeOf type = &type_of<T>;
    static Response response(const RouteInfo&, Answer<T>&& answer) {
        auto record = record_reply(type(), &answer.value, version_of(answer.value));
        for (const auto& [name, value] : answer.headers) record.headers.add(name, value);
        record.has_secrets = answer.has_secrets;
        return record;
    }
};

template <>
struct Rendered<NoContent> {
    static constexpr ReplyKind kind = ReplyKind::nothing;
    static constexpr TypeOf type = nullptr;
    static Response response(const RouteInfo&, NoContent) { return Response{204, {}, {}, {}, false}; }
};

template <>
struct Rendered<Response> {
    static constexpr ReplyKind kind = ReplyKind::raw;
    static constexpr TypeOf type = nullptr;
    static Response response(const RouteInfo&, Response&& made) { return std::move(made); }
};

}  // namespace detail
}  // namespace konbit::http
