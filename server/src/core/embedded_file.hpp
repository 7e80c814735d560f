// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace konbit {

/// A file of the repository that travels inside the binary (server/cmake/embed_text.cmake).
struct EmbeddedFile {
    std::string_view path;  ///< Below the folder that was embedded: "names.en.csv".
    std::string_view bytes;
};

/// @return The bytes of the file at exactly this path, or nothing.
inline std::optional<std::string_view> find_embedded(std::span<const EmbeddedFile> files,
                                                     std::string_view path) {
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found == files.end() ? std::nullopt : std::optional(found->bytes);
}

}  // namespace konbit
