// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "sheets/archive.hpp"
#include "sheets/serial_date.hpp"
#include "sheets/workbook.hpp"
#include "sheets/xml.hpp"

#include <string>
#include <vector>

/// The parts of a workbook beside its sheets.
namespace konbit::sheets {

struct SheetPlace {
    std::string name;
    std::string part;  ///< Where it lies in the archive.
    bool is_hidden = false;
};

/// What a sheet needs to be understood.
struct WorkbookParts {
    std::vector<SheetPlace> sheets;
    std::vector<std::string> shared_strings;
    std::vector<bool> shows_date;  ///< By the number of a cell's style.
    DateSystem date_system = DateSystem::from_1900;
};

/// Reads everything but the sheets.
Result<WorkbookParts> read_parts(const Archive& archive);

/// A part that must be there.
Result<XmlPart> read_part(const Archive& archive, std::string_view name);

/// A text with its control characters, which XML cannot hold and workbooks write as "_x000D_".
std::string unescaped(std::string_view text);

/// The texts below a string item: all of its runs, without phonetic hints.
std::string text_of(pugi::xml_node item);

}  // namespace konbit::sheets
