// SPDX-License-Identifier: Apache-2.0
#include "features/backups/backup.hpp"

#include "db/database.hpp"
#include "features/audit/trail.hpp"
#include "features/database_place.hpp"
#include "features/erasures/journal.hpp"
#include "features/files/durable_file.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/keys/key_lock.hpp"
#include "features/oidc/services_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

namespace konbit::backups {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view keys_prefix = "konbit-keys-2";
/// Another process may be at work on one.
constexpr std::chrono::hours unfinished_kept{24};

/// "20261122T183000Z"
std::string stamp_of(Instant at) {
    std::string text = at.str().substr(0, std::string_view("2026-11-22T18:30:00").size());
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text + "Z";
}

void sync_file(const fs::path& file) {
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_synced = number >= 0 && ::fsync(number) == 0;
    const int error = errno;
    if (number >= 0) ::close(number);
    if (!is_synced) throw std::system_error(error, std::generic_category(), file.string());
}

void sync_tree(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory())
            files::sync_folder(entry.path());
        else
            sync_file(entry.path());
    }
    files::sync_folder(folder);
}

/// A folder that gets its name when it is whole.
class Unfinished {
  public:
    explicit Unfinished(fs::path whole)
        : whole_(std::move(whole)), folder_(whole_.string() + std::string(partial)) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        fs::permissions(folder_, fs::perms::owner_all);
    }
    ~Unfinished() {
        std::error_code ignored;
        if (!is_whole_) fs::remove_all(folder_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const fs::path& folder() const { return folder_; }

    fs::path finish() {
        sync_tree(folder_);
        fs::rename(folder_, whole_);
        files::sync_folder(whole_.parent_path());
        is_whole_ = true;
        return whole_;
    }

  private:
    fs::path whole_;
    fs::path folder_;
    bool is_whole_ = false;
};

/// What is not there yet; what is goes unchanged under one name for good.
void copy_files(const fs::path& from, const fs::path& to) {
    if (fs::exists(from)) fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::skip_existing);
}

std::int64_t schema_of(App& app) {
    return app.database.read(
        [](db::Session& db) { return db.value<std::int64_t>("SELECT max(number) FROM schema_migrations"); });
}

Result<Manifest> fill(App& app, const fs::path& folder) {
    // Before and after: a picture that is taken out and swept meanwhile may still be named by the database.
    copy_files(app.config.data / "files", folder / "files");
    Manifest manifest;
    manifest.taken_at = app.clock.now();
    const std::string place = database_place(app.config);
    manifest.engine = db::engine_of(place);
    KONBIT_TRY(manifest.tables, db::copy(place, folder / "database"));
    copy_files(app.config.data / "files", folder / "files");
    manifest.schema = schema_of(app);
    manifest.key = app.keys.labels().front().id;
    return manifest;
}

void copy_if_there(const fs::path& file, const fs::path& to) {
    if (fs::exists(file)) fs::copy_file(file, to / file.filename());
}

/// What the operator wrote holds passwords; what the audit log and the erasures are held against is worth
/// something only apart from the database.
void copy_beside_keys(const App& app, const fs::path& to) {
    for (const auto& entry : fs::directory_iterator(app.config.data))
        if (entry.is_regular_file() && goes_with_keys(entry.path().filename()))
            copy_if_there(entry.path(), to);
    copy_if_there(app.config.data / audit::audit_folder / heads_file, to);
    copy_if_there(erasures::journal_in(app.keys.folder()), to);
}

/// All of them, and what goes with them, at one moment; leftovers of a crash are left out.
void copy_keys(const App& app, const fs::path& to) {
    const InstallationKeys& keys = app.keys;
    const keys::KeyLock lock(keys.folder());
    for (const auto& entry : fs::directory_iterator(keys.folder())) {
        const auto name = entry.path().filename();
        if (name.extension() == ".key" || name.extension() == ".keys") fs::copy_file(entry.path(), to / name);
    }
    if (!fs::exists(to / "installation.key")) fs::copy_file(keys.file(), to / "installation.key");
    copy_beside_keys(app, to);
}

fs::path back_up_keys(App& app, const fs::path& to, const std::string& stamp, Manifest manifest) {
    Unfinished keys(to / ("konbit-keys-" + stamp));
    copy_keys(app, keys.folder());
    manifest.tables.clear();
    manifest.files = list_files(keys.folder());
    write_manifest(keys.folder(), manifest);
    return keys.finish();
}

void prune(const fs::path& folder, std::string_view prefix, std::size_t keep) {
    auto whole = list(folder, prefix);
    while (whole.size() > keep) {
        fs::remove_all(folder / whole.front());
        whole.erase(whole.begin());
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        const bool is_ours = name.starts_with(prefix) && name.ends_with(partial);
        if (is_ours && fs::file_time_type::clock::now() - entry.last_write_time() > unfinished_kept)
            fs::remove_all(entry.path());
    }
}

}  // namespace

Result<Backup> make(App& app, const Destination& destination) {
    const bool is_beside = !destination.keys_to.empty() &&
                           fs::weakly_canonical(destination.keys_to) == fs::weakly_canonical(destination.to);
    if (is_beside) return failure(ErrorCode::invalid, "keys_beside_backup");
    const std::string stamp = stamp_of(app.clock.now());
    Unfinished backup(destination.to / ("konbit-" + stamp));
    KONBIT_TRY(Manifest manifest, fill(app, backup.folder()));
    manifest.files = list_files(backup.folder());
    write_manifest(backup.folder(), manifest);
    // Keys last: of a wave that opened meanwhile the key is there rather than missing.
    Backup made;
    if (!destination.keys_to.empty()) made.keys = back_up_keys(app, destination.keys_to, stamp, manifest);
    made.folder = backup.finish();
    made.manifest = std::move(manifest);
    return made;
}

bool goes_with_keys(const fs::path& name) {
    return name == settings_file || name == oidc::services_file || name.extension() == ".secret";
}

std::vector<std::string> list(const fs::path& folder, std::string_view prefix) {
    std::vector<std::string> names;
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        auto name = entry.path().filename().string();
        if (name.starts_with(prefix) && !name.ends_with(partial)) names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

void prune(const Destination& destination, std::size_t keep) {
    prune(destination.to, "konbit-2", keep);
    if (!destination.keys_to.empty()) prune(destination.keys_to, keys_prefix, keep);
}

}  // namespace konbit::backups
