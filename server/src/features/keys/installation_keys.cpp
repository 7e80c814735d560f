// SPDX-License-Identifier: Apache-2.0
#include "features/keys/installation_keys.hpp"

#include "core/codec.hpp"
#include "features/files/durable_file.hpp"

namespace konbit {

namespace fs = std::filesystem;

namespace {

void make_private_folder(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

/// The key is kept as hexadecimal digits: a person can copy and compare it.
Result<crypto::Key> parse_key(std::string_view text, const fs::path& file) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const auto bytes = codec::from_hex(text);
    const auto key = bytes ? crypto::Key::from(*bytes) : std::nullopt;
    if (!key) return failure(ErrorCode::unavailable, "key_file_broken: " + file.string());
    return *key;
}

}  // namespace

Result<InstallationKeys> InstallationKeys::open(const fs::path& folder, const fs::path& key_file) {
    make_private_folder(folder);
    const auto file = key_file.empty() ? folder / "installation.key" : key_file;
    auto text = files::read_file(file);
    if (!text && !key_file.empty())
        return failure(ErrorCode::unavailable, "key_file_missing: " + file.string());
    if (!text) {
        text = codec::to_hex(crypto::Key::random().view()) + "\n";
        files::write_durably(file, *text);
    }
    KONBIT_TRY(const crypto::Key key, parse_key(*text, file));
    return InstallationKeys(folder, key);
}

crypto::Key InstallationKeys::derive(std::string_view purpose) const {
    return *crypto::Key::from(crypto::hmac_sha256(key_.view(), purpose));
}

}  // namespace konbit
