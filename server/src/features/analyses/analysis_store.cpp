// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/analysis_store.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/networks/analyze.hpp"
#include "features/networks/network_store.hpp"
#include "features/permission/viewer.hpp"

#include <algorithm>

namespace konbit::analyses {

namespace {

std::string select_where(std::string_view condition) {
    return "SELECT " + db::columns<Analysis>() + " FROM analyses WHERE " + std::string(condition);
}

}  // namespace

std::vector<Wave> earlier_waves(db::Session& db, const Analyst& by) {
    return db.query<Wave>("SELECT " + db::columns<Wave>("w") +
                              " FROM waves w JOIN waves this ON this.id = $1 AND this.cluster_id = $2"
                              " WHERE w.cluster_id = $2 AND w.pilot_of IS NULL AND w.state <> 'draft'"
                              " AND w.opens_at < this.opens_at ORDER BY w.opens_at DESC, w.id",
                          by.wave(), by.cluster());
}

Result<StoredInput> load(db::Session& db, const Analyst& by, const AnalysisQuestion& asked) {
    KONBIT_TRY(networks::StoredWave stored, networks::load(db, by));
    std::string hashes = networks::hash_of(stored);
    Input input{.wave = std::move(stored.data)};
    if (asked.before) {
        const auto earlier = earlier_waves(db, by);
        if (std::ranges::find(earlier, *asked.before, &Wave::id) == earlier.end())
            return failure(ErrorCode::invalid, "invalid", {{"/before", "not_allowed", {}}});
        KONBIT_TRY(networks::StoredWave before,
                   networks::load(db, System::analyst(by.cluster(), *asked.before)));
        hashes += networks::hash_of(before);
        input.before = std::move(before.data);
    }
    return StoredInput{std::move(input), crypto::sha256_hex(hashes)};
}

std::vector<Analysis> list(db::Session& db, const Analyst& by) {
    return db.query<Analysis>(select_where("wave_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 50"),
                              by.wave());
}

Result<Analysis> find(db::Session& db, const Analyst& by, const AnalysisId& id) {
    auto found = db.one<Analysis>(select_where("id = $1 AND wave_id = $2"), id, by.wave());
    if (!found) return failure(ErrorCode::not_found, "analysis");
    return *std::move(found);
}

std::optional<Analysis> find_equal(db::Session& db, const Analyst& by, const AnalysisQuestion& asked,
                                   const std::string& sha256) {
    const auto known =
        db.query<Analysis>(select_where("wave_id = $1 AND input_sha256 = $2 AND engine_version = $3"
                                        " AND state IN ('waiting', 'done') ORDER BY asked_at, id"),
                           by.wave(), sha256, networks::engine_version);
    const auto found = std::ranges::find(known, asked, &Analysis::asked);
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::optional<Analysis> find_waiting(db::Session& db, const AnalysisId& id) {
    return db.one<Analysis>(select_where("id = $1 AND state = 'waiting'"), id);
}

void insert(db::Session& db, const Analysis& analysis) { db::insert(db, "analyses", analysis); }

bool finish(db::Session& db, const Analysis& ended) {
    return db.change(
               "UPDATE analyses SET state = $2, result = $3, failure = $4, finished_at = $5"
               " WHERE id = $1 AND state = 'waiting'",
               ended.id, ended.state, ended.result, ended.failure, ended.finished_at) > 0;
}

}  // namespace konbit::analyses
