// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::history {

/// Takes back one change, whatever changed since: restores the fields that it changed, removes what it made,
/// brings back what it removed. What it does leaves a line of its own, which can be taken back in turn.
/// @return ErrorCode::conflict "already_undone"; "changed_since" naming the fields that were changed again;
///         "cannot_be_undone" for what cannot be taken back one by one; what the rules and the store say.
Result<void> undo(db::Session& session, const Reverter& by, Instant now);

}  // namespace konbit::history
