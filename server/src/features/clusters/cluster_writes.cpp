// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "features/audit/scene.hpp"
#include "features/backings/backing_store.hpp"
#include "features/clusters/cluster_document.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/clusters/stage_store.hpp"
#include "features/letters/publication_rule.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/slugs.hpp"
#include "features/profiles/confirmation.hpp"

namespace konbit::clusters {

namespace {

/// What became of a cluster, for the history.
template <class Record>
void remember(db::Session& session, const std::optional<Record>& before, const Record& after,
              const history::Author& author) {
    history::record(session, history::Kind::cluster, after.id, before, std::optional(after), author);
}

/// @tparam Record  Cluster, whose profile says nothing, or ClusterDetails.
template <class Record>
Result<Record> insert_new(db::Session& session, Record cluster, const history::Author& author) {
    cluster.id = new_id<ClusterId>();
    cluster.version = 1;
    cluster.created_at = cluster.updated_at = author.at.now;
    KONBIT_CHECK(settle_slug(session, cluster_slugs, cluster));
    db::insert(session, "clusters", cluster);
    search::put(session, document_of(cluster));
    remember<Record>(session, {}, cluster, author);
    return cluster;
}

template <class Record>
Result<Record> insert_by_editor(db::Session& session, Record cluster, const DirectoryEditor& by,
                                const history::Occasion& at) {
    if (!by.may_edit(cluster.country_code)) return forbidden_at("/country_code", "other_country");
    // The installation itself may: a demonstration shows the stubs that come with it.
    if (letters::is_stub(cluster) && cluster.publication == Publication::published &&
        by.viewer().is_signed_in())
        return failure(ErrorCode::conflict, "not_written_to");
    return insert_new(session, std::move(cluster), history::by(by.viewer(), at));
}

/// A cluster that somebody started is published by its facilitator only when a support organization stands
/// behind it.
Result<void> check_backing(db::Session& session, const Cluster& stored, const Cluster& wanted,
                           const ClusterEditor& by) {
    const bool is_published =
        stored.publication == Publication::draft && wanted.publication == Publication::published;
    if (is_published && by.is_facilitator() && backings::is_missing(session, by.cluster()))
        return failure(ErrorCode::conflict, "not_backed");
    return {};
}

}  // namespace

Result<Cluster> insert(db::Session& session, Cluster cluster, const DirectoryEditor& by,
                       const history::Occasion& at) {
    return insert_by_editor(session, std::move(cluster), by, at);
}

Result<ClusterDetails> insert(db::Session& session, ClusterDetails cluster, const DirectoryEditor& by,
                              const history::Occasion& at) {
    return insert_by_editor(session, std::move(cluster), by, at);
}

Result<Cluster> insert(db::Session& session, Cluster cluster, const SignedIn& by,
                       const history::Occasion& at) {
    cluster.publication = Publication::draft;
    cluster.claim = Claim::claimed;
    KONBIT_TRY(Cluster made, insert_new(session, std::move(cluster), history::by(by.viewer(), at)));
    const Grant grant{new_id<GrantId>(), by.account(),  Role::facilitator,
                      Scope::cluster,    made.id.str(), at.now};
    db::insert(session, "grants", grant);
    audit::note_grant(session, grant, true, at.now);
    return made;
}

Result<ClusterDetails> update(db::Session& session, ClusterDetails cluster, const ClusterEditor& by,
                              const history::Occasion& at) {
    KONBIT_TRY(const ClusterDetails stored, find_details(session, by.viewer(), by.cluster()));
    KONBIT_CHECK(check_reach(stored, cluster, by, by.is_facilitator()));
    KONBIT_CHECK(check_backing(session, stored, cluster, by));
    if (letters::would_show_stub(stored, cluster) && !by.is_facilitator())
        KONBIT_CHECK(letters::check_may_publish(session, RecordKind::cluster, stored.id.view(), at.now));
    cluster.id = by.cluster();
    cluster.updated_at = at.now;
    note_change(stored, cluster, by.is_facilitator(), utc_date(at.now));
    if (cluster.stage != stored.stage)
        stages::note(session, by.cluster(), cluster.stage, by.viewer(), at.now);
    KONBIT_CHECK(settle_slug(session, cluster_slugs, cluster, stored.slug));
    KONBIT_TRY(ClusterDetails written, db::update(session, "clusters", std::move(cluster)));
    search::put(session, document_of(written));
    remember<ClusterDetails>(session, stored, written, history::by(by.viewer(), at));
    return written;
}

Result<ClusterDetails> confirm(db::Session& session, ClusterDetails cluster, const ClusterEditor& by,
                               const history::Occasion& at) {
    if (!by.is_facilitator()) return failure(ErrorCode::forbidden, "owner_only");
    const ClusterDetails stored = cluster;
    cluster.updated_at = at.now;
    confirm_all(cluster, utc_date(at.now));
    KONBIT_TRY(ClusterDetails written, db::update(session, "clusters", std::move(cluster)));
    remember<ClusterDetails>(session, stored, written, history::by(by.viewer(), at));
    return written;
}

}  // namespace konbit::clusters
