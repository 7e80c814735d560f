// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"
#include "http/route_info.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Types of the API in words: from the same descriptions that JSON and openapi.json are made of.
namespace konbit::developers {

/// What a field means, in the reader's language.
/// @param record  The type that has it, or nothing for a parameter.
/// @return Nothing when no text says it.
std::optional<std::string> meaning_of(const Catalog& texts, std::string_view language,
                                      std::string_view record, std::string_view field);

/// "text or nothing", "list of Machine": records are links to their tables on the same page.
html::Html type_in_words(const pages::Words& words, const Type& type);

/// The parameters of a route in its path and query; nothing when it takes none.
html::Html parameter_table(const pages::Words& words, const Catalog& texts, const http::RouteInfo& route);

/// Every record that the routes take or give, those inside others too, in the order of their appearance.
/// Pages of lists are not among them: they are all alike.
std::vector<const Type*> records_of(const std::vector<const http::RouteInfo*>& routes);

/// The fields of a record with types and meaning, under an anchor of its own.
html::Html record_section(const pages::Words& words, const Catalog& texts, const Type& record);

}  // namespace konbit::developers
