// SPDX-License-Identifier: Apache-2.0
#include "features/factsheets/fact_store.hpp"

#include "db/columns.hpp"

#include <algorithm>

namespace konbit::factsheets {

namespace {

std::string select(const Viewer& viewer) {
    return "SELECT " + db::columns<CountryFact>("f") +
           ", o.name AS organization_name, o.slug AS organization_slug FROM country_facts f"
           " LEFT JOIN organizations o ON o.id = f.organization_id AND " +
           organizations_visible_to(viewer, "o");
}

bool is_known(const std::vector<CountryFactProfile>& facts, FactKind kind) {
    return std::ranges::find(facts, kind, &CountryFactProfile::kind) != facts.end();
}

std::vector<FactKind> missing_of(const std::vector<CountryFactProfile>& facts) {
    std::vector<FactKind> missing;
    for (std::size_t i = 0; i < names_of<FactKind>().size(); ++i)
        if (const auto kind = static_cast<FactKind>(i); !is_known(facts, kind)) missing.push_back(kind);
    return missing;
}

Result<void> check_reach(db::Session& session, const CountryFact& fact, const DirectoryEditor& by) {
    if (!by.may_edit(fact.country_code))
        return failure(ErrorCode::forbidden, "other_country", {{"/country_code", "other_country"}});
    if (!fact.organization_id) return {};
    const auto seen = session.value<std::optional<std::int64_t>>(
        "SELECT 1 FROM organizations o WHERE o.id = $1 AND " + organizations_visible_to(by.viewer(), "o"),
        *fact.organization_id);
    if (!seen) return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "unknown"}});
    return {};
}

/// The hand that writes: an office of the country speaks for it, the region does not.
void sign(CountryFact& fact, const Viewer& viewer) {
    const bool holds_office = viewer.holds_in_country(Role::national, fact.country_code) ||
                              viewer.holds_in_country(Role::bso_officer, fact.country_code);
    fact.author_id = viewer.account();
    fact.is_by_country =
        holds_office && !viewer.holds(Role::regional_editor) && !viewer.holds(Role::administrator);
    fact.confirmed_by.reset();
    fact.confirmed_at.reset();
}

void remember(db::Session& session, const std::optional<CountryFactProfile>& before,
              const std::optional<CountryFactProfile>& after, const Viewer& viewer,
              const history::Occasion& at) {
    history::record(session, history::Kind::factsheet, (after ? after : before)->id, before, after,
                    history::by(viewer, at));
}

}  // namespace

Factsheet list(db::Session& session, const Viewer& viewer, std::string_view country_code) {
    Factsheet sheet;
    sheet.items =
        session.query<CountryFactProfile>(select(viewer) + " WHERE f.country_code = $1", country_code);
    std::ranges::sort(sheet.items, {}, [](const CountryFactProfile& fact) {
        return std::tuple(fact.kind, -fact.year.value_or(0), -fact.as_of.days, fact.id);
    });
    sheet.missing = missing_of(sheet.items);
    return sheet;
}

Result<CountryFactProfile> find(db::Session& session, const Viewer& viewer, const FactId& id) {
    auto fact = session.one<CountryFactProfile>(select(viewer) + " WHERE f.id = $1", id);
    if (!fact) return failure(ErrorCode::not_found, "fact");
    return *std::move(fact);
}

Result<CountryFactProfile> insert(db::Session& session, CountryFactProfile fact, const DirectoryEditor& by,
                                  const history::Occasion& at) {
    KONBIT_CHECK(check_reach(session, fact, by));
    fact.id = new_id<FactId>();
    fact.version = 1;
    fact.created_at = fact.updated_at = at.now;
    sign(fact, by.viewer());
    db::insert<CountryFact>(session, "country_facts", fact);
    KONBIT_TRY(CountryFactProfile made, find(session, by.viewer(), fact.id));
    remember(session, {}, made, by.viewer(), at);
    return made;
}

Result<CountryFactProfile> update(db::Session& session, CountryFactProfile fact, const DirectoryEditor& by,
                                  const history::Occasion& at) {
    KONBIT_TRY(const CountryFactProfile stored, find(session, by.viewer(), fact.id));
    if (fact.organization_id != stored.organization_id || fact.country_code != stored.country_code)
        KONBIT_CHECK(check_reach(session, fact, by));
    fact.updated_at = at.now;
    sign(fact, by.viewer());
    KONBIT_CHECK(db::update<CountryFact>(session, "country_facts", fact));
    KONBIT_TRY(CountryFactProfile changed, find(session, by.viewer(), fact.id));
    remember(session, stored, changed, by.viewer(), at);
    return changed;
}

Result<void> remove(db::Session& session, const CountryFactProfile& fact, const DirectoryEditor& by,
                    const history::Occasion& at) {
    const auto removed =
        session.change("DELETE FROM country_facts WHERE id = $1 AND version = $2", fact.id, fact.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    remember(session, fact, {}, by.viewer(), at);
    return {};
}

Result<CountryFactProfile> confirm(db::Session& session, std::int64_t version, const FactConfirmer& by,
                                   const history::Occasion& at) {
    KONBIT_TRY(const CountryFactProfile stored, find(session, by.viewer(), by.fact()));
    if (stored.author_id == by.viewer().account() && !stored.is_by_country)
        return failure(ErrorCode::conflict, "own_statement");
    CountryFact fact = stored;
    fact.version = version;
    fact.confirmed_by = by.viewer().account();
    fact.confirmed_at = at.now;
    KONBIT_CHECK(db::update<CountryFact>(session, "country_facts", fact));
    KONBIT_TRY(CountryFactProfile confirmed, find(session, by.viewer(), by.fact()));
    remember(session, stored, confirmed, by.viewer(), at);
    return confirmed;
}

}  // namespace konbit::factsheets
