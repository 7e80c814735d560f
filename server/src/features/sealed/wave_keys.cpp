// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/wave_keys.hpp"

#include "features/files/durable_file.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <mutex>

namespace konbit::sealed {

namespace {

std::filesystem::path path_of(const InstallationKeys& keys, const WaveId& wave) {
    return keys.folder() / fmt::format("wave-{}.key", wave.view());
}

std::string about(const WaveId& wave) { return fmt::format("wave key\n{}", wave.view()); }

}  // namespace

Result<void> make_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    // Two requests that open one wave at once must not each leave a key: the first may be in use already.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    if (std::filesystem::exists(path_of(keys, wave))) {
        KONBIT_CHECK(read_wave_key(keys, wave));
        return {};
    }
    const std::string wrapped =
        crypto::seal(keys.derive("wave keys"), crypto::Key::random().view(), about(wave));
    files::write_durably(path_of(keys, wave), wrapped);
    return {};
}

Result<crypto::Key> read_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    const auto wrapped = files::read_file(path_of(keys, wave));
    const auto bytes = wrapped ? crypto::open(keys.derive("wave keys"), *wrapped, about(wave)) : std::nullopt;
    const auto key = bytes ? crypto::Key::from(*bytes) : std::nullopt;
    if (!key) return failure(ErrorCode::unavailable, "wave_key");
    return *key;
}

bool destroy_wave_key(const InstallationKeys& keys, const WaveId& wave) {
    return std::filesystem::remove(path_of(keys, wave));
}

}  // namespace konbit::sealed
