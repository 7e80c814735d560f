// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "core/type.hpp"
#include "http/request.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace konbit::http {

/// The roles that a policy admits somewhere: the columns of the permission matrix. Takes enumerators or
/// texts: `Roles{Role::facilitator, Role::administrator}`.
class Roles {
  public:
    template <class... Each>
    constexpr Roles(const Each&... roles) : names_{spelled(roles)...}, count_(sizeof...(roles)) {
        static_assert(sizeof...(roles) <= most);
    }

    constexpr const std::string_view* begin() const { return names_.data(); }
    constexpr const std::string_view* end() const { return names_.data() + count_; }

  private:
    static constexpr std::size_t most = 12;

    template <Named E>
    static constexpr std::string_view spelled(E role) {
        return name_of(role);
    }
    static constexpr std::string_view spelled(std::string_view role) { return role; }

    std::array<std::string_view, most> names_{};
    std::size_t count_ = 0;
};

/// Where an argument of a handler comes from.
enum class Source { hole, query, create, patch, body, if_match, request, capability };

/// One argument of a handler, for the API description.
struct Argument {
    Source source;
    TypeOf type = nullptr;  ///< Of holes, queries and JSON bodies.
};

enum class ReplyKind { record, created, nothing, raw };

/// What a route says of itself, without the types of its handler.
struct RouteInfo {
    Method method = Method::get;
    std::string_view
        path;  ///< "/api/clusters/{cluster_id}/actors"; "{rest...}" as last segment takes the rest.
    std::string_view summary;               ///< One sentence for the API reference.
    std::string_view policy;                ///< Name of the policy that is asked before the handler runs.
    Roles roles;                            ///< Whom the policy admits somewhere.
    std::size_t body_limit = 0;             ///< Bytes; 0 when the handler takes no body.
    std::span<const Argument> arguments{};  ///< In the order of the handler's signature.
    ReplyKind reply = ReplyKind::raw;
    TypeOf reply_type = nullptr;  ///< Of a record.

    /// True for the JSON API; everything else is a page or a file.
    constexpr bool is_api() const { return path.starts_with("/api/"); }
};

}  // namespace konbit::http
