// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/countries/country.hpp"
#include "features/permission/viewer.hpp"

#include <string_view>

/// Countries with what a viewer may see in them.
namespace konbit::countries {

/// Every country, named in `language` and in the order of those names.
CountryList list(db::Session& session, const Viewer& viewer, std::string_view language);

/// @param code  ISO 3166-1 alpha-2, upper case.
/// @return ErrorCode::not_found for a code that is no country of the region.
Result<CountryProfile> find(db::Session& session, const Viewer& viewer, std::string_view code,
                            std::string_view language);

}  // namespace konbit::countries
