// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_store.hpp"

#include "db/columns.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/slugs.hpp"
#include "features/search/directory_search.hpp"

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
           organizations_visible_to(viewer, "o");
}

/// What the search for words finds of an organization.
search::Document document_of(const Organization& organization) {
    std::string body = organization.acronym.value_or("") + ' ' + organization.locality.value_or("");
    for (const auto& [language, text] : organization.description.texts) body += ' ' + text;
    return {search::Kind::organization, organization.id.str(), organization.name, std::move(body)};
}

Result<Page<Organization>> list_found(db::Session& session, const Viewer& viewer, const Filter& filter,
                                      const PageRequest& page) {
    const auto hits = search::find(session, search::Kind::organization, filter.q);
    const std::string from = " FROM organizations o WHERE " + matching(viewer, filter) + " AND ";
    const auto read = [&]<class T>(std::type_identity<T>, const std::string& columns,
                                   const std::vector<std::string>& ids) {
        return session.query<T>("SELECT " + columns + from + search::is_one_of("o.id", ids),
                                filter.country_code, filter.kind, filter.sector);
    };
    using Found = search::Found<OrganizationId>;
    KONBIT_TRY(const Page<Found> found,
               search::ranked_page(hits, read(std::type_identity<Found>{}, "o.id", hits.ids), page));
    return search::with_records(
        found, hits, read(std::type_identity<Organization>{}, all_columns(), search::ids_of(found)));
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

/// Counts what remains for each value of `column`, under the filters given.
std::vector<Facet> count_by(db::Session& session, const Viewer& viewer, const Filter& filter,
                            std::string_view column) {
    std::string sql = "SELECT " + std::string(column) +
                      " AS code, count(*) AS n FROM organizations o WHERE " + matching(viewer, filter);
    if (!filter.q.empty())
        sql += " AND " +
               search::is_one_of("o.id", search::find(session, search::Kind::organization, filter.q).ids);
    sql += " AND " + std::string(column) + " IS NOT NULL GROUP BY " + std::string(column) +
           " ORDER BY n DESC, code";
    return session.query<Facet>(sql, filter.country_code, filter.kind, filter.sector);
}

Result<Organization> found(std::optional<Organization> organization) {
    if (!organization) return failure(ErrorCode::not_found, "organization");
    return *std::move(organization);
}

Result<void> settle_slug(db::Session& session, Organization& organization) {
    if (!organization.slug.empty())
        return check_slug_is_free(session, organization_slugs, organization.slug, organization.id.view());
    organization.slug = free_slug(session, organization_slugs, organization.name);
    return {};
}

/// What became of an organization, for the history.
void remember(db::Session& session, const std::optional<Organization>& before,
              const std::optional<Organization>& after, const history::Author& author) {
    history::record(session, history::Kind::organization, (after ? after : before)->id, before, after,
                    author);
}

Result<Organization> insert_new(db::Session& session, Organization organization,
                                const history::Author& author) {
    organization.id = new_id<OrganizationId>();
    organization.version = 1;
    organization.created_at = organization.updated_at = author.at.now;
    KONBIT_CHECK(settle_slug(session, organization));
    db::insert(session, "organizations", organization);
    search::put(session, document_of(organization));
    remember(session, {}, organization, author);
    return organization;
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
    return filter.q.empty() ? list_sorted(session, viewer, filter, sort, page)
                            : list_found(session, viewer, filter, page);
}

Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter) {
    Filter any_country = filter, any_kind = filter, any_sector = filter;
    any_country.country_code.reset();
    any_kind.kind.reset();
    any_sector.sector.reset();
    return {
        count_by(session, viewer, any_country, "o.country_code"),
        count_by(session, viewer, any_kind, "o.kind"),
        count_by(session, viewer, any_sector, "o.sector"),
    };
}

Result<Organization> insert(db::Session& session, Organization organization, const DirectoryEditor& by,
                            const history::Occasion& at) {
    if (!by.may_edit(organization.country_code))
        return failure(ErrorCode::forbidden, "other_country", {{"/country_code", "other_country"}});
    return insert_new(session, std::move(organization), history::by(by.viewer(), at));
}

Result<Organization> insert(db::Session& session, Organization organization, const Facilitator& by,
                            const history::Occasion& at) {
    organization.visibility = Visibility::cluster;
    return insert_new(session, std::move(organization), history::by(by.viewer(), at));
}

Result<Organization> update(db::Session& session, Organization organization, const OrganizationEditor& by,
                            const history::Occasion& at) {
    KONBIT_TRY(const Organization stored, find(session, by.viewer(), by.organization()));
    if (is_raised(stored.visibility, organization.visibility) && !by.is_owner())
        return failure(ErrorCode::forbidden, "owner_only", {{"/visibility", "owner_only"}});
    if (organization.country_code != stored.country_code && !by.may_move_to(organization.country_code))
        return failure(ErrorCode::forbidden, "other_country", {{"/country_code", "other_country"}});
    organization.id = by.organization();
    organization.updated_at = at.now;
    KONBIT_CHECK(settle_slug(session, organization));
    if (organization.slug != stored.slug)
        remember_slug(session, organization_slugs, stored.slug, organization.id.view());
    KONBIT_TRY(Organization changed, db::update(session, "organizations", std::move(organization)));
    search::put(session, document_of(changed));
    remember(session, stored, changed, history::by(by.viewer(), at));
    return changed;
}

Result<void> remove(db::Session& session, const Organization& organization, const OrganizationEditor& by,
                    const history::Occasion& at) {
    const auto memberships = session.value<std::int64_t>(
        "SELECT count(*) FROM memberships WHERE organization_id = $1", by.organization());
    if (memberships > 0) return failure(ErrorCode::conflict, "organization_is_member");
    const auto removed = session.change("DELETE FROM organizations WHERE id = $1 AND version = $2",
                                        by.organization(), organization.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    search::remove(session, search::Kind::organization, by.organization().view());
    remember(session, organization, {}, history::by(by.viewer(), at));
    return {};
}

Result<Organization> restore(db::Session& session, Organization organization, const OrganizationEditor& by,
                             const history::Occasion& at) {
    organization.id = by.organization();
    organization.version += 1;
    organization.updated_at = at.now;
    if (!check_slug_is_free(session, organization_slugs, organization.slug, {})) organization.slug.clear();
    KONBIT_CHECK(settle_slug(session, organization));
    db::insert(session, "organizations", organization);
    search::put(session, document_of(organization));
    remember(session, {}, organization, history::by(by.viewer(), at));
    return find(session, by.viewer(), organization.id);
}

}  // namespace konbit::organizations
