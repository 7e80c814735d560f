// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"
#include "features/history/history_line.hpp"
#include "features/organizations/organization.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

using MergeId = Id<struct MergeTag>;

/// Two organizations that somebody holds to be one, and which of their fields differ.
struct MergePreview {
    Organization survivor;
    Organization duplicate;
    std::vector<ChangedField> differing;  ///< `before` of the survivor, `after` of the duplicate.
    std::map<std::string, std::int64_t, std::less<>> moves;  ///< How many records of each kind change hands.
    std::vector<std::string> shared_clusters;  ///< Both are on their rosters: one entry of each remains.

    static constexpr auto fields() {
        return std::tuple{
            field("survivor", &MergePreview::survivor, Access::read_only),
            field("duplicate", &MergePreview::duplicate, Access::read_only),
            field("differing", &MergePreview::differing, Access::read_only),
            field("moves", &MergePreview::moves, Access::read_only),
            field("shared_clusters", &MergePreview::shared_clusters, Access::read_only),
        };
    }
};

/// What is asked: the duplicate goes, and of its fields those named replace the survivor's.
struct MergeOrder {
    OrganizationId survivor_id{};
    OrganizationId duplicate_id{};
    std::vector<std::string> take;  ///< Names of fields, as the preview gives them.

    static constexpr auto fields() {
        return std::tuple{field("survivor_id", &MergeOrder::survivor_id),
                          field("duplicate_id", &MergeOrder::duplicate_id), field("take", &MergeOrder::take)};
    }
};

/// A merge as it is kept (glossary: "merge").
struct Merge {
    MergeId id{};
    OrganizationId survivor_id{};
    OrganizationId duplicate_id{};
    std::string duplicate_name;
    std::string country_code;  ///< Of the survivor.
    std::string replaced;      ///< The survivor's own fields that were replaced, as a JSON object.
    std::string duplicate;     ///< The duplicate as its table had it.
    std::string moved;         ///< Ids of what moved, by table.
    std::optional<AccountId> account_id;
    Instant merged_at{};
    std::optional<Instant> undone_at;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Merge::id, Access::read_only),
            field("survivor_id", &Merge::survivor_id, Access::read_only),
            field("duplicate_id", &Merge::duplicate_id, Access::read_only),
            field("duplicate_name", &Merge::duplicate_name, Access::read_only),
            field("country_code", &Merge::country_code, Access::read_only),
            field("replaced", &Merge::replaced, Access::never_sent),
            field("duplicate", &Merge::duplicate, Access::never_sent),
            field("moved", &Merge::moved, Access::never_sent),
            field("account_id", &Merge::account_id, Access::never_sent),
            field("merged_at", &Merge::merged_at, Access::read_only),
            field("undone_at", &Merge::undone_at, Access::read_only),
        };
    }
};

}  // namespace konbit
