// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/countries/country_names.hpp"
#include "features/reference/reference_data.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit {

/// The reference data of this release, ready to be asked. It does not change while the program runs; the
/// tables of migration 0002 hold the same for SQL.
class ReferenceBook {
  public:
    explicit ReferenceBook(ReferenceData data);

    const ReferenceData& data() const { return data_; }

    bool has(std::string_view list, std::string_view code) const;
    bool has_list(std::string_view list) const;

    /// The terms of a list in their order, named for a reader of `language`.
    TermList terms(std::string_view list, std::string_view language) const;

    /// The name of a code for a reader of `language`, or the next language of its fallback chain; the code
    /// itself when nothing is known of it.
    std::string_view name(std::string_view list, std::string_view code, std::string_view language) const;

    /// The ISIC section of a division; nothing for a section or an unknown code.
    std::optional<std::string> section_of(std::string_view code) const;
    /// Whether an ISIC division is that division or belongs to that section; false for no division.
    bool is_in_sector(const std::optional<std::string>& division, std::string_view sector) const;

    /// @return Null for a code that is no country of the region.
    const Country* country(std::string_view code) const;

    /// Recognizes countries as people write them.
    const CountryNames& country_names() const { return country_names_; }

  private:
    using Key = std::pair<std::string, std::string>;  ///< List and code.

    void index_names();
    void index_country_names();

    ReferenceData data_;
    std::map<Key, std::map<std::string, std::string_view, std::less<>>> names_;
    std::map<Key, const Term*> terms_;
    CountryNames country_names_;
};

/// The book of the data in the binary, read at the first call.
/// @throws std::logic_error when data/reference breaks its own rules: the build is wrong.
const ReferenceBook& reference();

}  // namespace konbit
