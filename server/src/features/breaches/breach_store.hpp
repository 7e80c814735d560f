// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/breaches/breach.hpp"
#include "features/permission/privacy_policies.hpp"

#include <vector>

namespace konbit::breaches {

/// Open ones first, then the latest.
std::vector<ShownBreach> list(db::Session& db, const PrivacyKeeper& by, Instant now);

/// @return ErrorCode::not_found.
Result<ShownBreach> find(db::Session& db, const PrivacyKeeper& by, const BreachId& id, Instant now);

ShownBreach insert(db::Session& db, const PrivacyKeeper& by, Breach breach, Instant now);

/// @return ErrorCode::conflict "breach_closed" once it is closed; ErrorCode::stale.
Result<ShownBreach> update(db::Session& db, const PrivacyKeeper& by, Breach breach, Instant now);

/// Notes that the authority of a country was told, now or before.
/// @return ErrorCode::invalid at /country_code "unknown" or /told_at "in_future"; ErrorCode::conflict
/// "breach_closed".
Result<ShownBreach> tell(db::Session& db, const PrivacyKeeper& by, const BreachId& id,
                         const BreachNotice& notice, Instant now);

/// @return ErrorCode::conflict "breach_untold" while an authority was not told and the risk is not low, or
///         "conclusion_missing", or "breach_closed".
Result<ShownBreach> close(db::Session& db, const PrivacyKeeper& by, const BreachId& id, Instant now);

/// Those that are open, whoever asks: for the reminders.
std::vector<Breach> list_open(db::Session& db);

}  // namespace konbit::breaches
