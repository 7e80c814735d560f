// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/imports/import_fields.hpp"

/// How cells of each kind of column are understood: each returns the one form in which the value is stored
/// and exported, which it gives back unchanged when it is asked again; nothing for what it does not
/// understand.
namespace konbit::imports::cells {

std::optional<std::string> as_written(std::string_view text, const Customs&);
std::optional<std::string> id(std::string_view text, const Customs&);
std::optional<std::string> kind(std::string_view text, const Customs&);
std::optional<std::string> country(std::string_view text, const Customs&);
/// Decimal comma or point.
std::optional<std::string> degrees(std::string_view text, const Customs&);
/// With https:// in front when the scheme is left out.
std::optional<std::string> website(std::string_view text, const Customs&);
std::optional<std::string> whole_number(std::string_view text, const Customs&);
std::optional<std::string> size_band(std::string_view text, const Customs&);
/// A code of ISIC, or its name in a language of the reference data.
std::optional<std::string> sector(std::string_view text, const Customs&);
std::optional<std::string> email(std::string_view text, const Customs&);
/// E.164 ("+14734401234"), with the code of the row's country where it is left out; a number that cannot be
/// completed stays as it is written.
std::optional<std::string> phone(std::string_view text, const Customs& customs);
std::optional<std::string> language(std::string_view text, const Customs&);
/// A code of ISO 639, or a language that language() knows by name.
std::optional<std::string> spoken(std::string_view text, const Customs&);
/// A code of ISO 3166-1 of the whole world, or a country of the region by name.
std::optional<std::string> market(std::string_view text, const Customs&);
std::optional<std::string> truth(std::string_view text, const Customs&);
std::optional<std::string> date(std::string_view text, const Customs& customs);
std::optional<std::string> publication(std::string_view text, const Customs&);

}  // namespace konbit::imports::cells
