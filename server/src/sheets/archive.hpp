// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace konbit::sheets {

/// How much an archive may hold. What it claims of itself is held against these before anything is unpacked,
/// and what comes out of it again while unpacking.
struct ArchiveLimits {
    std::int64_t entries = 1000;
    std::uint64_t entry_bytes = 48ULL * 1024 * 1024;  ///< Of one entry, unpacked.
    std::uint64_t total_bytes = 96ULL * 1024 * 1024;  ///< Of all entries together, unpacked.
    /// Unpacked bytes for one packed byte, of entries over a mebibyte: sheets reach 40, bombs 1,000.
    std::uint64_t ratio = 200;
};

/// A ZIP archive in memory, read by the names of its entries.
class Archive {
  public:
    /// @param bytes  Must outlive the archive.
    /// @return ErrorCode::invalid at "file": `not_a_workbook` when it is no ZIP archive, `workbook_too_large`
    ///         above a limit, `workbook_locked` when an entry is encrypted.
    static Result<Archive> open(std::string_view bytes, const ArchiveLimits& limits = {});

    /// The bytes of an entry, whatever the case of its name.
    /// @return Nothing when there is no such entry; ErrorCode::invalid `workbook_broken` when it cannot be
    ///         unpacked to what it claims to be.
    Result<std::optional<std::string>> read(std::string_view name) const;

  private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    explicit Archive(std::unique_ptr<zip, Closer> archive) : archive_(std::move(archive)) {}

    std::unique_ptr<zip, Closer> archive_;
};

}  // namespace konbit::sheets
