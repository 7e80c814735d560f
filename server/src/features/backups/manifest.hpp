// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "db/copy.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// What lies in a backup: written last, so that a backup without one is none (docs/operators/backup.md).
namespace konbit::backups {

inline constexpr std::string_view manifest_file = "manifest.json";

/// A file of the backup.
struct BackedFile {
    std::string path;  ///< Below the backup's folder.
    std::int64_t bytes = 0;
    std::string sha256;

    bool operator==(const BackedFile&) const = default;
    static constexpr auto fields() {
        return std::tuple{field("path", &BackedFile::path), field("bytes", &BackedFile::bytes),
                          field("sha256", &BackedFile::sha256)};
    }
};

struct Manifest {
    int format = 1;
    Instant taken_at{};  ///< All that was acknowledged before is in the backup.
    db::Engine engine = db::Engine::sqlite;
    std::int64_t schema = 0;  ///< Number of the last migration.
    std::string key;          ///< Id of the installation key; it lies elsewhere.
    std::vector<db::TableCount> tables;
    std::vector<BackedFile> files;

    static constexpr auto fields() {
        return std::tuple{field("format", &Manifest::format), field("taken_at", &Manifest::taken_at),
                          field("engine", &Manifest::engine), field("schema", &Manifest::schema),
                          field("key", &Manifest::key),       field("tables", &Manifest::tables),
                          field("files", &Manifest::files)};
    }
};

/// Every file below the folder with its hash, in the order of their paths; the manifest is left out.
std::vector<BackedFile> list_files(const std::filesystem::path& folder);

/// Writes the manifest of what lies in the folder, durably.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// @return ErrorCode::invalid, with words for an operator, when there is no manifest or it is none of ours.
Result<Manifest> read_manifest(const std::filesystem::path& folder);

/// Whether each file is the one that was backed up, and none is missing or more.
/// @return ErrorCode::invalid naming the first that is not.
Result<void> check_files(const std::filesystem::path& folder, const Manifest& manifest);

}  // namespace konbit::backups
