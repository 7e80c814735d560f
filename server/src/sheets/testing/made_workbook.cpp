// SPDX-License-Identifier: Apache-2.0
#include "sheets/testing/made_workbook.hpp"

#include <zip.h>

#include <cstdlib>
#include <stdexcept>

namespace konbit::sheets::testing {

namespace {

void add(zip_t* archive, const std::string& name, const std::string& content) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
        throw std::runtime_error("cannot add " + name);
}

std::string content_of(zip_source_t* target) {
    zip_stat_t stat;
    if (zip_source_stat(target, &stat) != 0 || zip_source_open(target) != 0)
        throw std::runtime_error("cannot read the archive");
    std::string bytes(stat.size, '\0');
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    return bytes;
}

}  // namespace

Parts workbook_with(const std::string& rows) {
    return {
        {"xl/workbook.xml", R"(<workbook><sheets><sheet name="Members" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>)"
         R"(</Relationships>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

std::string packed(const Parts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts) add(archive, name, content);
    if (zip_close(archive) != 0) throw std::runtime_error("cannot write the archive");
    std::string bytes = content_of(target);
    zip_source_free(target);
    return bytes;
}

}  // namespace konbit::sheets::testing
