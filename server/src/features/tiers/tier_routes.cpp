// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/tier_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/tiers/tier_store.hpp"

namespace konbit {

namespace {

using http::Created;

Result<TierReport> report_of(App& app, const Viewer& viewer, RecordKind kind, std::string_view id) {
    const tiers::Subject subject{kind, RecordId::parse(id).value()};
    const Date today = utc_date(app.clock.now());
    return app.database.read(
        [&](db::Session& session) { return tiers::report(session, viewer, subject, today); });
}

Result<TierReport> of_organization(App& app, OrganizationId id, const Viewer& viewer) {
    return report_of(app, viewer, RecordKind::organization, id.view());
}

Result<TierReport> of_cluster(App& app, ClusterId id, const Viewer& viewer) {
    return report_of(app, viewer, RecordKind::cluster, id.view());
}

/// The members' agreement, as its facilitator notes it.
struct AgreementNote {
    std::string title;
    std::optional<std::string> url;
    Date held_on;
    std::optional<Date> expires_on;

    static constexpr auto fields() {
        return std::tuple{field("title", &AgreementNote::title), field("url", &AgreementNote::url),
                          field("held_on", &AgreementNote::held_on),
                          field("expires_on", &AgreementNote::expires_on)};
    }
};

Result<Created<TierEvidence>> note_agreement(App& app, ClusterId id, const Facilitator& by,
                                             Create<AgreementNote> note) {
    TierEvidence evidence;
    evidence.title = note.title;
    evidence.url = note.url;
    evidence.held_on = note.held_on;
    evidence.expires_on = note.expires_on;
    const Instant now = app.clock.now();
    KONBIT_TRY(TierEvidence noted, app.database.write([&](db::Session& session) {
        return tiers::insert_agreement(session, evidence, by, now);
    }));
    return Created<TierEvidence>{std::move(noted), "/api/clusters/" + id.str() + "/tier"};
}

Result<Created<TierEvidence>> note_review(App& app, const DirectoryEditor& by, Create<TierEvidence> review) {
    const Instant now = app.clock.now();
    KONBIT_TRY(TierEvidence noted, app.database.write([&](db::Session& session) {
        return tiers::insert_review(session, review, by, now);
    }));
    return Created<TierEvidence>{std::move(noted)};
}

Result<Created<TierWaiver>> waive(App& app, const DirectoryEditor& by, Create<TierWaiver> waiver) {
    const Instant now = app.clock.now();
    KONBIT_TRY(TierWaiver noted, app.database.write([&](db::Session& session) {
        return tiers::insert_waiver(session, waiver, by, now);
    }));
    return Created<TierWaiver>{std::move(noted)};
}

Result<TierRules> rules(App& app, std::string code, const Viewer&) {
    return app.database.read(
        [&](db::Session& session) -> Result<TierRules> { return tiers::rules_of(session, code); });
}

Result<TierRules> set_rules(App& app, std::string code, const DirectoryEditor& by, Create<TierRules> wanted) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& session) { return tiers::put_rules(session, code, wanted, by, now); });
}

}  // namespace

std::span<const http::Route<App>> tier_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/organizations/{id}/tier",
                    "How much of an organization's listing was checked; to its editors, what is missing",
                    anyone, of_organization),
        http::route(get, "/api/clusters/{cluster_id}/tier",
                    "How much of a cluster's listing was checked; to its editors, what is missing",
                    may_view_cluster, of_cluster),
        http::route(post, "/api/clusters/{cluster_id}/agreement", "Notes the members' agreement of a cluster",
                    may_facilitate, note_agreement),
        http::route(post, "/api/reviews", "Notes that what a record says was reviewed", may_add_to_directory,
                    note_review),
        http::route(post, "/api/waivers", "Lets a programme answer for what a record lacks",
                    may_add_to_directory, waive),
        http::route(get, "/api/countries/{code}/tier-rules", "What a country asks of a listing", anyone,
                    rules),
        http::route(put, "/api/countries/{code}/tier-rules", "Sets what a country asks of a listing",
                    may_add_to_directory, set_rules),
    };
    return all;
}

}  // namespace konbit
