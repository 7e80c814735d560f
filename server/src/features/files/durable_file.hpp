// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::files {

/// Writes the whole file so that after a crash either all of it is there or none: a temporary file is
/// written, synced and renamed, then the folder is synced.
/// @param mode  Permission bits of the file: 0600 for keys.
/// @throws std::system_error  When the disk is full or the folder cannot be written.
void write_durably(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0600);

/// Makes what was created, renamed or removed in the folder survive a crash.
/// @throws std::system_error  When the folder cannot be opened or the disk refuses.
void sync_folder(const std::filesystem::path& folder);

/// The bytes of the file, or nothing when there is none.
/// @throws std::system_error  When it is there and cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace konbit::files
