// SPDX-License-Identifier: Apache-2.0
#include "features/desk/desk_routes.hpp"

#include "db/database.hpp"
#include "features/desk/desk.hpp"
#include "features/desk/upkeep.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

/// For those who run the installation and read no log. Nobody backs up a demonstration.
std::optional<backups::LastBackup> late_backup(App& app, const DirectoryEditor& by, Instant now) {
    if (app.config.is_demo || !by.viewer().holds(Role::administrator)) return std::nullopt;
    auto last = backups::find_last(app.database);
    if (!backups::is_late(last, now) && last.failure.empty()) return std::nullopt;
    return last;
}

Result<DeskCounts> counts(App& app, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    DeskCounts counts =
        app.database.read([&](db::Session& session) { return desk::count(session, by, now); });
    counts.late_backup = late_backup(app, by, now);
    return counts;
}

struct UpkeepQuery {
    UpkeepReason reason = UpkeepReason::stale;
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{field("reason", &UpkeepQuery::reason).defaulted(),
                          field("limit", &UpkeepQuery::limit).defaulted(),
                          field("after", &UpkeepQuery::after).defaulted()};
    }
};

Result<Page<UpkeepLine>> list_upkeep(App& app, const DirectoryEditor& by, http::Query<UpkeepQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& session) { return desk::list_upkeep(session, by, query.reason, now, page); });
}

}  // namespace

std::span<const http::Route<App>> desk_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/desk", "How much waits for those who keep the directory", may_add_to_directory,
                    counts),
        http::route(
            get, "/api/upkeep",
            "Drafts, records that nobody confirmed for over a year, and those whose source is to be found",
            may_add_to_directory, list_upkeep),
    };
    return all;
}

}  // namespace konbit
