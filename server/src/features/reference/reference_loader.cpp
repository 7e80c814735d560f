// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_loader.hpp"

#include "db/columns.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/organizations/slugs.hpp"
#include "features/reference/reference_book.hpp"

namespace konbit {

namespace {

bool is_loaded(db::Session& session, const std::string& sha256) {
    return session.value<std::optional<std::string>>(
               "SELECT sha256 FROM reference_loads WHERE name = 'reference'") == sha256;
}

void remember_load(db::Session& session, const std::string& sha256) {
    session.change(
        "INSERT INTO reference_loads (name, sha256) VALUES ('reference', $1)"
        " ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256",
        sha256);
}

void replace_terms(db::Session& session, const ReferenceData& data) {
    session.change("DELETE FROM reference_names");
    session.change("DELETE FROM reference_terms");
    for (const auto& term : data.terms) db::insert(session, "reference_terms", term);
    for (const auto& name : data.names) db::insert(session, "reference_names", name);
}

/// Organizations refer to countries, so rows are changed in place and none is removed.
void put_countries(db::Session& session, const ReferenceData& data) {
    for (const auto& country : data.countries) {
        const bool is_there =
            session.value<std::int64_t>("SELECT count(*) FROM countries WHERE code = $1", country.code) > 0;
        if (is_there)
            session.change(
                "UPDATE countries SET currency = $2, usd_peg = $3, time_zone = $4, dial_code = $5,"
                " languages = $6, groups = $7, latitude = $8, longitude = $9, fiscal_year_start_month = $10,"
                " data_protection_law = $11, law_as_of = $12, source = $13 WHERE code = $1",
                country.code, country.currency, country.usd_peg, country.time_zone, country.dial_code,
                country.languages, country.groups, country.latitude, country.longitude,
                country.fiscal_year_start_month, country.data_protection_law, country.law_as_of,
                country.source);
        else
            db::insert(session, "countries", country);
    }
}

Error at_stub(Error error, const std::string& slug) {
    error.reason = slug;
    return error;
}

/// Whether a record already has, or had, the address of the stub.
bool is_known(db::Session& session, const SlugTables& tables, const std::string& slug) {
    return !check_slug_is_free(session, tables, slug, {});
}

template <class Stub>
Stub prepared(Stub stub, const ReferenceLoad& load) {
    stub.publication = load.publishes_stubs ? Publication::published : Publication::draft;
    stub.claim = Claim::unclaimed;
    return stub;
}

Result<void> put_organization(db::Session& session, const Organization& stub, const ReferenceLoad& load) {
    if (is_known(session, organization_slugs, stub.slug)) return {};
    KONBIT_TRY(Organization valid, checked(prepared(stub, load), utc_date(load.now).year()));
    KONBIT_CHECK(organizations::insert(session, std::move(valid), System::directory_editor(), load.now));
    return {};
}

Result<void> put_cluster(db::Session& session, const Cluster& stub, const ReferenceLoad& load) {
    if (is_known(session, cluster_slugs, stub.slug)) return {};
    KONBIT_TRY(Cluster valid, checked(prepared(stub, load)));
    KONBIT_CHECK(clusters::insert(session, std::move(valid), System::directory_editor(), load.now));
    return {};
}

Result<void> put_stubs(db::Session& session, const ReferenceData& data, const ReferenceLoad& load) {
    for (const auto& stub : data.organizations)
        if (auto put = put_organization(session, stub, load); !put)
            return std::unexpected(at_stub(put.error(), stub.slug));
    for (const auto& stub : data.clusters)
        if (auto put = put_cluster(session, stub, load); !put)
            return std::unexpected(at_stub(put.error(), stub.slug));
    return {};
}

}  // namespace

Result<void> load_reference(db::Session& session, const ReferenceLoad& load) {
    const ReferenceData& data = reference().data();
    if (is_loaded(session, data.sha256)) return {};
    replace_terms(session, data);
    put_countries(session, data);
    KONBIT_CHECK(put_stubs(session, data, load));
    remember_load(session, data.sha256);
    return {};
}

Result<void> load_reference(db::Database& database, const ReferenceLoad& load) {
    reference();  // read outside of the transaction
    return database.write([&](db::Session& session) { return load_reference(session, load); });
}

}  // namespace konbit
