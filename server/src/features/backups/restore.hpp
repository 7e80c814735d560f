// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/backups/manifest.hpp"

#include <filesystem>
#include <span>

/// Putting a backup back.
namespace konbit::backups {

/// What is put back.
struct Source {
    std::filesystem::path from;       ///< Folder of one backup.
    std::filesystem::path keys_from;  ///< Folder of the backup of its keys; empty: they are put back by hand.
    std::filesystem::path
        journal{};  ///< The newest journal of erasures, kept elsewhere; empty: none is known.
};

/// Checks the hashes of every file, then fills the data folder of `config`, which must be empty or missing,
/// and its database, and counts every table. The journal of erasures of the backup and the one that was kept
/// elsewhere become one in the data folder: who opens it erases anew what the backup brought back. What was
/// put is taken away again when anything is wrong.
/// @return What the backup says of itself; ErrorCode::invalid or ErrorCode::unavailable, with words for an
/// operator: a file was changed, the keys are of another backup, the folder or the database is not empty, the
/// database finds itself damaged or other rows than were backed up.
/// @throws std::filesystem::filesystem_error or db::Unavailable  When the disk or the database fails.
Result<Manifest> restore(const Config& config, const Source& source);

/// Something that must be done to data of an earlier moment before anybody uses them.
struct AfterRestore {
    std::string_view what;  ///< For the operator.
    Result<void> (*run)(App& app, const Manifest& manifest);
};

/// All of them, in their order. Each may run twice.
std::span<const AfterRestore> after_restore();

}  // namespace konbit::backups
