// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_store.hpp"

#include "db/columns.hpp"
#include "features/reference/reference_book.hpp"
#include "features/search/directory_search.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace konbit::clusters {

namespace {

/// The columns of the cluster and its number of members: the roster counts before what the cluster says of
/// itself. The order is that of ClusterProfile::fields() and ShownCluster::fields().
template <class Record>
const std::string& columns_with_count() {
    static const std::string columns = db::columns<Record>("c") +
                                       ", COALESCE(NULLIF((SELECT count(*) FROM memberships m WHERE "
                                       "m.cluster_id = c.id AND m.left_on IS NULL), 0),"
                                       " c.stated_member_count) AS member_count";
    return columns;
}

const std::string& all_columns() { return columns_with_count<Cluster>(); }

/// The filters but the search for words, as $1 country, $2 sector, $3 stage; and what the viewer may see.
std::string matching(const Viewer& viewer, const Filter& filter) {
    std::string sql =
        "(CAST($1 AS TEXT) IS NULL OR c.countries LIKE '%\"' || CAST($1 AS TEXT) || '\"%')"
        " AND (CAST($2 AS TEXT) IS NULL OR c.sector = $2 OR c.sector IN"
        " (SELECT code FROM reference_terms WHERE list = 'isic' AND parent = $2))"
        " AND (CAST($3 AS TEXT) IS NULL OR c.stage = $3) AND " +
        clusters_visible_to(viewer, "c");
    if (filter.mine) sql += " AND " + search::is_one_of("c.id", viewer.scope_ids(Scope::cluster));
    return sql;
}

/// A cluster is found by the names of its present members as well, whoever searches: of those that everybody
/// sees.
search::Related members() {
    return {search::Kind::organization,
            "SELECT m.cluster_id FROM memberships m JOIN organizations o ON o.id = m.organization_id"
            " WHERE m.left_on IS NULL AND " +
                organizations_visible_to(Viewer::anonymous(), "o") + " AND o.id IN"};
}

search::List searched(const Viewer& viewer, const Filter& filter) {
    return {search::Kind::cluster,
            all_columns(),
            "clusters c",
            "c.id",
            matching(viewer, filter),
            {filter.country_code, filter.sector, filter.stage},
            members()};
}

Result<Page<ClusterProfile>> list_sorted(db::Session& session, const Viewer& viewer, const Filter& filter,
                                         Sort sort, const PageRequest& page) {
    const std::string from = " FROM clusters c WHERE " + matching(viewer, filter);
    const auto with_count = [&](Result<Page<ClusterProfile>> found) {
        if (found && page.with_count)
            found->count = session.value<std::int64_t>("SELECT count(*)" + from, filter.country_code,
                                                       filter.sector, filter.stage);
        return found;
    };
    if (sort == Sort::newest)
        return with_count(session.page<ClusterProfile>(
            page, db::Order<ClusterProfile, Instant>{&ClusterProfile::updated_at, true},
            "SELECT " + all_columns() + from +
                " AND (c.updated_at, c.id) < ($4, $5)"
                " ORDER BY c.updated_at DESC, c.id DESC LIMIT $6",
            filter.country_code, filter.sector, filter.stage));
    return with_count(session.page<ClusterProfile>(
        page, db::Order<ClusterProfile, std::string>{&ClusterProfile::sort_key, false},
        "SELECT " + all_columns() + from +
            " AND (c.sort_key, c.id) > ($4, $5) ORDER BY c.sort_key, c.id LIMIT $6",
        filter.country_code, filter.sector, filter.stage));
}

/// How many clusters have the same values in every filter.
struct Tally {
    std::vector<std::string> countries;
    std::optional<std::string> sector;
    Stage stage{};
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{field("countries", &Tally::countries), field("sector", &Tally::sector),
                          field("stage", &Tally::stage), field("count", &Tally::count)};
    }
};

/// One pass for all facets: those of a filter need what the others leave.
std::vector<Tally> tallies(db::Session& session, const Viewer& viewer, const Filter& filter) {
    constexpr std::string_view values = "c.countries, c.sector, c.stage";
    search::List list = searched(viewer, {.mine = filter.mine});
    const search::Finder finder(session, list, filter.q);
    if (!filter.q.empty()) list = finder.narrowed();
    return session.query_with<Tally>(fmt::format("SELECT {0}, count(*) FROM {1} WHERE {2} GROUP BY {0}",
                                                 values, list.from, list.condition),
                                     list.arguments);
}

template <class Record>
Result<Record> found(std::optional<Record> cluster) {
    if (!cluster) return failure(ErrorCode::not_found, "cluster");
    return *std::move(cluster);
}

}  // namespace

Result<ClusterProfile> find(db::Session& session, const Viewer& viewer, const ClusterId& id) {
    return found(session.one<ClusterProfile>("SELECT " + all_columns() +
                                                 " FROM clusters c WHERE c.id = $1 AND " +
                                                 clusters_visible_to(viewer, "c"),
                                             id));
}

Result<ClusterProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session.one<ClusterProfile>("SELECT " + all_columns() +
                                                 " FROM clusters c WHERE c.slug = $1 AND " +
                                                 clusters_visible_to(viewer, "c"),
                                             slug));
}

Result<ShownCluster> find_details(db::Session& session, const Viewer& viewer, const ClusterId& id) {
    return found(session.one<ShownCluster>("SELECT " + columns_with_count<ClusterDetails>() +
                                               " FROM clusters c WHERE c.id = $1 AND " +
                                               clusters_visible_to(viewer, "c"),
                                           id));
}

Result<ShownCluster> find_details(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session.one<ShownCluster>("SELECT " + columns_with_count<ClusterDetails>() +
                                               " FROM clusters c WHERE c.slug = $1 AND " +
                                               clusters_visible_to(viewer, "c"),
                                           slug));
}

Result<Page<ClusterProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter, Sort sort,
                                  const PageRequest& page) {
    return filter.q.empty()
               ? list_sorted(session, viewer, filter, sort, page)
               : search::Finder(session, searched(viewer, filter), filter.q).page<ClusterProfile>(page);
}

std::vector<ClusterProfile> list_changed(db::Session& session, const Viewer& viewer, const Filter& filter,
                                         Instant since, int most) {
    return search::read_changed<ClusterProfile>(session, searched(viewer, filter), filter.q, "c", since,
                                                most);
}

Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter) {
    Facets facets;
    FacetSum countries, sectors, stages;
    for (const auto& [codes, sector, stage, count] : tallies(session, viewer, filter)) {
        const bool fits_country =
            !filter.country_code || std::ranges::find(codes, *filter.country_code) != codes.end();
        const bool fits_sector = !filter.sector || reference().is_in_sector(sector, *filter.sector);
        const bool fits_stage = filter.stage.value_or(stage) == stage;
        if (fits_sector && fits_stage)
            for (const auto& code : codes) countries.add(code, count);
        if (fits_country && fits_stage) sectors.add(sector, count);
        if (fits_country && fits_sector) stages.add(std::string(name_of(stage)), count);
        if (fits_country && fits_sector && fits_stage) facets.count += count;
    }
    facets.countries = countries.largest_first();
    facets.sectors = sectors.largest_first();
    facets.stages = stages.largest_first();
    return facets;
}

}  // namespace konbit::clusters
