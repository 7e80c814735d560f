// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/type.hpp"
#include "http/request.hpp"
#include "http/route_info.hpp"
#include "json/reader.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

/// What a handler may take, and where each comes from.
namespace konbit::http {

/// JSON bodies are at most this long unless the route says `.up_to(bytes)`.
inline constexpr std::size_t json_body_bytes = 1024 * 1024;

/// The parameters of the query, read into a struct with fields(). A list takes commas, or the parameter
/// repeated. What is neither optional, a list nor defaulted() is required.
template <HasFields T>
struct Query : T {};

/// The bytes of a body of at most `limit` bytes, of any media type: files, CSV.
template <std::size_t limit>
struct Body {
    std::string_view bytes;
    std::string_view media_type;  ///< As the client names it; not to be trusted.
};

/// The version that the client saw, from If-Match; without the header the answer is 428. For changes that do
/// not read a Patch (which carries it as expected_version): deletions, transitions. Compare inside the
/// transaction.
struct IfMatch {
    std::int64_t version = 0;

    /// @return ErrorCode::stale when the stored record is of another version.
    Result<void> check(std::int64_t stored) const;
};

namespace detail {

/// Types that a hole of a path is read into.
template <class T>
concept Hole = is_id<T> || Named<T> || std::same_as<T, std::string> || std::same_as<T, Date> ||
               (std::integral<T> && !std::same_as<T, bool>);

bool read_hole(const Type& type, void* target, std::string_view text);
Result<void> read_query(const Request& request, const Type& type, void* target);
/// @return ErrorCode::wrong_media_type unless the body is said to be JSON.
Result<void> demand_json(const Request& request);
Result<IfMatch> read_if_match(const Request& request);

/// How an argument of type T is found. Holes and the capability are filled before any `read`.
template <class T>
struct Reader {
    static constexpr Source source = Source::capability;
    static constexpr TypeOf type = nullptr;
    static constexpr std::size_t body_limit = 0;
    static Result<void> read(std::optional<T>&, const Request&) { return {}; }
};

template <Hole T>
struct Reader<T> {
    static constexpr Source source = Source::hole;
    static constexpr TypeOf type = &type_of<T>;
    static constexpr std::size_t body_limit = 0;
    static Result<void> read(std::optional<T>&, const Request&) { return {}; }
};

template <class T>
struct Reader<Query<T>> {
    static constexpr Source source = Source::query;
    static constexpr TypeOf type = &type_of<T>;
    static constexpr std::size_t body_limit = 0;
    static Result<void> read(std::optional<Query<T>>& slot, const Request& request) {
        return read_query(request, type_of<T>(), static_cast<T*>(&slot.emplace()));
    }
};

template <class T>
struct Reader<Create<T>> {
    static constexpr Source source = Source::create;
    static constexpr TypeOf type = &type_of<T>;
    static constexpr std::size_t body_limit = json_body_bytes;
    static Result<void> read(std::optional<Create<T>>& slot, const Request& request) {
        KONBIT_CHECK(demand_json(request));
        KONBIT_TRY(slot, json::read_create<T>(request.body));
        return {};
    }
};

template <class T>
struct Reader<Patch<T>> {
    static constexpr Source source = Source::patch;
    static constexpr TypeOf type = &type_of<T>;
    static constexpr std::size_t body_limit = json_body_bytes;
    static Result<void> read(std::optional<Patch<T>>& slot, const Request& request) {
        std::optional<std::int64_t> version;
        if constexpr (requires(T record) { record.version; }) {
            KONBIT_TRY(const IfMatch seen, read_if_match(request));
            version = seen.version;
        }
        KONBIT_CHECK(demand_json(request));
        KONBIT_TRY(slot, json::read_patch<T>(request.body));
        slot->expected_version = version;
        return {};
    }
};

template <std::size_t limit>
struct Reader<Body<limit>> {
    static constexpr Source source = Source::body;
    static constexpr TypeOf type = nullptr;
    static constexpr std::size_t body_limit = limit;
    static Result<void> read(std::optional<Body<limit>>& slot, const Request& request) {
        slot = Body<limit>{request.body, request.headers.get("content-type")};
        return {};
    }
};

template <>
struct Reader<IfMatch> {
    static constexpr Source source = Source::if_match;
    static constexpr TypeOf type = nullptr;
    static constexpr std::size_t body_limit = 0;
    static Result<void> read(std::optional<IfMatch>& slot, const Request& request) {
        KONBIT_TRY(slot, read_if_match(request));
        return {};
    }
};

/// The request itself is lent, not copied.
struct Lent {
    const Request* request = nullptr;
};

template <>
struct Reader<Request> {
    static constexpr Source source = Source::request;
    static constexpr TypeOf type = nullptr;
    static constexpr std::size_t body_limit = 0;
    static Result<void> read(Lent& slot, const Request& request) {
        slot.request = &request;
        return {};
    }
};

template <class Arg>
using ReaderOf = Reader<std::remove_cvref_t<Arg>>;

template <class Arg>
inline constexpr Source source_of = ReaderOf<Arg>::source;

template <class Arg>
inline constexpr bool has_body = ReaderOf<Arg>::body_limit > 0;

template <class Arg>
constexpr Argument argument() {
    return {ReaderOf<Arg>::source, ReaderOf<Arg>::type};
}

template <class Arg>
using Slot =
    std::conditional_t<source_of<Arg> == Source::request, Lent, std::optional<std::remove_cvref_t<Arg>>>;

/// Reads the next hole of the path if the slot is one. @return False when the text does not fit its type.
template <class S>
bool fill_hole(S&, const Request&, std::size_t&) {
    return true;
}
template <Hole T>
bool fill_hole(std::optional<T>& slot, const Request& request, std::size_t& next) {
    return read_hole(type_of<T>(), &slot.emplace(), request.match.holes[next++]);
}

/// What a slot gives to its argument: everything is moved but the request.
template <class Arg>
std::remove_cvref_t<Arg>&& give(std::optional<std::remove_cvref_t<Arg>>& slot) {
    return *std::move(slot);
}
template <class Arg>
const Request& give(const Lent& slot) {
    return *slot.request;
}

}  // namespace detail
}  // namespace konbit::http
