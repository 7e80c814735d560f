// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/membership.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What can be changed for many members at once.
enum class BulkField {
    category,
    fee_class,
    subsector,
    subgroup,
    country_code,
    language,
    participates_in_programme,
    joined_on,
    left_on,
    left_reason,
    add_tag,
    remove_tag,
    join_group,   ///< The value is the id of a group.
    leave_group,  ///< The same.
};
constexpr auto names(BulkField) {
    return std::to_array<std::string_view>({"category", "fee_class", "subsector", "subgroup", "country_code",
                                            "language", "participates_in_programme", "joined_on", "left_on",
                                            "left_reason", "add_tag", "remove_tag", "join_group",
                                            "leave_group"});
}

/// A member that was chosen, as it was seen.
struct BulkRow {
    MembershipId id{};
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{field("id", &BulkRow::id), field("version", &BulkRow::version)};
    }
};

/// One change of one field for many members.
struct BulkChange {
    std::vector<BulkRow> rows;  ///< 1-500, none twice.
    BulkField field = BulkField::category;
    std::optional<std::string>
        value;  ///< As in a query: "true", "2026-10-20", a code; empty clears the field.

    /// The member `field` hides the function of that name.
    static constexpr auto fields() {
        return std::tuple{
            konbit::field("rows", &BulkChange::rows),
            konbit::field("field", &BulkChange::field),
            konbit::field("value", &BulkChange::value),
        };
    }
};

/// What the change does to one member.
struct BulkEffect {
    MembershipId id{};
    std::string label;
    std::string before;  ///< Codes and dates as they are kept; names of tags and groups, separated by commas.
    std::string after;
    bool changes = false;
    std::optional<std::string> problem;  ///< Worded as `error.<code>`; then the whole change is refused.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &BulkEffect::id, Access::read_only),
            field("label", &BulkEffect::label, Access::read_only),
            field("before", &BulkEffect::before, Access::read_only),
            field("after", &BulkEffect::after, Access::read_only),
            field("changes", &BulkEffect::changes, Access::read_only),
            field("problem", &BulkEffect::problem, Access::read_only),
        };
    }
};

struct BulkPreview {
    std::vector<BulkEffect> items;  ///< In the order of the request.
    int changed = 0;
    int unchanged = 0;
    int problems = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("items", &BulkPreview::items, Access::read_only),
            field("changed", &BulkPreview::changed, Access::read_only),
            field("unchanged", &BulkPreview::unchanged, Access::read_only),
            field("problems", &BulkPreview::problems, Access::read_only),
        };
    }
};

}  // namespace konbit
