// SPDX-License-Identifier: Apache-2.0
#include "features/keys/installation_keys.hpp"

#include "core/codec.hpp"
#include "core/log.hpp"
#include "features/files/durable_file.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <mutex>

namespace konbit {

namespace fs = std::filesystem;

namespace {

/// Of what cannot be made anew when the key changes.
constexpr std::array<std::string_view, 6> lasting_purposes{
    "erased contacts",         // marks of addresses that were erased
    "reminder stops",          // marks of addresses that want no reminders
    "konbit-recovery-code 1",  // marks of codes that only their owners have; 80 bits, nobody guesses them
    "idempotency",             // marks of requests for 45 days
    "roster order",            // an order of names that a respondent has seen
    "prefill control",         // a draw that must not be repeated
};
constexpr std::string_view lasting_seal = "lasting keys";

using LastingKeys = std::map<std::string, crypto::Key, std::less<>>;

/// What tells that a file is another one than that which was read.
struct Stamp {
    ino_t node = 0;
    off_t size = 0;
    timespec changed{};

    bool operator==(const Stamp& other) const {
        return node == other.node && size == other.size && changed.tv_sec == other.changed.tv_sec &&
               changed.tv_nsec == other.changed.tv_nsec;
    }
};

Stamp stamp_of(const fs::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {status.st_ino, status.st_size, status.st_ctim};
}

/// One state of the file.
struct Known {
    std::vector<keys::FileKey> keys;
    LastingKeys lasting;
    Stamp stamp;
};

void make_private_folder(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

crypto::Key derived(const crypto::Key& key, std::string_view purpose) {
    return *crypto::Key::from(crypto::hmac_sha256(key.view(), purpose));
}

fs::path lasting_file(const fs::path& folder) { return folder / "lasting.keys"; }

std::string text_of(const LastingKeys& lasting) {
    std::string text;
    for (const auto& [purpose, key] : lasting) text += codec::to_hex(key.view()) + " " + purpose + "\n";
    return text;
}

LastingKeys parse_lasting(std::string_view text) {
    LastingKeys lasting;
    constexpr std::size_t digits = 2 * crypto::Key::size;
    while (text.size() > digits) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto bytes = codec::from_hex(text.substr(0, digits));
        if (const auto key = bytes ? crypto::Key::from(*bytes) : std::nullopt)
            lasting.emplace(text.substr(digits + 1, end - digits - 1), *key);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lasting;
}

/// @return Empty before the first rotation; ErrorCode::unavailable when they are missing or do not open.
Result<LastingKeys> read_lasting(const fs::path& folder, std::span<const keys::FileKey> keys) {
    const auto sealed = files::read_file(lasting_file(folder));
    if (!sealed && keys.size() == 1) return LastingKeys{};
    for (const auto& each : keys) {
        const auto text =
            sealed ? crypto::open(derived(each.key, lasting_seal), *sealed, lasting_seal) : std::nullopt;
        if (text) return parse_lasting(*text);
    }
    return failure(ErrorCode::unavailable,
                   fmt::format("{} is missing or belongs to another installation key: put the folder of keys "
                               "back from one backup, whole",
                               lasting_file(folder).string()));
}

void write_lasting(const fs::path& folder, const crypto::Key& key, const LastingKeys& lasting) {
    files::write_durably(lasting_file(folder),
                         crypto::seal(derived(key, lasting_seal), text_of(lasting), lasting_seal));
}

}  // namespace

/// The keys as they were last read, and where.
class InstallationKeys::Ring {
  public:
    Ring(fs::path folder, fs::path file) : folder(std::move(folder)), file(std::move(file)) {}

    Result<void> read() {
        const Stamp stamp = stamp_of(file);  // before reading: what changes meanwhile is read again
        KONBIT_CHECK(keys::check_private(file));
        KONBIT_TRY(auto keys, keys::parse_key_file(files::read_file(file).value_or(""), file));
        KONBIT_TRY(auto lasting, read_lasting(folder, keys));
        known_ = std::make_shared<const Known>(Known{std::move(keys), std::move(lasting), stamp});
        return {};
    }

    /// As the file stands now; as it stood last when it cannot be read.
    std::shared_ptr<const Known> now() {
        const std::lock_guard lock(mutex_);
        const Stamp stamp = stamp_of(file);
        if (stamp == known_->stamp || stamp == refused_) return known_;
        if (const auto again = read(); !again) {
            refused_ = stamp;
            log::warning("the installation key cannot be read again", {{"reason", again.error().reason}});
        }
        return known_;
    }

    void write(std::span<const keys::FileKey> keys) const {
        files::write_durably(file, keys::key_file_text(keys));
    }

    const fs::path folder;
    const fs::path file;

  private:
    std::mutex mutex_;
    std::shared_ptr<const Known> known_;
    Stamp refused_;  ///< Of a file that could not be read; told once.
};

Result<InstallationKeys> InstallationKeys::open(const fs::path& folder, const fs::path& key_file,
                                                Absent absent) {
    make_private_folder(folder);
    const auto file = key_file.empty() ? folder / "installation.key" : key_file;
    if (!fs::exists(file)) {
        const bool may_make = absent == Absent::replace || (absent == Absent::make && key_file.empty());
        if (!may_make)
            return failure(
                ErrorCode::unavailable,
                fmt::format("the installation key {} is missing. Put it back from the backup of the "
                            "keys; if there is none, konbit keys lost tells what is lost with it",
                            file.string()));
        fs::remove(lasting_file(folder));  // of a key that is lost
        files::write_durably(
            file, keys::key_file_text(std::array{keys::FileKey{crypto::Key::random(), SystemClock().now()}}));
    }
    auto ring = std::make_shared<Ring>(folder, file);
    KONBIT_CHECK(ring->read());
    return InstallationKeys(std::move(ring));
}

crypto::Key InstallationKeys::derive(std::string_view purpose) const {
    return derived(ring_->now()->keys.front().key, purpose);
}

std::vector<crypto::Key> InstallationKeys::derive_all(std::string_view purpose) const {
    std::vector<crypto::Key> all;
    for (const auto& each : ring_->now()->keys) all.push_back(derived(each.key, purpose));
    return all;
}

crypto::Key InstallationKeys::lasting(std::string_view purpose) const {
    assert(std::ranges::find(lasting_purposes, purpose) != lasting_purposes.end());
    const auto known = ring_->now();
    const auto found = known->lasting.find(purpose);
    return found != known->lasting.end() ? found->second : derived(known->keys.front().key, purpose);
}

std::vector<keys::KeyLabel> InstallationKeys::labels() const {
    std::vector<keys::KeyLabel> labels;
    for (const auto& each : ring_->now()->keys) labels.push_back(each.label());
    return labels;
}

keys::KeyLabel InstallationKeys::add(Instant now) const {
    const auto known = ring_->now();
    LastingKeys lasting = known->lasting;
    for (const auto purpose : lasting_purposes)
        lasting.try_emplace(std::string(purpose), derived(known->keys.front().key, purpose));
    // First: a crash between the two leaves lasting keys that say what the one key says anyway.
    write_lasting(ring_->folder, known->keys.front().key, lasting);
    std::vector<keys::FileKey> keys{{crypto::Key::random(), now}};
    keys.insert(keys.end(), known->keys.begin(), known->keys.end());
    ring_->write(keys);
    return keys.front().label();
}

void InstallationKeys::drop(std::string_view id) const {
    auto keys = ring_->now()->keys;
    const auto goes = [&](const keys::FileKey& each) { return each.label().id == id; };
    assert(!goes(keys.front()));
    std::erase_if(keys, goes);
    ring_->write(keys);
}

bool InstallationKeys::move_lasting() const {
    const auto known = ring_->now();
    const auto& newest = known->keys.front().key;
    const auto sealed = files::read_file(lasting_file(ring_->folder));
    if (!sealed || crypto::open(derived(newest, lasting_seal), *sealed, lasting_seal)) return false;
    write_lasting(ring_->folder, newest, known->lasting);
    return true;
}

const fs::path& InstallationKeys::folder() const { return ring_->folder; }

const fs::path& InstallationKeys::file() const { return ring_->file; }

}  // namespace konbit
