// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/people/erasure.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The journal of erasures: a file outside the database that outlives a restored backup. A line holds random
/// ids and a time; it says nothing to who does not have the row that was erased.
namespace konbit::erasures {

/// One erasure as the journal has it; how much was removed stands on the receipt.
struct Line {
    ErasureId id{};
    ErasedKind kind = ErasedKind::person;
    ErasedRecordId record_id{};
    Instant erased_at{};

    bool operator==(const Line&) const = default;

    static constexpr auto fields() {
        return std::tuple{field("id", &Line::id), field("kind", &Line::kind),
                          field("record_id", &Line::record_id), field("erased_at", &Line::erased_at)};
    }
};

/// Beside the keys, which a backup keeps apart from the database.
std::filesystem::path journal_in(const std::filesystem::path& keys_folder);

/// One JSON object a line, each ending with a line break.
std::string write_lines(const std::vector<Line>& lines);

/// @return ErrorCode::unavailable "erasure_journal_broken" for a line that is none: nothing may be passed
/// over.
Result<std::vector<Line>> read_lines(std::string_view text);

/// The lines of the file; none when there is no file.
Result<std::vector<Line>> read_journal(const std::filesystem::path& file);

}  // namespace konbit::erasures
