// SPDX-License-Identifier: Apache-2.0
#include "features/backups/restore.hpp"

#include "features/audit/trail.hpp"
#include "features/backups/backup.hpp"
#include "features/database_place.hpp"
#include "features/erasures/settling.hpp"
#include "features/files/durable_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace konbit::backups {

namespace fs = std::filesystem;

namespace {

std::unexpected<Error> refused(std::string words) { return failure(ErrorCode::invalid, std::move(words)); }

Result<void> check_empty(const fs::path& folder) {
    if (!fs::exists(folder) || fs::is_empty(folder)) return {};
    return refused(folder.string() + " is not empty: name a new folder with --data");
}

Result<void> check_keys(const Manifest& backup, const fs::path& keys_from) {
    if (keys_from.empty()) return {};
    KONBIT_TRY(const Manifest keys, read_manifest(keys_from));
    KONBIT_CHECK(check_files(keys_from, keys));
    if (keys.key == backup.key) return {};
    return refused(
        fmt::format("{} holds key {}, but the backup needs {}", keys_from.string(), keys.key, backup.key));
}

Result<void> check_engine(const Config& config, const Manifest& backup) {
    if (db::engine_of(database_place(config)) == backup.engine) return {};
    return refused(fmt::format("the backup is of {}: {}", name_of(backup.engine),
                               backup.engine == db::Engine::postgres
                                   ? "name an empty database with --database"
                                   : "leave --database out"));
}

Result<void> check_journal(const fs::path& journal) {
    if (journal.empty()) return {};
    if (!fs::exists(journal)) return refused(fmt::format("there is no journal at {}", journal.string()));
    KONBIT_CHECK(erasures::read_journal(journal));
    return {};
}

fs::path keys_in(const fs::path& data) { return data / "keys"; }

void make_folder(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

/// Where a file of the folder of keys lies in an installation.
fs::path place_of(const fs::path& name, const fs::path& data) {
    if (goes_with_keys(name)) return data;
    return name == heads_file ? data / audit::audit_folder : keys_in(data);
}

void put_keys(const fs::path& from, const fs::path& data) {
    make_folder(keys_in(data));
    for (const auto& entry : fs::directory_iterator(from)) {
        const auto name = entry.path().filename();
        if (name == manifest_file) continue;
        const auto place = place_of(name, data);
        make_folder(place);
        files::write_durably(place / name, files::read_file(entry.path()).value_or(""));
    }
}

/// Adds what only the journal that was kept elsewhere knows to that of the backup.
Result<void> put_journal(const fs::path& journal, const fs::path& data) {
    if (journal.empty()) return {};
    make_folder(keys_in(data));
    const auto file = erasures::journal_in(keys_in(data));
    KONBIT_TRY(std::vector<erasures::Line> all, erasures::read_journal(file));
    KONBIT_TRY(const std::vector<erasures::Line> others, erasures::read_journal(journal));
    for (const auto& line : others)
        if (std::ranges::find(all, line.id, &erasures::Line::id) == all.end()) all.push_back(line);
    files::write_durably(file, erasures::write_lines(all));
    return {};
}

Result<void> put_back(const Config& config, const Source& source, const Manifest& backup) {
    fs::create_directories(config.data);
    fs::permissions(config.data, fs::perms::owner_all);
    if (fs::exists(source.from / "files"))
        fs::copy(source.from / "files", config.data / "files", fs::copy_options::recursive);
    if (!source.keys_from.empty()) put_keys(source.keys_from, config.data);
    KONBIT_CHECK(put_journal(source.journal, config.data));
    KONBIT_CHECK(db::put_back(source.from / "database", database_place(config)));
    KONBIT_TRY(const auto tables, db::counted(database_place(config)));
    if (tables != backup.tables) return refused("the database holds other rows than were backed up");
    return {};
}

void take_away(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) fs::remove_all(entry.path(), ignored);
}

/// Those that were ended after the backup would live again.
Result<void> end_sessions(App& app, const Manifest&) {
    return app.database.write([](db::Session& db) -> Result<void> {
        db.change("DELETE FROM sessions");
        return {};
    });
}

/// Those that were revoked, used up or answered after the backup would be good again.
Result<void> end_entrances(App& app, const Manifest&) {
    return app.database.write([](db::Session& db) -> Result<void> {
        for (const std::string_view table : {"api_tokens", "tickets", "oidc_attempts", "role_offers"})
            db.change(fmt::format("DELETE FROM {}", table));
        db.change("DELETE FROM person_invitations WHERE accepted_at IS NULL");
        return {};
    });
}

/// Opening the installation has done so already, or says why it cannot.
Result<void> erase_again(App& app, const Manifest&) {
    KONBIT_CHECK(erasures::settle(app));
    return {};
}

/// It waited when the backup was taken, and has most likely gone out since.
Result<void> hold_mail(App& app, const Manifest&) {
    return app.database.write([](db::Session& db) -> Result<void> {
        db.change("UPDATE outbox_mail SET state = 'failed', last_error = 'restored' WHERE state = 'waiting'");
        return {};
    });
}

}  // namespace

Result<Manifest> restore(const Config& config, const Source& source) {
    KONBIT_TRY(Manifest backup, read_manifest(source.from));
    KONBIT_CHECK(check_files(source.from, backup));
    KONBIT_CHECK(check_keys(backup, source.keys_from));
    KONBIT_CHECK(check_engine(config, backup));
    KONBIT_CHECK(check_journal(source.journal));
    KONBIT_CHECK(check_empty(config.data));
    if (auto put = put_back(config, source, backup); !put) {
        take_away(config.data);
        return std::unexpected(std::move(put).error());
    }
    return backup;
}

std::span<const AfterRestore> after_restore() {
    static constexpr std::array all{
        AfterRestore{"sessions are ended", end_sessions},
        AfterRestore{"mail that waited is held back", hold_mail},
        AfterRestore{"tokens of machines, mailed links, offers of roles and invitations are ended",
                     end_entrances},
        AfterRestore{"what the journal of erasures knows is erased again", erase_again},
    };
    return all;
}

}  // namespace konbit::backups
