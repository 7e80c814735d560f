// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/organizations/slugs.hpp"
#include "http/response.hpp"

#include <string_view>

namespace konbit::pages {

/// The way from an address that a record had before to its present one (301).
/// @param folder  "/clusters/"
/// @param error   Why nothing was found at the address.
/// @return The error when the record is nowhere.
Result<http::Response> moved_to_present(App& app, const SlugTables& tables, std::string_view folder,
                                        std::string_view slug, Error error);

}  // namespace konbit::pages
