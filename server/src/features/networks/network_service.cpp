// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_service.hpp"

#include "db/database.hpp"
#include "features/networks/network_store.hpp"
#include "features/sealed/wave_keys.hpp"

#include <algorithm>
#include <list>
#include <mutex>

namespace konbit::networks {

namespace {

using Report = std::shared_ptr<const NetworkReport>;

/// The latest reports by the hash of their input, most recently used first.
class Reports {
  public:
    Report find(const std::string& hash) {
        const std::lock_guard lock(mutex_);
        const auto found =
            std::ranges::find(reports_, hash, [](const Report& each) { return each->input_hash; });
        if (found == reports_.end()) return nullptr;
        reports_.splice(reports_.begin(), reports_, found);
        return reports_.front();
    }

    void keep(Report report) {
        const std::lock_guard lock(mutex_);
        reports_.push_front(std::move(report));
        if (reports_.size() > most) reports_.pop_back();
    }

  private:
    static constexpr std::size_t most = 64;
    std::mutex mutex_;
    std::list<Report> reports_;
};

Reports& kept_reports() {
    static Reports reports;
    return reports;
}

Result<WaveData> opened(App& app, const Analyst& by, StoredWave stored) {
    if (stored.sealed_rows.empty()) return std::move(stored.data);
    KONBIT_TRY(const auto wave_keys, sealed::read_wave_keys(app.keys, by.wave()));
    return unsealed(std::move(stored), wave_keys);
}

}  // namespace

Result<Report> report_of(App& app, const Analyst& by) {
    KONBIT_TRY(StoredWave stored, app.database.read([&](db::Session& db) { return load(db, by); }));
    const std::string hash = hash_of(stored);
    if (auto known = kept_reports().find(hash)) return known;
    KONBIT_TRY(const WaveData data, opened(app, by, std::move(stored)));
    auto report = std::make_shared<NetworkReport>(analyze(data));
    report->input_hash = hash;
    kept_reports().keep(report);
    return report;
}

}  // namespace konbit::networks
