// SPDX-License-Identifier: Apache-2.0
// A table from anybody's spreadsheet: reading it, proposing its columns and understanding its cells must end,
// whatever the bytes, and a text that was made safe must come back as it was.
#include "core/csv.hpp"
#include "features/imports/proposal.hpp"
#include "features/imports/row_reader.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace konbit;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (unneutralized(neutralized(bytes)) != bytes) __builtin_trap();
    const auto table = imports::read_table(bytes);
    if (!table) return 0;
    for (const auto kind : {ImportKind::organizations, ImportKind::roster}) {
        Import import;
        import.kind = kind;
        import.default_country = "GD";
        import.columns = imports::propose(kind, *table);
        const imports::RowReader reader(import, 2026);
        for (const auto& source : table->rows) {
            ImportRow row;
            row.cells = source.cells;
            reader.read(row);
        }
    }
    return 0;
}
