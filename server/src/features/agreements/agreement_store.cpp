// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/agreement_store.hpp"

#include "db/columns.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/search/directory_search.hpp"

#include <fmt/core.h>

namespace konbit::agreements {

namespace {

std::string from(const Viewer& viewer) {
    return " FROM agreements a LEFT JOIN clusters c ON c.id = a.cluster_id AND " +
           clusters_visible_to(viewer, "c") + " LEFT JOIN organizations o ON o.id = a.organization_id AND " +
           organizations_visible_to(viewer, "o");
}

std::string select(const Viewer& viewer) {
    return "SELECT " + db::columns<Agreement>("a") + ", COALESCE(c.name, o.name) AS keeper_name" +
           from(viewer);
}

/// The filters as literals of ids; and what the viewer may see.
std::string matching(const Viewer& viewer, const Filter& filter) {
    std::string sql = agreements_visible_to(viewer, "a");
    if (filter.cluster_id) sql += " AND " + search::is_one_of("a.cluster_id", {filter.cluster_id->str()});
    if (filter.organization_id)
        sql += fmt::format(" AND ({} OR a.parties LIKE '%\"{}\"%')",
                           search::is_one_of("a.organization_id", {filter.organization_id->str()}),
                           filter.organization_id->view());
    if (filter.mine) sql += " AND " + agreements_editable_by(viewer, "a");
    if (filter.is_public) sql += " AND a.visibility = 'public'";
    return sql;
}

/// A party of the directory is one that the editor can see there.
Result<void> check_parties(db::Session& session, const Agreement& agreement, const Viewer& viewer) {
    Findings findings;
    const std::string sql =
        "SELECT 1 FROM organizations o WHERE o.id = $1 AND " + organizations_visible_to(viewer, "o");
    for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
        const auto& id = agreement.parties[i].organization_id;
        const bool is_known = !id || session.value<std::optional<std::int64_t>>(sql, *id).has_value();
        findings.require(is_known, fmt::format("/parties/{}/organization_id", i), "unknown");
    }
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

/// Asks of the row as it stands whether the editor keeps it.
Result<AgreementProfile> settled(db::Session& session, const AgreementId& id, const RegisterEditor& by) {
    const auto keeps = session.value<std::optional<std::int64_t>>(
        "SELECT 1 FROM agreements a WHERE a.id = $1 AND " + agreements_editable_by(by.viewer(), "a"), id);
    if (!keeps) return failure(ErrorCode::forbidden, "not_keeper", {{"/cluster_id", "not_keeper"}});
    auto agreement = session.one<AgreementProfile>(select(by.viewer()) + " WHERE a.id = $1", id);
    if (!agreement) return failure(ErrorCode::not_found, "agreement");
    return *std::move(agreement);
}

void remember(db::Session& session, const std::optional<AgreementProfile>& before,
              const std::optional<AgreementProfile>& after, const RegisterEditor& by,
              const history::Occasion& at) {
    history::record(session, history::Kind::agreement, (after ? after : before)->id, before, after,
                    history::by(by.viewer(), at));
}

}  // namespace

Result<AgreementProfile> find(db::Session& session, const Viewer& viewer, const AgreementId& id) {
    auto agreement = session.one<AgreementProfile>(
        select(viewer) + " WHERE a.id = $1 AND " + agreements_visible_to(viewer, "a"), id);
    if (!agreement) return failure(ErrorCode::not_found, "agreement");
    return *std::move(agreement);
}

Result<Page<AgreementProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                    const PageRequest& page) {
    const std::string where = " WHERE " + matching(viewer, filter);
    auto found = session.page<AgreementProfile>(
        page, db::ascending<AgreementProfile, std::string>(&AgreementProfile::sort_key),
        select(viewer) + where + " AND (a.sort_key, a.id) > ($1, $2) ORDER BY a.sort_key, a.id LIMIT $3");
    if (found && page.with_count)
        found->count = session.value<std::int64_t>("SELECT count(*) FROM agreements a" + where);
    return found;
}

Result<AgreementProfile> insert(db::Session& session, AgreementProfile agreement, const RegisterEditor& by,
                                const history::Occasion& at) {
    KONBIT_CHECK(check_parties(session, agreement, by.viewer()));
    agreement.id = new_id<AgreementId>();
    agreement.version = 1;
    agreement.created_at = agreement.updated_at = at.now;
    db::insert<Agreement>(session, "agreements", agreement);
    KONBIT_TRY(AgreementProfile made, settled(session, agreement.id, by));
    remember(session, {}, made, by, at);
    return made;
}

Result<AgreementProfile> update(db::Session& session, AgreementProfile agreement, const RegisterEditor& by,
                                const history::Occasion& at) {
    KONBIT_TRY(const AgreementProfile stored, find(session, by.viewer(), agreement.id));
    KONBIT_CHECK(check_parties(session, agreement, by.viewer()));
    agreement.updated_at = at.now;
    KONBIT_CHECK(db::update<Agreement>(session, "agreements", agreement));
    KONBIT_TRY(AgreementProfile changed, settled(session, agreement.id, by));
    remember(session, stored, changed, by, at);
    return changed;
}

Result<void> remove(db::Session& session, const AgreementProfile& agreement, const RegisterEditor& by,
                    const history::Occasion& at) {
    const auto removed = session.change("DELETE FROM agreements WHERE id = $1 AND version = $2", agreement.id,
                                        agreement.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    remember(session, agreement, {}, by, at);
    return {};
}

}  // namespace konbit::agreements
