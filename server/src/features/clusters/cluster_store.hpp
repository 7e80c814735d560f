// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/clusters/cluster.hpp"
#include "features/history/history.hpp"
#include "features/permission/capabilities.hpp"
#include "features/search/facet.hpp"
#include "features/search/sort.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// Clusters in the database. Reading takes the Viewer, writing the capability of whoever writes.
namespace konbit::clusters {

/// What a list is narrowed to; empty members do not narrow it.
struct Filter {
    std::string q{};  ///< Words of names, descriptions and places; the last may be unfinished.
    std::optional<std::string> country_code{};  ///< Seat or members there.
    std::optional<std::string> sector{};        ///< ISIC division, or a section for all of its divisions.
    std::optional<Stage> stage{};
    bool mine = false;  ///< Only clusters in which the viewer holds a role.

    static constexpr auto fields() {
        return std::tuple{
            field("q", &Filter::q).defaulted(),       field("country_code", &Filter::country_code),
            field("sector", &Filter::sector),         field("stage", &Filter::stage),
            field("mine", &Filter::mine).defaulted(),
        };
    }
};

/// @return ErrorCode::not_found also for a cluster that the viewer may not see.
Result<ClusterProfile> find(db::Session& session, const Viewer& viewer, const ClusterId& id);
Result<ClusterProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug);

/// A page of the clusters that the viewer may see; with words to search for, best matches first.
Result<Page<ClusterProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter, Sort sort,
                                  const PageRequest& page);

/// The clusters of a list that changed after `since`, newest first.
std::vector<ClusterProfile> list_changed(db::Session& session, const Viewer& viewer, const Filter& filter,
                                         Instant since, int most);

/// What the filters of a page offer, as organizations::Facets.
struct ClusterFacets {
    std::vector<Facet> countries;  ///< Of the seat and of members.
    std::vector<Facet> sectors;    ///< ISIC divisions.
    std::vector<Facet> stages;
    std::int64_t count = 0;  ///< Of the list under all filters.

    static constexpr auto fields() {
        return std::tuple{
            field("countries", &ClusterFacets::countries, Access::read_only),
            field("sectors", &ClusterFacets::sectors, Access::read_only),
            field("stages", &ClusterFacets::stages, Access::read_only),
            field("count", &ClusterFacets::count, Access::read_only),
        };
    }
};
using Facets = ClusterFacets;
Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter);

/// Everything that the profile says, with the number of members.
Result<ShownCluster> find_details(db::Session& session, const Viewer& viewer, const ClusterId& id);
Result<ShownCluster> find_details(db::Session& session, const Viewer& viewer, std::string_view slug);

/// Makes the id, the times and, when it has none, the slug.
/// @return ErrorCode::forbidden for a country out of the editor's reach; ErrorCode::invalid when the slug is
/// taken.
Result<Cluster> insert(db::Session& session, Cluster cluster, const DirectoryEditor& by,
                       const history::Occasion& at);

/// The same with everything that its profile says.
Result<ClusterDetails> insert(db::Session& session, ClusterDetails cluster, const DirectoryEditor& by,
                              const history::Occasion& at);

/// Somebody starts a cluster and becomes its facilitator. It stays a draft until it is published.
Result<Cluster> insert(db::Session& session, Cluster cluster, const SignedIn& by,
                       const history::Occasion& at);

/// Writes a cluster that was found before; keeps the address that it leaves, and notes a change of its stage.
/// What its facilitator changes counts as confirmed, what others change as unconfirmed.
/// @return ErrorCode::stale when it was changed meanwhile; ErrorCode::forbidden when somebody else than its
/// facilitator shows it to more people ("owner_only") or moves it to a country out of reach
/// ("other_country"); ErrorCode::conflict "not_backed" when its facilitator publishes what no support
/// organization stands behind.
Result<ClusterDetails> update(db::Session& session, ClusterDetails cluster, const ClusterEditor& by,
                              const history::Occasion& at);

/// Notes that the cluster says today that all of its profile is right.
/// @return ErrorCode::forbidden "owner_only" for anybody but its facilitator.
Result<ClusterDetails> confirm(db::Session& session, ClusterDetails cluster, const ClusterEditor& by,
                               const history::Occasion& at);

}  // namespace konbit::clusters
