// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/membership.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

using SavedViewId = Id<struct SavedViewTag>;

/// Which members a roster shows by whether they belong now.
enum class PresenceFilter { present, left, all };
constexpr auto names(PresenceFilter) { return std::to_array<std::string_view>({"present", "left", "all"}); }

/// Which members a roster shows, and in which order. An empty list does not narrow; several values of one
/// list mean any of them.
struct MemberFilter {
    std::string search;
    std::vector<MemberCategory> category;
    std::vector<std::string> country_code;
    std::vector<std::string> subgroup;
    std::vector<std::string> fee_class;
    std::vector<std::string> tag;
    std::vector<MemberGroupId> group;
    std::optional<bool> participates_in_programme;
    std::optional<bool> has_contact;  ///< Whether an e-mail address or a telephone number is known.
    PresenceFilter presence = PresenceFilter::present;
    std::string sorted_by = "label";  ///< The name of a column.
    bool is_descending = false;

    static constexpr auto fields() {
        return std::tuple{
            field("search", &MemberFilter::search).defaulted(),
            field("category", &MemberFilter::category),
            field("country_code", &MemberFilter::country_code),
            field("subgroup", &MemberFilter::subgroup),
            field("fee_class", &MemberFilter::fee_class),
            field("tag", &MemberFilter::tag),
            field("group", &MemberFilter::group),
            field("participates_in_programme", &MemberFilter::participates_in_programme),
            field("has_contact", &MemberFilter::has_contact),
            field("presence", &MemberFilter::presence).defaulted(),
            field("sorted_by", &MemberFilter::sorted_by).defaulted(),
            field("is_descending", &MemberFilter::is_descending).defaulted(),
        };
    }
};

/// A filter of a roster under a name; its maker's own (glossary: "saved view").
struct SavedView {
    SavedViewId id{};
    AccountId account_id{};
    ClusterId cluster_id{};
    std::string name;  ///< 1-60 code points.
    MemberFilter filter;
    std::int64_t version = 1;
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &SavedView::id, Access::read_only),
            field("account_id", &SavedView::account_id, Access::never_sent),
            field("cluster_id", &SavedView::cluster_id, Access::read_only),
            field("name", &SavedView::name),
            field("filter", &SavedView::filter),
            field("version", &SavedView::version, Access::read_only),
            field("sort_key", &SavedView::sort_key, Access::never_sent),
        };
    }
};

}  // namespace konbit
