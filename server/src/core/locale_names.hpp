// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Countries and languages of the whole world, as CLDR names them; the reference data of Konbit knows those
/// of the Caribbean only.
namespace konbit::text {

/// Whether it is an ISO 3166-1 alpha-2 code in capitals: "BB".
bool is_territory(std::string_view code);

/// Whether it is an ISO 639 code in small letters: "fr", "pap".
bool is_language(std::string_view code);

/// @param language  Of the reader, ISO 639.
/// @return The code itself when the reader's language has no name for it.
std::string territory_name(std::string_view code, std::string_view language);
std::string language_name(std::string_view code, std::string_view language);

}  // namespace konbit::text
