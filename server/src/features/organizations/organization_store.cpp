// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_store.hpp"

#include "db/columns.hpp"
#include "features/projects/project_store.hpp"
#include "features/reference/reference_book.hpp"
#include "features/search/directory_search.hpp"

#include <fmt/format.h>

namespace konbit::organizations {

namespace {

const std::string& all_columns() {
    static const std::string columns = db::columns<Organization>("o");
    return columns;
}

/// The condition of a filter that is given. Of one that is not only what tells PostgreSQL its type remains:
/// "IS NULL OR …" would keep SQLite from its indexes.
std::string when(bool is_given, std::string_view condition, std::string_view parameter) {
    if (is_given) return std::string(condition) + " AND ";
    return "CAST(" + std::string(parameter) + " AS TEXT) IS NULL AND ";
}

/// The filters but the search for words, as $1 country, $2 kind, $3 sector; and what the viewer may see.
std::string matching(const Viewer& viewer, const Filter& filter) {
    // Built per call, never static: the condition differs from viewer to viewer.
    return when(filter.country_code.has_value(), "o.country_code = $1", "$1") +
           when(filter.kind.has_value(), "o.kind = $2", "$2") +
           when(filter.sector.has_value(),
                "o.sector IN (SELECT code FROM reference_terms WHERE list = 'isic' AND $3 IN (code, parent))",
                "$3") +
           (filter.has_run_project ? projects::has_run_project(viewer, "o") + " AND " : std::string()) +
           organizations_visible_to(viewer, "o");
}

search::List searched(const Viewer& viewer, const Filter& filter) {
    return {search::Kind::organization, all_columns(),
            "organizations o",          "o.id",
            matching(viewer, filter),   {filter.country_code, filter.kind, filter.sector}};
}

Result<Page<Organization>> list_sorted(db::Session& session, const Viewer& viewer, const Filter& filter,
                                       Sort sort, const PageRequest& page) {
    const std::string from = " FROM organizations o WHERE " + matching(viewer, filter);
    const auto with_count = [&](Result<Page<Organization>> found) {
        if (found && page.with_count)
            found->count = session.value<std::int64_t>("SELECT count(*)" + from, filter.country_code,
                                                       filter.kind, filter.sector);
        return found;
    };
    // The id breaks ties, so that no organization is skipped or repeated across pages.
    if (sort == Sort::newest)
        return with_count(session.page<Organization>(page, db::descending(&Organization::updated_at),
                                                     "SELECT " + all_columns() + from +
                                                         " AND (o.updated_at, o.id) < ($4, $5)"
                                                         " ORDER BY o.updated_at DESC, o.id DESC LIMIT $6",
                                                     filter.country_code, filter.kind, filter.sector));
    return with_count(session.page<Organization>(
        page, db::ascending(&Organization::sort_key),
        "SELECT " + all_columns() + from +
            " AND (o.sort_key, o.id) > ($4, $5) ORDER BY o.sort_key, o.id LIMIT $6",
        filter.country_code, filter.kind, filter.sector));
}

/// How many organizations have the same values in every filter.
struct Tally {
    std::string country_code;
    OrganizationKind kind{};
    std::optional<std::string> sector;
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{field("country_code", &Tally::country_code), field("kind", &Tally::kind),
                          field("sector", &Tally::sector), field("count", &Tally::count)};
    }
};

/// One pass for all facets: those of a filter need what the others leave. Only the filter that has no facet
/// narrows it.
std::vector<Tally> tallies(db::Session& session, const Viewer& viewer, const Filter& filter) {
    constexpr std::string_view values = "o.country_code, o.kind, o.sector";
    search::List list = searched(viewer, {.has_run_project = filter.has_run_project});
    const search::Finder finder(session, list, filter.q);
    if (!filter.q.empty()) list = finder.narrowed();
    return session.query_with<Tally>(fmt::format("SELECT {0}, count(*) FROM {1} WHERE {2} GROUP BY {0}",
                                                 values, list.from, list.condition),
                                     list.arguments);
}

Result<Organization> found(std::optional<Organization> organization) {
    if (!organization) return failure(ErrorCode::not_found, "organization");
    return *std::move(organization);
}

}  // namespace

Result<Organization> find(db::Session& session, const Viewer& viewer, const OrganizationId& id) {
    return found(session.one<Organization>("SELECT " + all_columns() +
                                               " FROM organizations o WHERE o.id = $1 AND " +
                                               organizations_visible_to(viewer, "o"),
                                           id));
}

Result<Organization> find(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session.one<Organization>("SELECT " + all_columns() +
                                               " FROM organizations o WHERE o.slug = $1 AND " +
                                               organizations_visible_to(viewer, "o"),
                                           slug));
}

Result<Page<Organization>> list(db::Session& session, const Viewer& viewer, const Filter& filter, Sort sort,
                                const PageRequest& page) {
    return filter.q.empty()
               ? list_sorted(session, viewer, filter, sort, page)
               : search::Finder(session, searched(viewer, filter), filter.q).page<Organization>(page);
}

std::vector<Organization> list_changed(db::Session& session, const Viewer& viewer, const Filter& filter,
                                       Instant since, int most) {
    return search::read_changed<Organization>(session, searched(viewer, filter), filter.q, "o", since, most);
}

Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter) {
    Facets facets;
    FacetSum countries, kinds, sectors;
    for (const auto& [country_code, kind, sector, count] : tallies(session, viewer, filter)) {
        const bool fits_country = filter.country_code.value_or(country_code) == country_code;
        const bool fits_kind = filter.kind.value_or(kind) == kind;
        const bool fits_sector = !filter.sector || reference().is_in_sector(sector, *filter.sector);
        if (fits_kind && fits_sector) countries.add(country_code, count);
        if (fits_country && fits_sector) kinds.add(std::string(name_of(kind)), count);
        if (fits_country && fits_kind) sectors.add(sector, count);
        if (fits_country && fits_kind && fits_sector) facets.count += count;
    }
    facets.countries = countries.largest_first();
    facets.kinds = kinds.largest_first();
    facets.sectors = sectors.largest_first();
    return facets;
}

}  // namespace konbit::organizations
