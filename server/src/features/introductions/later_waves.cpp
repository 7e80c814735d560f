// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/later_waves.hpp"

#include "db/columns.hpp"
#include "features/introductions/advice.hpp"
#include "features/networks/network_store.hpp"

namespace konbit::introductions {

LaterWaves::LaterWaves(db::Session& db, const ClusterId& cluster)
    : db_(db),
      waves_(db.query<Wave>("SELECT " + db::columns<Wave>() + R"(
        FROM waves
        WHERE cluster_id = $1 AND state IN ('closed', 'frozen', 'published') AND pilot_of IS NULL
              AND opens_at IS NOT NULL
        ORDER BY opens_at, id)",
                            cluster)) {}

Result<void> LaterWaves::judge(ShownIntroduction& introduction) {
    const Wave* const wave = first_after(introduction);
    if (wave == nullptr) return {};
    KONBIT_TRY(const auto* data, data_of(*wave));
    introduction.outcome = outcome_of(*data, introduction.one_id, introduction.other_id);
    introduction.outcome_wave_title = wave->title;
    return {};
}

const Wave* LaterWaves::first_after(const Introduction& introduction) const {
    for (const auto& wave : waves_)
        if (wave.id != introduction.wave_id && utc_date(*wave.opens_at) > introduction.introduced_on)
            return &wave;
    return nullptr;
}

Result<const networks::WaveData*> LaterWaves::data_of(const Wave& wave) {
    const auto known = data_.find(wave.id);
    if (known != data_.end()) return &known->second;
    KONBIT_TRY(auto stored, networks::load(db_, System::analyst(wave.cluster_id, wave.id)));
    return &data_.emplace(wave.id, std::move(stored.data)).first->second;
}

}  // namespace konbit::introductions
