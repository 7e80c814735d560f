// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "core/visibility.hpp"
#include "features/organizations/listing.hpp"
#include "features/permission/register_capabilities.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

enum class ProjectStatus { planned, running, completed, cancelled };
constexpr auto names(ProjectStatus) {
    return std::to_array<std::string_view>({"planned", "running", "completed", "cancelled"});
}

/// What an organization does in a project.
enum class ProjectRole {
    lead,     ///< Answers for it to the funder.
    support,  ///< Helps to carry it out.
    trainer,  ///< Teaches those who do.
};
constexpr auto names(ProjectRole) { return std::to_array<std::string_view>({"lead", "support", "trainer"}); }

/// A funded undertaking of one or more clusters (glossary: "cluster project").
struct Project {
    ProjectId id{};
    std::string slug;  ///< Its web address under /projects/; made from the name when none is given.
    std::string name;  ///< 1-200 code points after trimming.
    Localized description;
    std::string funder;                    ///< As it writes itself, 1-200 code points.
    std::optional<std::string> call_name;  ///< The call or programme that gave the money.
    std::optional<int> call_year;
    std::vector<std::string> countries;        ///< Where it works; at least one.
    std::optional<std::int64_t> amount_minor;  ///< In the smallest unit of the currency, given together.
    std::optional<std::string> currency;       ///< ISO 4217.
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;  ///< Last day, planned or real.
    ProjectStatus status = ProjectStatus::planned;
    std::optional<std::string> source;  ///< Where the record comes from; needed before it is published.
    std::optional<std::string> source_url;
    std::optional<Date> as_of;  ///< Day for which the source speaks.
    Visibility visibility = Visibility::public_;
    Publication publication = Publication::draft;
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Project::id, Access::read_only),
            field("slug", &Project::slug).defaulted(),
            field("name", &Project::name),
            field("description", &Project::description).defaulted(),
            field("funder", &Project::funder),
            field("call_name", &Project::call_name),
            field("call_year", &Project::call_year),
            field("countries", &Project::countries),
            field("amount_minor", &Project::amount_minor),
            field("currency", &Project::currency),
            field("starts_on", &Project::starts_on),
            field("ends_on", &Project::ends_on),
            field("status", &Project::status).defaulted(),
            field("source", &Project::source),
            field("source_url", &Project::source_url),
            field("as_of", &Project::as_of),
            field("visibility", &Project::visibility).defaulted(),
            field("publication", &Project::publication).defaulted(),
            field("is_demo", &Project::is_demo, Access::read_only),
            field("version", &Project::version, Access::read_only),
            field("created_at", &Project::created_at, Access::read_only),
            field("updated_at", &Project::updated_at, Access::read_only),
            field("sort_key", &Project::sort_key, Access::never_sent),
        };
    }
};

/// A cluster that a project is for.
struct ProjectCluster {
    ClusterId cluster_id{};
    std::string name;
    std::string slug;

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_id", &ProjectCluster::cluster_id),
            field("name", &ProjectCluster::name, Access::read_only),
            field("slug", &ProjectCluster::slug, Access::read_only),
        };
    }
};

/// An organization with its role in a project.
struct ProjectOrganization {
    OrganizationId organization_id{};
    ProjectRole role = ProjectRole::support;
    std::string name;
    std::string slug;

    static constexpr auto fields() {
        return std::tuple{
            field("organization_id", &ProjectOrganization::organization_id),
            field("role", &ProjectOrganization::role),
            field("name", &ProjectOrganization::name, Access::read_only),
            field("slug", &ProjectOrganization::slug, Access::read_only),
        };
    }
};

/// A project with those of its clusters and organizations that the viewer may see.
struct ProjectProfile : Project {
    std::vector<ProjectCluster> clusters;
    std::vector<ProjectOrganization> organizations;

    static constexpr auto fields() {
        return std::tuple_cat(Project::fields(), std::tuple{
                                                     field("clusters", &ProjectProfile::clusters),
                                                     field("organizations", &ProjectProfile::organizations),
                                                 });
    }
};

}  // namespace konbit
