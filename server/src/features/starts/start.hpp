// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/backings/backing.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

using StartId = Id<struct StartTag>;

/// Somebody without an account wants to start a cluster; a mailed link has yet to prove the address.
struct StartRequest {
    StartId id{};
    std::string person_name;  ///< 1-200 code points.
    std::string email;
    std::string language = "en";
    std::string name;  ///< Of the cluster.
    std::string country_code;
    std::optional<std::string> sector;
    std::optional<OrganizationId> organization_id;
    Localized purpose;
    std::optional<ClusterId> cluster_id;  ///< What came of it.
    std::int64_t version = 1;
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StartRequest::id),
            field("person_name", &StartRequest::person_name),
            field("email", &StartRequest::email),
            field("language", &StartRequest::language),
            field("name", &StartRequest::name),
            field("country_code", &StartRequest::country_code),
            field("sector", &StartRequest::sector),
            field("organization_id", &StartRequest::organization_id),
            field("purpose", &StartRequest::purpose),
            field("cluster_id", &StartRequest::cluster_id),
            field("version", &StartRequest::version),
            field("created_at", &StartRequest::created_at),
        };
    }

    /// The five fields as the app's own form gives them.
    ClusterStart cluster() const { return {name, country_code, sector, organization_id, purpose}; }
};

}  // namespace konbit
