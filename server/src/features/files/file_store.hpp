// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/visibility.hpp"
#include "db/database.hpp"
#include "features/files/media_type.hpp"
#include "features/permission/viewer.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::files {

using FileId = Id<struct FileTag>;

/// What the table knows of an uploaded file; its bytes lie in a folder under their SHA-256.
struct FileRecord {
    FileId id{};
    std::string sha256;  ///< 64 hexadecimal digits.
    MediaType media_type = MediaType::png;
    std::int64_t bytes = 0;  ///< How many.
    std::string name;        ///< Under which it was uploaded and is downloaded; never part of a path.
    Visibility visibility = Visibility::private_;
    std::optional<AccountId> account_id;  ///< Who uploaded it; empty for Konbit itself.
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &FileRecord::id, Access::read_only),
            field("sha256", &FileRecord::sha256, Access::read_only),
            field("media_type", &FileRecord::media_type, Access::read_only),
            field("bytes", &FileRecord::bytes, Access::read_only),
            field("name", &FileRecord::name),
            field("visibility", &FileRecord::visibility),
            field("account_id", &FileRecord::account_id, Access::never_sent),
            field("created_at", &FileRecord::created_at, Access::read_only),
        };
    }
};

/// A file with its bytes.
struct File {
    FileRecord record;
    std::string content;
};

/// A file as it is uploaded.
struct Upload {
    std::string_view content;
    std::string_view media_type;  ///< As claimed; the first bytes must agree (media_type.hpp).
    std::string name;
    Visibility visibility = Visibility::private_;
};

/// How much may be kept.
struct Quota {
    std::int64_t largest_bytes = 10 * 1024 * 1024;                ///< Of one file.
    std::int64_t account_bytes = 200LL * 1024 * 1024;             ///< Of all files of one account.
    std::int64_t installation_bytes = 20LL * 1024 * 1024 * 1024;  ///< Of all files.
};

/// Uploaded files: DATA/files/ab/cd/abcd…, named by content, so that equal files lie there once. The bytes
/// are safe on disk before their row exists.
class FileStore {
  public:
    /// @param folder  Made when missing. The database and the clock must outlive the store.
    FileStore(db::Database& database, const Clock& clock, std::filesystem::path folder, Quota quota)
        : database_(database), clock_(clock), folder_(std::move(folder)), quota_(quota) {}
    FileStore(db::Database& database, const Clock& clock, std::filesystem::path folder)
        : FileStore(database, clock, std::move(folder), Quota()) {}

    /// Keeps a file.
    /// @param account  Who uploads it; empty for Konbit itself.
    /// @return ErrorCode::wrong_media_type (media_type.hpp); ErrorCode::too_large "file_too_large" or
    /// "quota_reached";
    ///         ErrorCode::invalid for a name that is empty, no UTF-8 or longer than 200 bytes.
    Result<FileId> put(const Upload& upload, const std::optional<AccountId>& account);

    /// The two halves of put(), for files that belong to another record: the bytes are made safe, then the
    /// row is written in the transaction of that record.
    Result<FileRecord> prepare(const Upload& upload, const std::optional<AccountId>& account) const;
    /// @return ErrorCode::too_large "quota_reached".
    Result<void> enter(db::Session& db, const FileRecord& file) const;

    /// @return Nothing when the bytes are gone: they were swept after the row was read.
    std::optional<std::string> content_of(const FileRecord& file) const;

    /// Takes a file away; its bytes leave the disk with the next sweep(), unless another file has the same.
    static void remove(db::Session& db, const FileId& id);

    /// Erases the bytes of removed files from the disk, except those written since `before`: somebody may be
    /// about to enter the same content again.
    /// @return How many contents are gone.
    std::int64_t sweep(Instant before) const;

    /// @return ErrorCode::not_found when there is no such file, or this viewer may not know that there is: a
    /// file is
    ///         seen by who uploaded it, by Konbit itself and, when it is public, by everybody.
    Result<File> get(const Viewer& viewer, const FileId& id) const;

  private:
    Result<void> check_quota(db::Session& db, const FileRecord& file) const;
    std::filesystem::path path_of(std::string_view sha256) const;
    bool is_still_needed(std::string_view sha256) const;
    void keep(std::string_view sha256, std::string_view content) const;

    db::Database& database_;
    const Clock& clock_;
    std::filesystem::path folder_;
    Quota quota_;
};

}  // namespace konbit::files
