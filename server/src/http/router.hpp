// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/route_info.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace konbit::http {

/// What the router says of a method and a path.
struct Found {
    RouteMatch match;     ///< `route` is null unless path and method are known.
    std::string allowed;  ///< The value of Allow: empty when no route has the path at all.
};

/// Finds the route of a request. A literal segment is preferred to a hole, a hole to a rest. HEAD is answered
/// by the GET route.
class Router {
  public:
    /// @param routes  Must outlive the router.
    /// @throws std::logic_error  When two routes have the same method and the same shape of path.
    explicit Router(std::span<const RouteInfo* const> routes);
    Router(Router&&) noexcept;
    ~Router();

    /// @param path  Decoded; the holes of the result are views into it.
    /// @complexity Linear in the length of the path; holes beside literals may each be tried.
    Found find(Method method, std::string_view path) const;

  private:
    struct Node;
    void insert(std::size_t index);

    std::span<const RouteInfo* const> routes_;
    std::unique_ptr<Node> root_;
};

}  // namespace konbit::http
