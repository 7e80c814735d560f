// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/privacy_policies.hpp"
#include "features/processors/processor.hpp"

#include <vector>

namespace konbit::processors {

/// Those of today, by task and name: for the public page, so without what was signed.
std::vector<Processor> list_current(db::Session& db, const Viewer& viewer, Date today);

/// All of them, the present ones first.
std::vector<Processor> list(db::Session& db, const PrivacyKeeper& by);

/// @return ErrorCode::not_found.
Result<Processor> find(db::Session& db, const PrivacyKeeper& by, const ProcessorId& id);

Processor insert(db::Session& db, const PrivacyKeeper& by, Processor processor, Instant now);

/// @return ErrorCode::stale.
Result<Processor> update(db::Session& db, const PrivacyKeeper& by, Processor processor, Instant now);

}  // namespace konbit::processors
