// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/organizations/organization.hpp"
#include "features/permission/capabilities.hpp"
#include "features/search/facet.hpp"
#include "features/search/sort.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// Organizations in the database. Reading takes the Viewer, writing the capability of whoever writes.
namespace konbit::organizations {

/// What a list is narrowed to; empty members do not narrow it.
struct Filter {
    std::string q{};  ///< Words of names, descriptions and places; the last may be unfinished.
    std::optional<std::string> country_code{};
    std::optional<OrganizationKind> kind{};
    std::optional<std::string> sector{};  ///< ISIC division, or a section for all of its divisions.
    bool has_run_project = false;         ///< Only those with a part in a cluster project that was begun.

    static constexpr auto fields() {
        return std::tuple{
            field("q", &Filter::q).defaulted(),
            field("country_code", &Filter::country_code),
            field("kind", &Filter::kind),
            field("sector", &Filter::sector),
            field("has_run_project", &Filter::has_run_project).defaulted(),
        };
    }
};

/// @return ErrorCode::not_found also for an organization that the viewer may not see.
Result<Organization> find(db::Session& session, const Viewer& viewer, const OrganizationId& id);
Result<Organization> find(db::Session& session, const Viewer& viewer, std::string_view slug);

/// The same with everything that the profile says.
Result<OrganizationDetails> find_details(db::Session& session, const Viewer& viewer,
                                         const OrganizationId& id);
Result<OrganizationDetails> find_details(db::Session& session, const Viewer& viewer, std::string_view slug);

/// A page of the organizations that the viewer may see. With words to search for, the best matches come first
/// and `sort` is not used.
Result<Page<Organization>> list(db::Session& session, const Viewer& viewer, const Filter& filter, Sort sort,
                                const PageRequest& page);

/// The organizations of a list that changed after `since`, newest first.
std::vector<Organization> list_changed(db::Session& session, const Viewer& viewer, const Filter& filter,
                                       Instant since, int most);

/// What the filters of a page offer: each counted under all other filters, its own left out, largest first.
struct OrganizationFacets {
    std::vector<Facet> countries;
    std::vector<Facet> kinds;
    std::vector<Facet> sectors;  ///< ISIC divisions.
    std::int64_t count = 0;      ///< Of the list under all filters.

    static constexpr auto fields() {
        return std::tuple{
            field("countries", &OrganizationFacets::countries, Access::read_only),
            field("kinds", &OrganizationFacets::kinds, Access::read_only),
            field("sectors", &OrganizationFacets::sectors, Access::read_only),
            field("count", &OrganizationFacets::count, Access::read_only),
        };
    }
};
using Facets = OrganizationFacets;
/// @complexity One pass over an index, or over every match of the words.
Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter);

/// Makes the id, the times and, when it has none, the slug.
/// @return ErrorCode::forbidden for a country out of the editor's reach; ErrorCode::invalid when the slug is
/// taken.
Result<Organization> insert(db::Session& session, Organization organization, const DirectoryEditor& by,
                            const history::Occasion& at);
Result<OrganizationDetails> insert(db::Session& session, OrganizationDetails organization,
                                   const DirectoryEditor& by, const history::Occasion& at);

/// Writes an organization that was found before; keeps the address that it leaves. What its own people change
/// counts as confirmed by them, what others change as unconfirmed.
/// @return ErrorCode::stale when it was changed meanwhile; ErrorCode::forbidden "owner_only" when somebody
/// else shows it to more people or says whether women lead it.
Result<OrganizationDetails> update(db::Session& session, OrganizationDetails organization,
                                   const OrganizationEditor& by, const history::Occasion& at);

/// Notes that the organization says today that all of its profile is right.
/// @return ErrorCode::forbidden "owner_only" for anybody else.
Result<OrganizationDetails> confirm(db::Session& session, OrganizationDetails organization,
                                    const OrganizationEditor& by, const history::Occasion& at);

/// @return ErrorCode::conflict "organization_is_member" while a cluster has it on its roster.
Result<void> remove(db::Session& session, const OrganizationDetails& organization,
                    const OrganizationEditor& by, const history::Occasion& at);

/// Brings back an organization that was removed, under its id and, unless another has it now, its address.
/// @param organization  As it was when it was removed.
/// @return ErrorCode::not_found when the editor could not see it.
Result<OrganizationDetails> restore(db::Session& session, OrganizationDetails organization,
                                    const OrganizationEditor& by, const history::Occasion& at);

/// Enters an organization that a facilitator's roster brings along; it is seen by the cluster only.
Result<Organization> insert(db::Session& session, Organization organization, const Facilitator& by,
                            const history::Occasion& at);

}  // namespace konbit::organizations
