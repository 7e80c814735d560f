// SPDX-License-Identifier: Apache-2.0
#include "features/record_readers/record_reader_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/record_readers/record_readers.hpp"

#include <array>

namespace konbit::record_readers {

namespace {

struct WhichRecord {
    ReadKind kind = ReadKind::organization;
    RecordId id{};

    static constexpr auto fields() {
        return std::tuple{field("kind", &WhichRecord::kind), field("id", &WhichRecord::id)};
    }
};

Result<RecordReaders> show(App& app, const SignedIn& by, http::Query<WhichRecord> which,
                           const http::Request& request) {
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& db) { return find(db, by.viewer(), which.kind, which.id, request.language, now); });
}

}  // namespace

}  // namespace konbit::record_readers

namespace konbit {

std::span<const http::Route<App>> record_reader_routes() {
    static const std::array all{
        http::route(http::get, "/api/record_readers", "Who can see a record, and by which role", signed_in,
                    record_readers::show),
    };
    return all;
}

}  // namespace konbit
