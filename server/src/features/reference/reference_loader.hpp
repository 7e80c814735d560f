// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/database.hpp"

namespace konbit {

struct ReferenceLoad {
    Instant now{};
    /// Stubs of real organizations wait as drafts until an editor has written to them; a demonstration on
    /// this machine may show them at once.
    bool publishes_stubs = false;
};

/// Brings the reference tables, the countries and the stubs up to what is in the binary. Does nothing when
/// they are; stubs that are there already are never overwritten.
/// @return The first stub that breaks a rule; its `reason` is the slug.
Result<void> load_reference(db::Session& session, const ReferenceLoad& load);
Result<void> load_reference(db::Database& database, const ReferenceLoad& load);

}  // namespace konbit
