// SPDX-License-Identifier: Apache-2.0
#include "features/backings/starting.hpp"

#include "features/backings/backing_mail.hpp"
#include "features/backings/backing_store.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"

namespace konbit::backings {

Result<Cluster> checked(const ClusterStart& start) {
    Findings findings;
    findings.require(!start.purpose.empty(), "/purpose", "required");
    KONBIT_CHECK(std::move(findings).or_value(true));
    Cluster cluster;
    cluster.name = start.name;
    cluster.country_code = start.country_code;
    cluster.sector = start.sector;
    cluster.description = start.purpose;
    return konbit::checked(std::move(cluster));
}

Result<Cluster> start(db::Session& session, const App& app, const ClusterStart& draft, const SignedIn& by,
                      Instant now) {
    KONBIT_TRY(const Cluster valid, checked(draft));
    KONBIT_TRY(Cluster cluster, clusters::insert(session, valid, by, now));
    KONBIT_TRY(const Backing backing, request(session, cluster.id, draft.organization_id, by, now));
    KONBIT_CHECK(mail_request(session, app, backing, cluster, now));
    return cluster;
}

}  // namespace konbit::backings
