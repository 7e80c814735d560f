// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/audit/entry.hpp"
#include "features/audit/reading.hpp"
#include "http/route_info.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the use of a route leaves behind, from what the route says of itself.
namespace konbit::audit {

struct Trace {
    /// What an entry of its use is; empty for what is read by many and names nobody.
    std::optional<AuditAction> action;
    /// The answer waits until the entry is safe in the chain, and is not given when it cannot be.
    bool is_awaited = false;
    /// A way in: a use that is refused is an entry though nobody is signed in.
    bool is_entrance = false;
    /// Counted for the cluster when somebody from outside opens it.
    std::optional<ReadPage> page;
};

/// Every change by a signed-in person leaves an entry; so does everything read under a policy that leads to
/// answers by name, every file that is made for one reader, and what the table in traces.cpp names.
Trace trace_of(const http::RouteInfo& route);

/// "GET /api/waves/{id}/network"
std::string name_of_route(const http::RouteInfo& route);

/// Which records a request names in its path.
struct Named {
    std::string kind;                       ///< "wave"; of a route without ids, its first word.
    std::optional<std::string> id;          ///< Of the innermost record.
    std::optional<std::string> respondent;  ///< For whom something is entered.
    std::optional<std::string> cluster;
    std::optional<std::string> wave;
};
/// @param holes  What stands at the holes of the path, in their order; texts that are no ids are passed over.
Named named_in(std::string_view path, std::span<const std::string_view> holes);

/// The grant that a use rests on: one on the record itself, else the only one of a role that the route
/// admits, else one on the platform.
const Grant* ground(const std::vector<Grant>& grants, const http::Roles& roles, const Named& named);

}  // namespace konbit::audit
