// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/introductions/introduction.hpp"
#include "features/networks/wave_data.hpp"

#include <map>
#include <vector>

namespace konbit::introductions {

/// What the waves of a cluster say of introductions that were made before them. Each wave is read once.
class LaterWaves {
  public:
    LaterWaves(db::Session& db, const ClusterId& cluster);

    /// Notes the outcome, by the first closed wave that opened on a later day than the two were introduced:
    /// what people answer about an earlier time says nothing of it.
    Result<void> judge(ShownIntroduction& introduction);

  private:
    const Wave* first_after(const Introduction& introduction) const;
    Result<const networks::WaveData*> data_of(const Wave& wave);

    db::Session& db_;
    std::vector<Wave> waves_;  ///< Closed ones, the earliest first.
    std::map<WaveId, networks::WaveData> data_;
};

}  // namespace konbit::introductions
