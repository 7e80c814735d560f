// SPDX-License-Identifier: Apache-2.0
#include "features/neutrality/neutrality_routes.hpp"

#include "db/database.hpp"
#include "features/neutrality/neutrality_store.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::neutrality {

namespace {

Result<DirectoryEditor> administer(App& app, const http::Request& request) {
    KONBIT_TRY(DirectoryEditor editor, Policies::add_to_directory(app, request));
    if (!editor.viewer().holds(Role::administrator)) return failure(ErrorCode::forbidden, "not_allowed");
    return editor;
}

constexpr http::Policy<App, DirectoryEditor> may_administer{
    "administrator", {Role::administrator}, &administer};

Result<Neutrality> show(App& app, ClusterId, const Facilitator& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return find(db, by, now); });
}

Result<NeutralityRule> show_rule(App& app, const DirectoryEditor&) {
    return app.database.read([](db::Session& db) { return find_rule(db); });
}

Result<NeutralityRule> change_rule(App& app, const DirectoryEditor& by, Create<NeutralityRule> wanted) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<NeutralityRule> {
        save_rule(db, by, wanted, now);
        return find_rule(db);
    });
}

}  // namespace

}  // namespace konbit::neutrality

namespace konbit {

std::span<const http::Route<App>> neutrality_routes() {
    using namespace neutrality;
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/neutrality",
              "Who runs the cluster and belongs to one of its member firms", may_facilitate, show),
        route(http::get, "/api/neutrality", "Whether people of member firms may run their cluster",
              may_administer, show_rule),
        route(http::put, "/api/neutrality", "Decides whether people of member firms may run their cluster",
              may_administer, change_rule),
    };
    return all;
}

}  // namespace konbit
