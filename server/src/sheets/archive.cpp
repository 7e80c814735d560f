// SPDX-License-Identifier: Apache-2.0
#include "sheets/archive.hpp"

#include <zip.h>

namespace konbit::sheets {

namespace {

constexpr std::uint64_t small_entry = 1024 * 1024;

std::unexpected<Error> refused(std::string code) {
    return failure(ErrorCode::invalid, "workbook", {{"file", std::move(code)}});
}

std::unexpected<Error> broken(std::string_view name) {
    return failure(ErrorCode::invalid, "workbook",
                   {{"file", "workbook_broken", {{"part", std::string(name)}}}});
}

bool is_bomb(const zip_stat_t& entry, const ArchiveLimits& limits) {
    return entry.size > small_entry && entry.size / limits.ratio > entry.comp_size;
}

Result<void> check_entries(zip* archive, const ArchiveLimits& limits) {
    const auto count = zip_get_num_entries(archive, 0);
    if (count > limits.entries) return refused("workbook_too_large");
    std::uint64_t total = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &entry) != 0)
            return refused("not_a_workbook");
        if (entry.encryption_method != ZIP_EM_NONE) return refused("workbook_locked");
        if (entry.size > limits.entry_bytes || is_bomb(entry, limits)) return refused("workbook_too_large");
        total += entry.size;
    }
    if (total > limits.total_bytes) return refused("workbook_too_large");
    return {};
}

struct EntryCloser {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

}  // namespace

void Archive::Closer::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, const ArchiveLimits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (opened == nullptr) {
        zip_source_free(source);
        return refused("not_a_workbook");
    }
    Archive archive{std::unique_ptr<zip, Closer>(opened)};
    KONBIT_CHECK(check_entries(opened, limits));
    return archive;
}

Result<std::optional<std::string>> Archive::read(std::string_view name) const {
    const std::string path(name);
    const auto index = zip_name_locate(archive_.get(), path.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return std::nullopt;
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) return broken(name);
    const std::unique_ptr<zip_file_t, EntryCloser> entry(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!entry) return broken(name);
    std::string content(stat.size, '\0');
    const auto read = zip_fread(entry.get(), content.data(), content.size());
    char beyond = 0;
    // Reading to the end also compares the checksum; an entry longer than it claims is not what was admitted.
    const bool is_whole =
        read == static_cast<zip_int64_t>(content.size()) && zip_fread(entry.get(), &beyond, 1) == 0;
    if (!is_whole) return broken(name);
    return content;
}

}  // namespace konbit::sheets
