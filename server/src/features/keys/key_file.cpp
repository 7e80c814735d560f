// SPDX-License-Identifier: Apache-2.0
#include "features/keys/key_file.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

namespace konbit::keys {

namespace {

constexpr std::size_t digits = 2 * crypto::Key::size;
constexpr std::size_t id_bytes = 8;

std::optional<FileKey> parse_line(std::string_view line) {
    const auto bytes = codec::from_hex(line.substr(0, digits));
    const auto key = bytes ? crypto::Key::from(*bytes) : std::nullopt;
    if (!key) return std::nullopt;
    if (line.size() == digits) return FileKey{*key, std::nullopt};
    const auto made_at = line[digits] == ' ' ? Instant::parse(line.substr(digits + 1)) : std::nullopt;
    if (!made_at) return std::nullopt;
    return FileKey{*key, made_at};
}

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
}

std::unexpected<Error> broken(const std::filesystem::path& path) {
    return failure(ErrorCode::unavailable,
                   fmt::format("{} is damaged: it holds no installation key. Put it back from the backup of "
                               "the keys; nothing was changed",
                               path.string()));
}

}  // namespace

KeyLabel FileKey::label() const {
    const std::string hash = crypto::sha256("konbit installation key\n" + std::string(key.view()));
    return {codec::to_hex(std::string_view(hash).substr(0, id_bytes)), made_at};
}

Result<std::vector<FileKey>> parse_key_file(std::string_view text, const std::filesystem::path& path) {
    std::vector<FileKey> keys;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = without_end(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        auto key = parse_line(line);
        if (!key) return broken(path);
        keys.push_back(*std::move(key));
    }
    if (keys.empty()) return broken(path);
    return keys;
}

std::string key_file_text(std::span<const FileKey> keys) {
    std::string text;
    for (const auto& [key, made_at] : keys) {
        text += codec::to_hex(key.view());
        if (made_at) text += " " + made_at->str();
        text += '\n';
    }
    return text;
}

Result<void> check_private(const std::filesystem::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return {};  // its absence is told elsewhere
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return failure(ErrorCode::unavailable,
                       fmt::format("{0} belongs to another user: chown {1} {0}", file.string(), ::geteuid()));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return failure(ErrorCode::unavailable,
                       fmt::format("other users may open {0}: chmod 600 {0}", file.string()));
    return {};
}

}  // namespace konbit::keys
