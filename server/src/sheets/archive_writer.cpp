// SPDX-License-Identifier: Apache-2.0
#include "sheets/archive_writer.hpp"

#include <zip.h>

#include <stdexcept>

namespace konbit::sheets {

namespace {

/// Out of memory, or a name that stands twice: neither is the caller's to handle.
void require(bool holds) {
    if (!holds) throw std::runtime_error("an archive could not be written");
}

std::string content_of(zip_source_t* source) {
    require(zip_source_open(source) == 0);
    zip_stat_t stat;
    require(zip_source_stat(source, &stat) == 0);
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    require(read == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace

std::string archived(std::span<const ArchiveEntry> entries) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    require(target != nullptr);
    zip_source_keep(target);  // closing the archive gives up its own hold only
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    require(archive != nullptr);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        require(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    require(zip_close(archive) == 0);
    std::string packed = content_of(target);
    zip_source_free(target);
    return packed;
}

}  // namespace konbit::sheets
