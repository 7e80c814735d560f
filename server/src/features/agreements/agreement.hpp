// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "core/visibility.hpp"
#include "features/permission/register_capabilities.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

enum class AgreementKind {
    memorandum,  ///< Of understanding: what both sides intend.
    cooperation,
    funding,
    service,
    data_sharing,
    other,
};
constexpr auto names(AgreementKind) {
    return std::to_array<std::string_view>(
        {"memorandum", "cooperation", "funding", "service", "data_sharing", "other"});
}

/// Who has signed an agreement.
struct AgreementParty {
    std::optional<OrganizationId> organization_id;  ///< When it is in the directory.
    std::string name;                               ///< 1-200 code points.
    bool agrees_to_publish = false;                 ///< Has said that everybody may read the agreement.

    static constexpr auto fields() {
        return std::tuple{
            field("organization_id", &AgreementParty::organization_id),
            field("name", &AgreementParty::name),
            field("agrees_to_publish", &AgreementParty::agrees_to_publish).defaulted(),
        };
    }
};

/// What somebody owes under an agreement.
struct Obligation {
    std::string text;                  ///< 1-500 code points.
    std::optional<std::string> owner;  ///< Who does it, in words.
    std::optional<Date> due_on;
    std::optional<Date> done_on;

    static constexpr auto fields() {
        return std::tuple{
            field("text", &Obligation::text),
            field("owner", &Obligation::owner),
            field("due_on", &Obligation::due_on),
            field("done_on", &Obligation::done_on),
        };
    }
};

/// An institutional agreement, kept by one cluster or one organization (glossary: "agreement").
struct Agreement {
    AgreementId id{};
    std::string title;
    AgreementKind kind = AgreementKind::memorandum;
    std::optional<ClusterId> cluster_id;            ///< The cluster that keeps it; or
    std::optional<OrganizationId> organization_id;  ///< the organization that does.
    std::vector<AgreementParty> parties;            ///< At least two.
    std::vector<Obligation> obligations;
    std::optional<Date> signed_on;
    std::optional<Date> valid_from;
    std::optional<Date> valid_until;          ///< Last day; 90 and 30 days before it its keepers are told.
    std::optional<std::string> document_url;  ///< Where the paper lies.
    Visibility visibility = Visibility::private_;  ///< private, cluster or public.
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Agreement::id, Access::read_only),
            field("title", &Agreement::title),
            field("kind", &Agreement::kind),
            field("cluster_id", &Agreement::cluster_id),
            field("organization_id", &Agreement::organization_id),
            field("parties", &Agreement::parties),
            field("obligations", &Agreement::obligations),
            field("signed_on", &Agreement::signed_on),
            field("valid_from", &Agreement::valid_from),
            field("valid_until", &Agreement::valid_until),
            field("document_url", &Agreement::document_url),
            field("visibility", &Agreement::visibility).defaulted(),
            field("is_demo", &Agreement::is_demo, Access::read_only),
            field("version", &Agreement::version, Access::read_only),
            field("created_at", &Agreement::created_at, Access::read_only),
            field("updated_at", &Agreement::updated_at, Access::read_only),
            field("sort_key", &Agreement::sort_key, Access::never_sent),
        };
    }
};

/// An agreement with the name of who keeps it, where the viewer may know that.
struct AgreementProfile : Agreement {
    std::optional<std::string> keeper_name;

    static constexpr auto fields() {
        return std::tuple_cat(
            Agreement::fields(),
            std::tuple{field("keeper_name", &AgreementProfile::keeper_name, Access::read_only)});
    }
};

}  // namespace konbit
