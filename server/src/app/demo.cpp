// SPDX-License-Identifier: Apache-2.0
#include "app/demo.hpp"

#include "features/accounts/demo_accounts.hpp"
#include "features/agreements/demo_agreements.hpp"
#include "features/answers/demo_waves.hpp"
#include "features/attachments/demo_attachments.hpp"
#include "features/experts/demo_experts.hpp"
#include "features/factsheets/demo_facts.hpp"
#include "features/introductions/demo_introductions.hpp"
#include "features/meetings/demo_meetings.hpp"
#include "features/networks/freezing.hpp"
#include "features/projects/demo_projects.hpp"
#include "features/public_figures/public_figures_store.hpp"
#include "features/recipes/demo_recipe.hpp"
#include "features/reference/demo_directory.hpp"
#include "features/tiers/tier_job.hpp"

namespace konbit {

Result<void> load_demo(App& app) {
    KONBIT_TRY(const DemoDirectory directory, load_demo_directory(app.database, app.clock.now()));
    KONBIT_CHECK(projects::load_demo_projects(app.database, directory, app.clock.now()));
    KONBIT_CHECK(factsheets::load_demo_facts(app.database, directory, app.clock.now()));
    KONBIT_CHECK(experts::load_demo_experts(app.database, directory, app.clock.now()));
    KONBIT_CHECK(agreements::load_demo_agreements(app.database, directory, app.clock.now()));
    KONBIT_CHECK(attachments::load_demo_attachments(app, directory));
    const auto cluster = directory.clusters.find("windward-cocoa-and-spice");
    if (cluster == directory.clusters.end())
        return failure(ErrorCode::not_found, "data/demo: no cluster of the story");
    KONBIT_CHECK(tiers::load_demo_evidence(app));
    KONBIT_CHECK(
        answers::load_demo_waves(app, cluster->second, [&](Date date) { return directory.shift(date); }));
    KONBIT_CHECK(app.database.write([](db::Session& db) { return networks::note_missing_freezes(db); }));
    KONBIT_CHECK(introductions::load_demo_introductions(app.database, directory, app.clock.now()));
    KONBIT_CHECK(meetings::load_demo_meetings(app.database, directory, cluster->second, app.clock.now()));
    KONBIT_CHECK(recipes::load_demo_recipe(app.database, directory, cluster->second, app.clock.now()));
    app.database.write([&](db::Session& db) { public_figures::release_demo(db, cluster->second); });
    return accounts::load_demo_accounts(app);
}

}  // namespace konbit
