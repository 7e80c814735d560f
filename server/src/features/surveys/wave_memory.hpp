// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/surveys/design.hpp"

/// What the history of a cluster keeps of its waves. Neither can be taken back.
namespace konbit::surveys {

/// That a wave was there and is no more.
void remember_removed(db::Session& db, const WaveFacilitator& by, const Wave& wave, Instant now);

/// That questions of a wave are kept more strictly than when it was opened.
void remember_stricter(db::Session& db, const WaveFacilitator& by, const Wave& wave, const Design& before,
                       const Design& after, Instant now);

}  // namespace konbit::surveys
