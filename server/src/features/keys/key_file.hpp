// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The file of the installation key: one key a line, the newest first, each as 64 hexadecimal digits, a blank
/// and the time at which it was made. A person can copy and compare it.
namespace konbit::keys {

/// What is told of a key; the key itself is never shown.
struct KeyLabel {
    std::string id;                  ///< Sixteen hexadecimal digits of a hash of it.
    std::optional<Instant> made_at;  ///< Empty for a key of a release that noted no time.

    bool operator==(const KeyLabel&) const = default;
};

/// A line of the file.
struct FileKey {
    crypto::Key key;
    std::optional<Instant> made_at;

    KeyLabel label() const;
};

/// @param path  For the refusal only.
/// @return At least one key; ErrorCode::unavailable, with words for an operator, when a line is no key.
Result<std::vector<FileKey>> parse_key_file(std::string_view text, const std::filesystem::path& path);

/// What parse_key_file() reads.
std::string key_file_text(std::span<const FileKey> keys);

/// Whether nobody but its owner, who is this process or root, may open the file.
/// @return ErrorCode::unavailable saying what to type otherwise.
Result<void> check_private(const std::filesystem::path& file);

}  // namespace konbit::keys
