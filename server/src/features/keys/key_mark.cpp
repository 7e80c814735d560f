// SPDX-License-Identifier: Apache-2.0
#include "features/keys/key_mark.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::keys {

std::optional<std::string> find_mark(db::Database& database) {
    return database.read([](db::Session& db) {
        return db.one<std::string>("SELECT value FROM settings WHERE key = 'installation_key'");
    });
}

Result<void> check_mark(db::Database& database, const InstallationKeys& keys, Instant now) {
    const auto mark = find_mark(database);
    const auto labels = keys.labels();
    if (mark == labels.front().id) return {};
    if (mark && std::ranges::find(labels, *mark, &KeyLabel::id) == labels.end())
        return failure(ErrorCode::unavailable,
                       fmt::format("{} is not the key of this database: it holds {}, and the database was "
                                   "last served with {}. Put the right one back from the backup of the keys",
                                   keys.file().string(), labels.front().id, *mark));
    set_mark(database, keys, now);
    return {};
}

void set_mark(db::Database& database, const InstallationKeys& keys, Instant now) {
    database.write([&, id = keys.labels().front().id](db::Session& db) {
        db.change(
            "INSERT INTO settings (key, value, updated_at) VALUES ('installation_key', $1, $2)"
            " ON CONFLICT (key) DO UPDATE SET value = $1, updated_at = $2",
            id, now);
    });
}

}  // namespace konbit::keys
