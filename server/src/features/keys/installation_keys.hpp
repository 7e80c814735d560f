// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <string_view>

namespace konbit {

/// The secret of this installation. It lies outside the database, so that a dump holds neither a usable
/// personal link nor a readable sealed answer. Losing it loses both: it belongs into the backup, kept apart.
class InstallationKeys {
  public:
    /// Reads the key, or makes it on the first start (mode 0600).
    /// @param folder    DATA/keys; made with mode 0700 when missing. Keys of waves lie here as well.
    /// @param key_file  Where the key lies when not in the folder (KONBIT_KEY_FILE); it must exist then.
    /// @return ErrorCode::unavailable when the file is missing though named, or is no key.
    static Result<InstallationKeys> open(const std::filesystem::path& folder,
                                         const std::filesystem::path& key_file = {});

    /// The key for one purpose; different purposes have unrelated keys.
    crypto::Key derive(std::string_view purpose) const;

    const std::filesystem::path& folder() const { return folder_; }

  private:
    InstallationKeys(std::filesystem::path folder, const crypto::Key& key)
        : folder_(std::move(folder)), key_(key) {}
    std::filesystem::path folder_;
    crypto::Key key_;
};

}  // namespace konbit
