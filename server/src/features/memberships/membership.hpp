// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"
#include "features/organizations/organization.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

using MembershipId = Id<struct MembershipTag>;
using MemberGroupId = Id<struct MemberGroupTag>;

/// What a member is to its cluster (docs/users/members.md): by what it does here, not by its legal form.
enum class MemberCategory {
    core_firm,             ///< Makes or sells what the cluster is about; cooperatives too.
    related_firm,          ///< Supplies the core firms or buys from them.
    support_organization,  ///< Business support organization, chamber, association.
    academia,              ///< University, school, research.
    public_body,
    finance,
    civil_society,  ///< Non-profit and community organizations.
    other,
};
constexpr auto names(MemberCategory) {
    return std::to_array<std::string_view>({"core_firm", "related_firm", "support_organization", "academia",
                                            "public_body", "finance", "civil_society", "other"});
}

/// Why a member left, in words that blame nobody.
enum class LeftReason { closed, merged, moved, cost, no_benefit, no_time, excluded, other };
constexpr auto names(LeftReason) {
    return std::to_array<std::string_view>(
        {"closed", "merged", "moved", "cost", "no_benefit", "no_time", "excluded", "other"});
}

/// What the public may know of an organization in a cluster.
struct MemberProfile {
    MembershipId id{};
    ClusterId cluster_id{};
    OrganizationId organization_id{};
    std::string label;                     ///< Short name for maps and lists, 1-60 code points.
    std::optional<std::string> subsector;  ///< In the cluster's own words: "SP".
    std::optional<std::string> subgroup;   ///< Where it belongs inside the cluster: an island, a parish.
    std::string country_code;
    std::optional<MemberCategory> category;  ///< Left empty, it is taken from the organization's kind.
    bool is_facilitator = false;             ///< The office that runs the cluster.
    std::optional<Date> joined_on;
    std::optional<Date> left_on;  ///< Empty while it belongs.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MemberProfile::id, Access::read_only),
            field("cluster_id", &MemberProfile::cluster_id, Access::read_only),
            field("organization_id", &MemberProfile::organization_id).defaulted(),
            field("label", &MemberProfile::label).defaulted(),
            field("subsector", &MemberProfile::subsector),
            field("subgroup", &MemberProfile::subgroup),
            field("country_code", &MemberProfile::country_code).defaulted(),
            field("category", &MemberProfile::category),
            field("is_facilitator", &MemberProfile::is_facilitator).defaulted(),
            field("joined_on", &MemberProfile::joined_on),
            field("left_on", &MemberProfile::left_on),
        };
    }
};

/// That an organization belongs to a cluster (glossary: "member"). Its contact is for the cluster's
/// facilitator only; everybody else is given MemberProfile.
struct Membership : MemberProfile {
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_email;
    std::optional<std::string> contact_phone;
    std::string language = "en";                    ///< In which its links and mail are written, ISO 639.
    std::optional<bool> participates_in_programme;  ///< Empty when nobody said.
    std::optional<std::string> fee_class;           ///< In the cluster's own words: "B, 10 to 49 people".
    std::vector<std::string> tags;                  ///< At most 12, each 1-30 code points, none twice.
    std::optional<LeftReason> left_reason;          ///< Kept only beside `left_on`.
    std::int64_t version = 1;
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple_cat(MemberProfile::fields(),
                              std::tuple{
                                  field("contact_name", &Membership::contact_name),
                                  field("contact_email", &Membership::contact_email),
                                  field("contact_phone", &Membership::contact_phone),
                                  field("language", &Membership::language).defaulted(),
                                  field("participates_in_programme", &Membership::participates_in_programme),
                                  field("fee_class", &Membership::fee_class),
                                  field("tags", &Membership::tags),
                                  field("left_reason", &Membership::left_reason),
                                  field("version", &Membership::version, Access::read_only),
                                  field("sort_key", &Membership::sort_key, Access::never_sent),
                              });
    }
};

/// The organization behind a member, as far as a list needs it.
struct OrganizationBrief {
    OrganizationId id{};
    std::string name;
    OrganizationKind kind = OrganizationKind::firm;
    std::string slug;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &OrganizationBrief::id, Access::read_only),
            field("name", &OrganizationBrief::name, Access::read_only),
            field("kind", &OrganizationBrief::kind, Access::read_only),
            field("slug", &OrganizationBrief::slug, Access::read_only),
        };
    }
};

/// A line of the roster as its facilitator sees it.
struct RosterMember : Membership {
    OrganizationBrief organization;
    std::vector<MemberGroupId> groups;  ///< To which it belongs, in the order of their names.

    static constexpr auto fields() {
        return std::tuple_cat(
            Membership::fields(),
            std::tuple{field("organization", &RosterMember::organization, Access::read_only),
                       field("groups", &RosterMember::groups, Access::read_only)});
    }
};

/// A line of the member list as everybody else sees it.
struct ListedMember : MemberProfile {
    OrganizationBrief organization;

    static constexpr auto fields() {
        return std::tuple_cat(
            MemberProfile::fields(),
            std::tuple{field("organization", &ListedMember::organization, Access::read_only)});
    }
};

}  // namespace konbit
