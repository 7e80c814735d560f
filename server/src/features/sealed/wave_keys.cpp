// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/wave_keys.hpp"

#include "features/files/durable_file.hpp"
#include "features/keys/key_lock.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <filesystem>
#include <span>

namespace konbit::sealed {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view purpose = "wave keys";
constexpr std::string_view before_id = "wave-";
constexpr std::string_view after_id = ".key";

std::string name_of(const WaveId& wave) { return fmt::format("{}{}{}", before_id, wave.view(), after_id); }

fs::path path_of(const InstallationKeys& keys, const WaveId& wave) { return keys.folder() / name_of(wave); }

std::optional<WaveId> wave_of(const std::string& name) {
    if (!name.starts_with(before_id) || !name.ends_with(after_id)) return std::nullopt;
    return WaveId::parse(name.substr(before_id.size(), name.size() - before_id.size() - after_id.size()));
}

std::string about(const WaveId& wave) { return fmt::format("wave key\n{}", wave.view()); }

void write(const InstallationKeys& keys, const WaveId& wave, std::string_view bytes) {
    files::write_durably(path_of(keys, wave), crypto::seal(keys.derive(purpose), bytes, about(wave)));
}

/// The bytes of the keys, one behind the other, the newest first.
std::optional<std::string> read(const InstallationKeys& keys, const WaveId& wave) {
    const auto wrapped = files::read_file(path_of(keys, wave));
    if (!wrapped) return std::nullopt;
    return keys.first(purpose,
                      [&](const crypto::Key& key) { return crypto::open(key, *wrapped, about(wave)); });
}

std::vector<crypto::Key> split(std::string_view bytes) {
    std::vector<crypto::Key> all;
    for (; bytes.size() >= crypto::Key::size; bytes.remove_prefix(crypto::Key::size))
        all.push_back(*crypto::Key::from(bytes.substr(0, crypto::Key::size)));
    return all;
}

std::unexpected<Error> unreadable() { return failure(ErrorCode::unavailable, "wave_key"); }

bool is_wrapped_by_newest(const InstallationKeys& keys, const WaveId& wave) {
    const auto wrapped = files::read_file(path_of(keys, wave));
    return wrapped && crypto::open(keys.derive(purpose), *wrapped, about(wave));
}

/// What the folder holds of the wave: besides its file what a crash left of writing it.
std::vector<fs::path> list_files_of(const InstallationKeys& keys, const WaveId& wave) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(keys.folder()))
        if (entry.path().filename().string().starts_with(name_of(wave))) files.push_back(entry.path());
    return files;
}

}  // namespace

Result<void> make_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    // Two requests that open one wave at once must not each leave a key: the first may be in use already.
    const keys::KeyLock lock(keys.folder());
    if (fs::exists(path_of(keys, wave))) {
        KONBIT_CHECK(read_wave_key(keys, wave));
        return {};
    }
    write(keys, wave, crypto::Key::random().view());
    return {};
}

Result<crypto::Key> read_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    KONBIT_TRY(const auto all, read_wave_keys(keys, wave));
    return all.front();
}

Result<std::vector<crypto::Key>> read_wave_keys(const InstallationKeys& keys, const WaveId& wave) {
    const auto bytes = read(keys, wave);
    if (!bytes || bytes->empty() || bytes->size() % crypto::Key::size != 0) return unreadable();
    return split(*bytes);
}

bool destroy_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    const keys::KeyLock lock(keys.folder());
    bool was_there = false;
    for (const auto& file : list_files_of(keys, wave)) was_there = fs::remove(file) || was_there;
    if (was_there) files::sync_folder(keys.folder());
    return was_there;
}

std::vector<WaveId> list_waves_with_keys(const InstallationKeys& keys) {
    std::vector<WaveId> waves;
    for (const auto& entry : fs::directory_iterator(keys.folder()))
        if (const auto wave = wave_of(entry.path().filename().string())) waves.push_back(*wave);
    return waves;
}

std::int64_t rewrap_wave_keys(const InstallationKeys& keys) {
    std::int64_t count = 0;
    for (const auto& wave : list_waves_with_keys(keys)) {
        const keys::KeyLock lock(keys.folder());
        const auto bytes = read(keys, wave);
        if (!bytes || is_wrapped_by_newest(keys, wave)) continue;
        write(keys, wave, *bytes);
        ++count;
    }
    return count;
}

Result<void> add_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    const keys::KeyLock lock(keys.folder());
    const auto bytes = read(keys, wave);
    if (!bytes) return unreadable();
    write(keys, wave, std::string(crypto::Key::random().view()) + *bytes);
    return {};
}

Instant wave_key_changed_at(const InstallationKeys& keys, const WaveId& wave) {
    struct stat status{};
    if (::stat(path_of(keys, wave).c_str(), &status) != 0) return {};
    return Instant{std::int64_t{status.st_mtim.tv_sec} * second_ms};
}

Result<void> drop_former_wave_keys(const InstallationKeys& keys, const WaveId& wave) {
    const keys::KeyLock lock(keys.folder());
    KONBIT_TRY(const crypto::Key newest, read_wave_key(keys, wave));
    write(keys, wave, newest.view());
    return {};
}

}  // namespace konbit::sealed
