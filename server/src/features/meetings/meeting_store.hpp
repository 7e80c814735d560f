// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/meetings/meeting.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

namespace konbit::meetings {

/// Every meeting of the cluster with who was there, the latest first.
std::vector<Meeting> list(db::Session& db, const Facilitator& by);

/// @return ErrorCode::not_found for one of another cluster.
Result<Meeting> find(db::Session& db, const Facilitator& by, const MeetingId& id);

/// @return ErrorCode::invalid with "unknown" at "/membership_ids" for who is no member, and what checked()
/// finds.
Result<Meeting> insert(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at);
Result<Meeting> update(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at);
Result<void> remove(db::Session& db, const Meeting& meeting, const Facilitator& by,
                    const history::Occasion& at);

/// Brings back one that was removed, under its id, without members that are gone.
Result<void> restore(db::Session& db, Meeting meeting, const Facilitator& by, const history::Occasion& at);

}  // namespace konbit::meetings
