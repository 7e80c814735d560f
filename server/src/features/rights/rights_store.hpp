// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/rights/rights.hpp"

namespace konbit::rights {

Result<OwnRights> find_own(db::Session& db, const Respondent& by);

/// Takes back part of what was agreed to, at every stage of a wave; it holds from the next look on.
/// @return ErrorCode::conflict with "consent_missing" when nothing was agreed to, or "consent_wider" when
///         more would be allowed than before: that takes a consent of its own, while the wave is open.
Result<void> narrow(db::Session& db, const Respondent& by, const NarrowedConsent& wanted, Instant now);

/// Erases all that the respondent answered. Before freezing the member stays on the roster as declined; after
/// it the member becomes an unnamed other and the results are worked out anew. Doing it twice changes
/// nothing.
Result<void> withdraw(db::Session& db, const Respondent& by, Instant now);

/// The organization for which the link answers objects to being listed: it comes off the roster of every wave
/// of the cluster that is not frozen, becomes an unnamed other in those that are, and is asked no more.
Result<void> object(db::Session& db, const Respondent& by, Instant now);

/// The same by the people of the member.
/// @return ErrorCode::forbidden for the facilitator of the cluster: nobody objects in another's place.
Result<Objection> object(db::Session& db, const StatementReader& by, Instant now);
Objection find_objection(db::Session& db, const StatementReader& by);
/// Agrees to be listed again, in waves that open from now on. What was erased stays erased.
Result<Objection> take_objection_back(db::Session& db, const StatementReader& by);

/// How the rights were used, in numbers and without names.
WaveRights find_rights(db::Session& db, const WaveFacilitator& by);

/// @return ErrorCode::invalid with "/names" "too_many" or "/names/N" "required" or "too_long";
///         ErrorCode::conflict "consent_stands" once the wave is open, unless readers are only taken out:
///         members have agreed to a text that names them.
Result<WaveReaders> set_readers(db::Session& db, const WaveFacilitator& by, WaveReaders readers);

}  // namespace konbit::rights
