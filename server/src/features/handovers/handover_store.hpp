// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/handovers/handover.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

/// How a facilitator leaves a cluster without leaving it alone.
namespace konbit::handovers {

/// What goes over, and who was asked. @param now  For what is open today.
Handover find(db::Session& session, const Facilitator& by, Instant now);

/// Asks somebody to take over; nothing changes before they do.
/// @return ErrorCode::invalid with /name, /email ("yourself") or /language.
Result<RoleOffer> ask(db::Session& session, const SuccessorDraft& draft, const Facilitator& by, Instant now);

/// The successor runs the cluster from this moment on, and the former facilitator no more: their role is
/// among the former ones, and what they had begun there is the successor's. Others who were asked to take
/// over beside are still asked, now by the successor.
/// @return Errors of accounts::insert(Grant); the giver and the account are checked before.
Result<void> take_over(db::Session& session, const RoleOffer& offer, const AccountId& successor, Instant now);

}  // namespace konbit::handovers
