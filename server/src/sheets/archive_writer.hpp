// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

namespace konbit::sheets {

/// One file of an archive.
struct ArchiveEntry {
    std::string name;  ///< Its path inside: UTF-8, with "/", each once.
    std::string bytes;
};

/// A ZIP archive with these files, in this order.
/// @param entries  At least one.
std::string archived(std::span<const ArchiveEntry> entries);

}  // namespace konbit::sheets
