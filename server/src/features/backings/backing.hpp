// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

using BackingId = Id<struct BackingTag>;

enum class BackingState { awaited, confirmed, declined };
constexpr auto names(BackingState) {
    return std::to_array<std::string_view>({"awaited", "confirmed", "declined"});
}

/// A support organization is asked to stand behind a cluster that somebody started (glossary: "backing").
/// Until it agrees the cluster stays a draft.
struct Backing {
    BackingId id{};
    ClusterId cluster_id{};
    std::optional<OrganizationId> organization_id;  ///< Empty: those who keep the country's directory.
    BackingState state = BackingState::awaited;
    std::optional<std::string> reason;  ///< Given when it is declined.
    std::optional<AccountId> requested_by;
    std::optional<AccountId> decided_by;
    Instant created_at{};
    std::optional<Instant> decided_at;
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Backing::id, Access::read_only),
            field("cluster_id", &Backing::cluster_id, Access::read_only),
            field("organization_id", &Backing::organization_id, Access::read_only),
            field("state", &Backing::state, Access::read_only),
            field("reason", &Backing::reason, Access::read_only),
            field("requested_by", &Backing::requested_by, Access::read_only),
            field("decided_by", &Backing::decided_by, Access::read_only),
            field("created_at", &Backing::created_at, Access::read_only),
            field("decided_at", &Backing::decided_at, Access::read_only),
            field("version", &Backing::version, Access::read_only),
        };
    }
};

/// What those who are asked need to know to decide.
struct ListedBacking : Backing {
    std::string cluster_name;
    std::string country_code;
    std::optional<std::string> sector;
    Localized purpose;
    std::optional<std::string> organization_name;
    std::optional<std::string> requester_name;

    static constexpr auto fields() {
        return std::tuple_cat(
            Backing::fields(),
            std::tuple{field("cluster_name", &ListedBacking::cluster_name, Access::read_only),
                       field("country_code", &ListedBacking::country_code, Access::read_only),
                       field("sector", &ListedBacking::sector, Access::read_only),
                       field("purpose", &ListedBacking::purpose, Access::read_only),
                       field("organization_name", &ListedBacking::organization_name, Access::read_only),
                       field("requester_name", &ListedBacking::requester_name, Access::read_only)});
    }
};

/// The five fields with which somebody starts a cluster.
struct ClusterStart {
    std::string name;
    std::string country_code;
    std::optional<std::string> sector;              ///< ISIC division.
    std::optional<OrganizationId> organization_id;  ///< The support organization that is asked.
    Localized purpose;                              ///< One sentence.

    static constexpr auto fields() {
        return std::tuple{
            field("name", &ClusterStart::name),
            field("country_code", &ClusterStart::country_code),
            field("sector", &ClusterStart::sector),
            field("organization_id", &ClusterStart::organization_id),
            field("purpose", &ClusterStart::purpose),
        };
    }
};

struct BackingDecision {
    bool is_confirmed = false;
    std::optional<std::string> reason;  ///< Needed to decline, for the one who asked.

    static constexpr auto fields() {
        return std::tuple{field("is_confirmed", &BackingDecision::is_confirmed),
                          field("reason", &BackingDecision::reason)};
    }
};

}  // namespace konbit
