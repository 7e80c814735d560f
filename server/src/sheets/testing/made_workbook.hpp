// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace konbit::sheets::testing {

/// The parts of a workbook by their place in the archive.
using Parts = std::map<std::string, std::string>;

/// A workbook of one sheet called "Members": the places that every program writes, with these rows.
/// @param rows  The content of sheetData.
Parts workbook_with(const std::string& rows);

/// The archive of the parts, deflated.
std::string packed(const Parts& parts);

}  // namespace konbit::sheets::testing
