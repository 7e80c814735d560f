// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_store.hpp"

#include "db/columns.hpp"
#include "features/experts/expert_rules.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/search/directory_search.hpp"

#include <fmt/core.h>

namespace konbit::experts {

namespace {

std::string columns_of_profile() {
    return db::columns<Expert>("e") + ", o.name AS organization_name, o.slug AS organization_slug";
}

/// The experts, each with the own organization if the viewer may see that.
std::string profiles(const Viewer& viewer) {
    return "experts e LEFT JOIN organizations o ON o.id = e.organization_id AND " +
           organizations_visible_to(viewer, "o");
}

std::string select(const Viewer& viewer) {
    return "SELECT " + columns_of_profile() + " FROM " + profiles(viewer);
}

/// A code among those of a column that holds a JSON list; the parameter may be absent.
std::string lists(std::string_view column, std::string_view parameter) {
    return fmt::format("(CAST({1} AS TEXT) IS NULL OR {0} LIKE '%\"' || CAST({1} AS TEXT) || '\"%')", column,
                       parameter);
}

/// The filters but the search for words, as $1 country, $2 objective, $3 language, $4 cluster; and what the
/// viewer may see.
std::string matching(const Viewer& viewer, const Filter& filter) {
    std::string sql = lists("e.countries", "$1") + " AND " + lists("e.objectives", "$2") + " AND " +
                      lists("e.languages", "$3") + " AND " + lists("e.engagements", "$4") + " AND " +
                      experts_visible_to(viewer, "e");
    if (filter.mine) sql += " AND " + experts_editable_by(viewer, "e");
    return sql;
}

search::List searched(const Viewer& viewer, const Filter& filter) {
    return {search::Kind::expert,
            columns_of_profile(),
            profiles(viewer),
            "e.id",
            matching(viewer, filter),
            {filter.country_code, filter.objective, filter.language, filter.cluster_id}};
}

/// Counts the experts whose column lists each code of `codes`, a statement that gives them.
std::vector<Facet> count_by(db::Session& session, const Viewer& viewer, const Filter& filter,
                            std::string_view codes, std::string_view column) {
    search::List list = searched(viewer, filter);
    const search::Finder finder(session, list, filter.q);
    if (!filter.q.empty()) list = finder.narrowed();
    return session.query_with<Facet>(
        fmt::format("SELECT t.code, count(*) AS n FROM {} JOIN ({}) t ON {} LIKE '%\"' || t.code || '\"%'"
                    " WHERE {} GROUP BY t.code ORDER BY n DESC, t.code",
                    list.from, codes, column, list.condition),
        list.arguments);
}

Result<Page<ExpertProfile>> list_sorted(db::Session& session, const Viewer& viewer, const Filter& filter,
                                        const PageRequest& page) {
    const std::string where = " WHERE " + matching(viewer, filter);
    auto found = session.page<ExpertProfile>(
        page, db::ascending<ExpertProfile, std::string>(&ExpertProfile::sort_key),
        select(viewer) + where +
            " AND (e.sort_key, e.id) > ($5, $6)"
            " ORDER BY e.sort_key, e.id LIMIT $7",
        filter.country_code, filter.objective, filter.language, filter.cluster_id);
    if (found && page.with_count)
        found->count =
            session.value<std::int64_t>("SELECT count(*) FROM experts e" + where, filter.country_code,
                                        filter.objective, filter.language, filter.cluster_id);
    return found;
}

Result<ExpertProfile> found(std::optional<ExpertProfile> expert) {
    if (!expert) return failure(ErrorCode::not_found, "expert");
    return *std::move(expert);
}

search::Document document_of(const Expert& expert) {
    std::string body = expert.headline;
    for (const auto& topic : expert.topics) body += ' ' + topic;
    for (const auto& [language, text] : expert.about.texts) body += ' ' + text;
    return {search::Kind::expert, expert.id.str(), expert.name, {}, std::move(body)};
}

/// Asks of the row as it stands whether the editor reaches it and sees what it names.
Result<ExpertProfile> settled(db::Session& session, const Expert& expert, const RegisterEditor& by) {
    search::put(session, document_of(expert));
    const auto reached = session.value<std::optional<std::int64_t>>(
        "SELECT 1 FROM experts e WHERE e.id = $1 AND " + experts_editable_by(by.viewer(), "e"), expert.id);
    if (!reached) return failure(ErrorCode::forbidden, "out_of_reach", {{"/countries", "out_of_reach"}});
    KONBIT_TRY(ExpertProfile profile, find(session, by.viewer(), expert.id));
    if (expert.organization_id && !profile.organization_name)
        return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "unknown"}});
    return profile;
}

void remember(db::Session& session, const std::optional<ExpertProfile>& before, const ExpertProfile& after,
              const history::Author& author) {
    history::record(session, history::Kind::expert, after.id, before, std::optional(after), author);
}

void erase(db::Session& session, const ExpertId& id) {
    session.change("DELETE FROM experts WHERE id = $1", id);
    search::remove(session, search::Kind::expert, id.view());
    history::forget(session, history::Kind::expert, id.view());
}

}  // namespace

Result<ExpertProfile> find(db::Session& session, const Viewer& viewer, const ExpertId& id) {
    return found(session.one<ExpertProfile>(
        select(viewer) + " WHERE e.id = $1 AND " + experts_visible_to(viewer, "e"), id));
}

Result<ExpertProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session.one<ExpertProfile>(
        select(viewer) + " WHERE e.slug = $1 AND " + experts_visible_to(viewer, "e"), slug));
}

Result<Page<ExpertProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                 const PageRequest& page) {
    return filter.q.empty()
               ? list_sorted(session, viewer, filter, page)
               : search::Finder(session, searched(viewer, filter), filter.q).page<ExpertProfile>(page);
}

Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter) {
    constexpr std::string_view countries = "SELECT code FROM countries";
    constexpr std::string_view objectives = "SELECT code FROM reference_terms WHERE list = 'objective'";
    constexpr std::string_view languages = "SELECT code FROM reference_terms WHERE list = 'language'";
    Filter any_country = filter, any_objective = filter, any_language = filter;
    any_country.country_code.reset();
    any_objective.objective.reset();
    any_language.language.reset();
    return {
        count_by(session, viewer, any_country, countries, "e.countries"),
        count_by(session, viewer, any_objective, objectives, "e.objectives"),
        count_by(session, viewer, any_language, languages, "e.languages"),
    };
}

Result<ExpertProfile> insert(db::Session& session, Expert expert, const RegisterEditor& by,
                             const history::Occasion& at) {
    expert.id = new_id<ExpertId>();
    expert.version = expert.link_version = 1;
    expert.created_at = expert.updated_at = at.now;
    KONBIT_CHECK(settle_slug(session, expert_slugs, expert));
    db::insert(session, "experts", expert);
    KONBIT_TRY(ExpertProfile made, settled(session, expert, by));
    remember(session, {}, made, history::by(by.viewer(), at));
    return made;
}

Result<ExpertProfile> update(db::Session& session, Expert expert, const RegisterEditor& by,
                             const history::Occasion& at) {
    KONBIT_TRY(const ExpertProfile stored, find(session, by.viewer(), expert.id));
    KONBIT_CHECK(settle_slug(session, expert_slugs, expert, stored.slug));
    if (reads_differently(stored, expert)) {
        expert.consent_version.reset();
        expert.consented_at.reset();
    }
    if (expert.contact_email != stored.contact_email) expert.link_version += 1;
    expert.updated_at = at.now;
    KONBIT_TRY(const Expert written, db::update(session, "experts", std::move(expert)));
    KONBIT_TRY(ExpertProfile changed, settled(session, written, by));
    remember(session, stored, changed, history::by(by.viewer(), at));
    return changed;
}

Result<ExpertProfile> invite(db::Session& session, const ExpertId& id, const RegisterEditor& by,
                             Instant now) {
    session.change("UPDATE experts SET invited_at = $2, version = version + 1 WHERE id = $1", id, now);
    return find(session, by.viewer(), id);
}

Result<ExpertProfile> find(db::Session& session, const ConsentingExpert& by) {
    return found(session.one<ExpertProfile>(select(Viewer::anonymous()) + " WHERE e.id = $1", by.expert()));
}

Result<ExpertProfile> confirm(db::Session& session, const ConsentingExpert& by, const history::Occasion& at) {
    KONBIT_TRY(const ExpertProfile stored, find(session, by));
    session.change(
        "UPDATE experts SET consent_version = $2, consented_at = $3, version = version + 1 WHERE id = $1",
        by.expert(), expert_consent_version, at.now);
    KONBIT_TRY(ExpertProfile confirmed, find(session, by));
    remember(session, stored, confirmed, {{}, at});
    return confirmed;
}

void erase(db::Session& session, const ConsentingExpert& by) { erase(session, by.expert()); }
void erase(db::Session& session, const ExpertId& id, const RegisterEditor&) { erase(session, id); }

}  // namespace konbit::experts
