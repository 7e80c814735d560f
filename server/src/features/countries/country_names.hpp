// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

/// Recognizes countries as people write them in spreadsheets: codes, names in any language of the reference
/// data, and habits of the region ("Grenada W.I.", "St. Kitts", "SVG", "Carriacou").
class CountryNames {
  public:
    /// Adds a spelling of a country; the first country of a spelling keeps it.
    void add(std::string_view name, std::string_view country_code);

    /// @return The ISO 3166-1 alpha-2 code, or nothing when the text names no country of the region.
    std::optional<std::string> find(std::string_view text) const;

  private:
    std::map<std::string, std::string, std::less<>> code_of_;
};

/// The spellings of the region that no reference list has.
void add_regional_habits(CountryNames& names);

}  // namespace konbit
