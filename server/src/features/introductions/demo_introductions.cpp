// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/demo_introductions.hpp"

#include "db/columns.hpp"
#include "features/introductions/introduction.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::introductions {

namespace {

/// A row as the file has it: members by number.
struct Row {
    std::string one;
    std::string other;
    std::optional<std::string> introducer;
    IntroductionKind kind = IntroductionKind::bridge_groups;
    IntroductionState state = IntroductionState::introduced;
    Date introduced_on{};
    std::optional<Date> met_on;
    std::optional<Date> working_on;

    static constexpr auto fields() {
        return std::tuple{
            field("one", &Row::one),
            field("other", &Row::other),
            field("introducer", &Row::introducer),
            field("kind", &Row::kind),
            field("state", &Row::state),
            field("introduced_on", &Row::introduced_on),
            field("met_on", &Row::met_on),
            field("working_on", &Row::working_on),
        };
    }
};

Introduction introduction_of(const Row& row, const DemoDirectory& directory, Instant now) {
    const auto moved = [&](const std::optional<Date>& date) {
        return date ? std::optional(directory.shift(*date)) : std::nullopt;
    };
    Introduction made{.id = new_id<IntroductionId>(), .kind = row.kind, .state = row.state};
    made.one_id = directory.memberships.at(row.one);
    made.other_id = directory.memberships.at(row.other);
    if (row.introducer) made.introducer_id = directory.memberships.at(*row.introducer);
    made.introduced_on = directory.shift(row.introduced_on);
    made.met_on = moved(row.met_on);
    made.working_on = moved(row.working_on);
    made.created_at = made.updated_at = now;
    return made;
}

}  // namespace

Result<void> load_demo_introductions(db::Database& database, const DemoDirectory& directory, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Row>("introductions.csv"));
    return database.write([&](db::Session& db) -> Result<void> {
        const auto wave = db.value<std::optional<WaveId>>(
            "SELECT id FROM waves WHERE is_demo AND is_baseline ORDER BY opens_at, id LIMIT 1");
        if (!wave ||
            db.value<std::int64_t>("SELECT count(*) FROM introductions WHERE wave_id = $1", *wave) > 0)
            return {};
        for (const auto& row : rows) {
            Introduction made = introduction_of(row.record, directory, now);
            made.wave_id = *wave;
            made.cluster_id = db.value<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", *wave);
            db::insert(db, "introductions", made);
        }
        return {};
    });
}

}  // namespace konbit::introductions
