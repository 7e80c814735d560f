// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/backups/manifest.hpp"

#include <filesystem>

/// Taking a backup while the server runs.
namespace konbit::backups {

/// Where it goes.
struct Destination {
    std::filesystem::path to;       ///< Folder in which the backup becomes a folder of its own.
    std::filesystem::path keys_to;  ///< The same for the keys, elsewhere; empty: they are left out.
};

/// A backup that is whole and safe on disk.
struct Backup {
    std::filesystem::path folder;
    std::filesystem::path keys;  ///< Empty when they were left out.
    Manifest manifest;
};

/// Copies the database as of one moment, then the files, then, into their own folder, the keys. Each folder
/// has its name only when it is whole: `konbit-20261122T183000Z`, with `.partial` behind it until then.
/// Never inside a transaction.
/// @return ErrorCode::unavailable, with words for an operator, when a tool is missing or failed;
///         ErrorCode::invalid "keys_beside_backup" when both were to lie in one folder.
/// @throws std::system_error, std::filesystem::filesystem_error or db::Unavailable  When the disk or the
/// database fails.
Result<Backup> make(App& app, const Destination& destination);

/// Goes with the keys: it may hold a password of the mail server.
inline constexpr std::string_view settings_file = "konbit.toml";

/// The heads of the audit log, in its folder below the data; they lie apart from the database they vouch for.
inline constexpr std::string_view heads_file = "heads.txt";

/// Whether a file at the top of the data folder goes with the keys: the settings, the services of others, and
/// their secrets.
bool goes_with_keys(const std::filesystem::path& name);

/// What a backup is called before it is whole.
inline constexpr std::string_view partial = ".partial";

/// The names of the whole backups in a folder, the oldest first.
std::vector<std::string> list(const std::filesystem::path& folder, std::string_view prefix = "konbit-2");

/// Removes the oldest until `keep` are left, and what crashes left unfinished; of the keys too.
void prune(const Destination& destination, std::size_t keep);

}  // namespace konbit::backups
