// SPDX-License-Identifier: Apache-2.0
#include "features/backups/manifest.hpp"

#include "core/file_hash.hpp"
#include "features/files/durable_file.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::backups {

namespace fs = std::filesystem;

namespace {

BackedFile described(const fs::path& folder, const fs::path& file) {
    return {.path = fs::relative(file, folder).string(),
            .bytes = static_cast<std::int64_t>(fs::file_size(file)),
            .sha256 = crypto::sha256_hex_of_file(file)};
}

}  // namespace

std::vector<BackedFile> list_files(const fs::path& folder) {
    std::vector<BackedFile> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path() != folder / manifest_file)
            all.push_back(described(folder, entry.path()));
    std::ranges::sort(all, {}, &BackedFile::path);
    return all;
}

void write_manifest(const fs::path& folder, const Manifest& manifest) {
    files::write_durably(folder / manifest_file, json::text_of(manifest) + "\n");
}

Result<Manifest> read_manifest(const fs::path& folder) {
    const auto text = files::read_file(folder / manifest_file);
    if (!text)
        return failure(ErrorCode::invalid,
                       fmt::format("{} holds no whole backup: it has no {}", folder.string(), manifest_file));
    auto manifest = json::read<Manifest>(*text, json::Purpose::stored);
    if (!manifest || manifest->format != Manifest{}.format)
        return failure(ErrorCode::invalid,
                       fmt::format("{} cannot be read by this release", (folder / manifest_file).string()));
    return manifest;
}

Result<void> check_files(const fs::path& folder, const Manifest& manifest) {
    const auto there = list_files(folder);
    const auto [expected, found] = std::ranges::mismatch(manifest.files, there);
    if (expected == manifest.files.end() && found == there.end()) return {};
    const auto& name = expected != manifest.files.end() ? expected->path : found->path;
    return failure(ErrorCode::invalid,
                   fmt::format("{} in {} is missing, changed or not of this backup", name, folder.string()));
}

}  // namespace konbit::backups
