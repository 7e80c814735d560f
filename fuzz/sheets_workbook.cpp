// SPDX-License-Identifier: Apache-2.0
// A workbook from anybody: reading it must end within its limits, whatever the bytes. What begins with "<" is
// taken for the XML of a sheet in a workbook that is right otherwise: no fuzzer finds its way behind a
// checksum.
#include "sheets/workbook.hpp"

#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace konbit::sheets;

constexpr std::string_view workbook = R"(<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>)";
constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="a" Type="/worksheet" Target="s.xml"/></Relationships>)";
constexpr std::string_view styles = R"(<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>)";

void add(zip_t* archive, const char* name, std::string_view content) {
    zip_file_add(archive, name, zip_source_buffer(archive, content.data(), content.size(), 0), 0);
}

/// The bytes as the sheet of a workbook that is right otherwise.
std::string as_sheet(std::string_view sheet) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    add(archive, "xl/workbook.xml", workbook);
    add(archive, "xl/_rels/workbook.xml.rels", relations);
    add(archive, "xl/styles.xml", styles);
    add(archive, "xl/s.xml", sheet);
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    WorkbookLimits limits;
    limits.archive.entry_bytes = limits.archive.total_bytes = 1024 * 1024;
    const bool is_sheet = bytes.starts_with('<');
    const auto sheet = read_sheet(is_sheet ? as_sheet(bytes) : std::string(bytes), {}, limits);
    if (!sheet) return 0;
    for (const auto& row : sheet->rows)
        if (row.cells.empty() || row.cells.size() > static_cast<std::size_t>(limits.columns))
            __builtin_trap();
    return 0;
}
