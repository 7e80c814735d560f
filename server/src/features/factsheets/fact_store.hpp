// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/factsheets/country_fact.hpp"
#include "features/history/history.hpp"
#include "features/permission/capabilities.hpp"
#include "features/permission/register_capabilities.hpp"

#include <string_view>

/// The factsheets of countries. Everybody may read them.
namespace konbit::factsheets {

/// What is known of a country's cluster policy; a code that is no country knows nothing.
Factsheet list(db::Session& session, const Viewer& viewer, std::string_view country_code);

Result<CountryFactProfile> find(db::Session& session, const Viewer& viewer, const FactId& id);

/// @return ErrorCode::forbidden for a country out of the editor's reach; ErrorCode::invalid "unknown" for a
/// body that the editor may not see.
Result<CountryFactProfile> insert(db::Session& session, CountryFactProfile fact, const DirectoryEditor& by,
                                  const history::Occasion& at);

/// Writes a fact that was found before. What the country had confirmed is confirmed no more.
/// @return As insert(); ErrorCode::stale when it was changed meanwhile.
Result<CountryFactProfile> update(db::Session& session, CountryFactProfile fact, const DirectoryEditor& by,
                                  const history::Occasion& at);

/// @return ErrorCode::stale when it was changed meanwhile.
Result<void> remove(db::Session& session, const CountryFactProfile& fact, const DirectoryEditor& by,
                    const history::Occasion& at);

/// The country says that the fact is right.
/// @param version  What the country read.
/// @return ErrorCode::stale when it was changed meanwhile; ErrorCode::conflict "own_statement" when the
/// account wrote it as somebody else than an office of the country.
Result<CountryFactProfile> confirm(db::Session& session, std::int64_t version, const FactConfirmer& by,
                                   const history::Occasion& at);

}  // namespace konbit::factsheets
