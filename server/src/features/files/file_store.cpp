// SPDX-License-Identifier: Apache-2.0
#include "features/files/file_store.hpp"

#include "core/crypto.hpp"
#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/files/durable_file.hpp"

#include <chrono>
#include <stdexcept>
#include <system_error>

namespace konbit::files {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 200;

Result<void> check_name(std::string_view name) {
    if (!name.empty() && name.size() <= longest_name && text::is_utf8(name)) return {};
    return failure(ErrorCode::invalid, "invalid", {{"/name", name.empty() ? "required" : "not_allowed", {}}});
}

bool is_konbit_itself(const Viewer& viewer) {
    return !viewer.is_signed_in() && viewer.holds(Role::administrator);
}

/// Erases a file that was written before an instant. @return Whether it is gone.
bool erase(const fs::path& path, Instant before) {
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    if (error) return !fs::exists(path);
    const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(
        fs::file_time_type::clock::to_sys(written).time_since_epoch());
    if (at.count() >= before.ms) return false;
    fs::remove(path);
    sync_folder(path.parent_path());
    return true;
}

bool may_see(const Viewer& viewer, const FileRecord& file) {
    if (file.visibility == Visibility::public_ || is_konbit_itself(viewer)) return true;
    return viewer.is_signed_in() && viewer.account() == file.account_id;
}

}  // namespace

Result<FileRecord> FileStore::prepare(const Upload& upload, const std::optional<AccountId>& account) const {
    KONBIT_CHECK(check_name(upload.name));
    const auto bytes = static_cast<std::int64_t>(upload.content.size());
    if (bytes > quota_.largest_bytes) return failure(ErrorCode::too_large, "file_too_large");
    KONBIT_TRY(const MediaType type, checked_media_type(upload.content, upload.media_type));
    const FileRecord record{.id = new_id<FileId>(),
                            .sha256 = crypto::sha256_hex(upload.content),
                            .media_type = type,
                            .bytes = bytes,
                            .name = upload.name,
                            .visibility = upload.visibility,
                            .account_id = account,
                            .created_at = clock_.now()};
    // Asked before the bytes are written, and again with the row: meanwhile others may have used the room.
    KONBIT_CHECK(database_.read([&](db::Session& db) { return check_quota(db, record); }));
    keep(record.sha256, upload.content);
    return record;
}

Result<void> FileStore::enter(db::Session& db, const FileRecord& file) const {
    KONBIT_CHECK(check_quota(db, file));
    db::insert(db, "files", file);
    return {};
}

Result<FileId> FileStore::put(const Upload& upload, const std::optional<AccountId>& account) {
    KONBIT_TRY(const FileRecord record, prepare(upload, account));
    return database_.write([&](db::Session& db) -> Result<FileId> {
        KONBIT_CHECK(enter(db, record));
        return record.id;
    });
}

std::optional<std::string> FileStore::content_of(const FileRecord& file) const {
    return read_file(path_of(file.sha256));
}

void FileStore::remove(db::Session& db, const FileId& id) {
    db.change(
        "INSERT INTO removed_files (sha256) SELECT sha256 FROM files WHERE id = $1"
        " ON CONFLICT (sha256) DO NOTHING",
        id);
    db.change("DELETE FROM files WHERE id = $1", id);
}

std::int64_t FileStore::sweep(Instant before) const {
    const auto removed = database_.read(
        [](db::Session& db) { return db.query<std::string>("SELECT sha256 FROM removed_files"); });
    std::int64_t erased = 0;
    for (const auto& sha256 : removed) {
        if (!is_still_needed(sha256) && !erase(path_of(sha256), before)) continue;
        database_.write(
            [&](db::Session& db) { db.change("DELETE FROM removed_files WHERE sha256 = $1", sha256); });
        ++erased;
    }
    return erased;
}

bool FileStore::is_still_needed(std::string_view sha256) const {
    return database_.read([&](db::Session& db) {
        return db.value<std::int64_t>("SELECT count(*) FROM files WHERE sha256 = $1", sha256) > 0;
    });
}

Result<File> FileStore::get(const Viewer& viewer, const FileId& id) const {
    const auto record = database_.read([&](db::Session& db) {
        return db.one<FileRecord>("SELECT " + db::columns<FileRecord>() + " FROM files WHERE id = $1", id);
    });
    if (!record || !may_see(viewer, *record)) return failure(ErrorCode::not_found, "file");
    auto content = read_file(path_of(record->sha256));
    if (!content) throw std::runtime_error("the content of file " + id.str() + " is missing");
    return File{*record, *std::move(content)};
}

Result<void> FileStore::check_quota(db::Session& db, const FileRecord& file) const {
    const auto all = db.value<std::int64_t>("SELECT CAST(COALESCE(sum(bytes), 0) AS BIGINT) FROM files");
    const auto own = db.value<std::int64_t>(
        "SELECT CAST(COALESCE(sum(bytes), 0) AS BIGINT) FROM files WHERE account_id = $1", file.account_id);
    if (all + file.bytes > quota_.installation_bytes || own + file.bytes > quota_.account_bytes)
        return failure(ErrorCode::too_large, "quota_reached");
    return {};
}

fs::path FileStore::path_of(std::string_view sha256) const {
    return folder_ / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

void FileStore::keep(std::string_view sha256, std::string_view content) const {
    const auto path = path_of(sha256);
    fs::create_directories(path.parent_path());
    if (!fs::exists(path)) write_durably(path, content);
    // What is kept again is as new: a sweep leaves it alone until its row is there.
    fs::last_write_time(path, fs::file_time_type::clock::now());
    // Whoever made the folders or the file may not have come so far: what our row needs, we make safe
    // ourselves.
    for (auto folder = path.parent_path(); folder != folder_.parent_path(); folder = folder.parent_path())
        sync_folder(folder);
}

}  // namespace konbit::files
