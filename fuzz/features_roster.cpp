// SPDX-License-Identifier: Apache-2.0
// A member list from anybody's spreadsheet: reading and planning it must end, whatever the bytes.
#include "features/memberships/roster_plan.hpp"
#include "features/reference/reference_book.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto sheet = konbit::read_roster(bytes, konbit::reference().country_names(),
                                     {.country_code = "GD", .language = "en", .current_year = 2026});
    if (sheet) konbit::plan_roster(sheet->drafts, {});
    return 0;
}
