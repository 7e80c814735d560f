// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/csv.hpp"
#include "core/result.hpp"
#include "core/type.hpp"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// The columns of a row that no field took.
using OtherColumns = std::map<std::string, std::string, std::less<>>;

template <class T>
struct ReadRecord {
    T record;
    OtherColumns others;
};

namespace detail {

Result<OtherColumns> fill_record(const CsvTable& table, const CsvRow& row, const Type& type, void* record,
                                 std::span<const std::string_view> apart);

}  // namespace detail

/// Reads a CSV of our own repository whose columns are called like the fields of T. Lists are separated by
/// blanks; texts by language stand in a column per language ("description_fr").
/// @param apart  Columns that are kept in `others` although a field has their name.
/// @return ErrorCode::invalid with "row:12/column" for each cell that its field cannot hold.
template <HasFields T>
Result<std::vector<ReadRecord<T>>> read_records(std::string_view csv,
                                                std::initializer_list<std::string_view> apart = {}) {
    KONBIT_TRY(const CsvTable table, read_csv(csv));
    std::vector<ReadRecord<T>> all;
    for (const auto& row : table.rows) {
        ReadRecord<T> read;
        KONBIT_TRY(read.others, detail::fill_record(table, row, type_of<T>(), &read.record, apart));
        all.push_back(std::move(read));
    }
    return all;
}

}  // namespace konbit
