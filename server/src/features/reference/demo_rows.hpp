// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reference/record_reader.hpp"
#include "features/reference/reference_files.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// The rows of a table of data/demo.
/// @return ErrorCode::not_found with its path when there is no such table; the cells that no field can hold.
template <HasFields T>
Result<std::vector<ReadRecord<T>>> demo_rows(std::string_view path) {
    const auto bytes = find_embedded(demo_files(), path);
    if (!bytes) return failure(ErrorCode::not_found, std::string(path));
    auto rows = read_records<T>(*bytes);
    if (!rows) return failure(rows.error().code, std::string(path), rows.error().fields);
    return rows;
}

/// What stands between the blanks; none of it is empty.
std::vector<std::string> words_in(std::string_view text);

/// What stands between the separators, empty parts too.
std::vector<std::string> parts_of(std::string_view text, char separator);

}  // namespace konbit
