// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/entries/entry.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::entries {

/// Enters what was typed for a member (entry_store.hpp) and, in the same write, queues the letter that tells
/// the member so: in its language, with its personal link, and until when it can correct. Without an address
/// nobody is written to, and the entry says so.
/// @return The errors of enter(db, ...).
Result<Entered> enter(App& app, const WaveFacilitator& by, const RespondentId& respondent);

}  // namespace konbit::entries
