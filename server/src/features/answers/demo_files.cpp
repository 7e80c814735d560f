// SPDX-License-Identifier: Apache-2.0
#include "features/answers/demo_files.hpp"

#include "features/reference/record_reader.hpp"
#include "features/reference/reference_files.hpp"

namespace konbit::answers::demo {

namespace {

template <HasFields T>
Result<std::vector<T>> read(std::string_view file) {
    const auto bytes = find_embedded(demo_files(), file);
    if (!bytes) return failure(ErrorCode::not_found, "data/demo/" + std::string(file));
    KONBIT_TRY(auto records, read_records<T>(*bytes));
    std::vector<T> rows;
    for (auto& [record, others] : records) rows.push_back(std::move(record));
    return rows;
}

}  // namespace

Result<Files> read_files() {
    Files files;
    KONBIT_TRY(files.waves, read<WaveRow>("waves.csv"));
    KONBIT_TRY(files.members, read<MemberRow>("wave_rows.csv"));
    KONBIT_TRY(files.ties, read<TieRow>("answers.csv"));
    KONBIT_TRY(files.labels, read<LabelRow>("memberships.csv"));
    return files;
}

}  // namespace konbit::answers::demo
