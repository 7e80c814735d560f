// SPDX-License-Identifier: Apache-2.0
#include "features/stories/comparison_store.hpp"

#include "features/networks/network_store.hpp"
#include "features/networks/observation.hpp"

namespace konbit::stories {

namespace {

using networks::QuestionData;

struct PeerWave {
    ClusterId cluster_id{};
    WaveId wave_id{};

    static constexpr auto fields() {
        return std::tuple{field("cluster_id", &PeerWave::cluster_id), field("wave_id", &PeerWave::wave_id)};
    }
};

/// Nobody waits for hundreds of networks; the clusters that finished last say most of today.
constexpr int most_peers = 50;

std::vector<PeerWave> last_waves(db::Session& db, const Analyst& by, bool is_demo) {
    const std::string sql = std::string(R"(
        SELECT w.cluster_id, w.id
        FROM waves w
        WHERE w.cluster_id <> $1 AND w.pilot_of IS NULL AND w.state IN ('closed', 'frozen', 'published'))") +
                            (is_demo ? "" : " AND NOT w.is_demo") + R"(
          AND NOT EXISTS (SELECT 1 FROM waves o
                          WHERE o.cluster_id = w.cluster_id AND o.pilot_of IS NULL
                            AND o.state IN ('closed', 'frozen', 'published')
                            AND (o.opens_at > w.opens_at OR (o.opens_at = w.opens_at AND o.id > w.id)))
        ORDER BY w.opens_at DESC, w.id LIMIT $2)";
    return db.query<PeerWave>(sql, by.cluster(), most_peers);
}

const QuestionData* comparable(const networks::WaveData& data, QuestionKey key) {
    const auto* question = data.find(key);
    return question && question->question.sensitivity != Sensitivity::sealed ? question : nullptr;
}

std::optional<double> mean_given(const networks::WaveData& data, QuestionKey key) {
    const auto* question = comparable(data, key);
    if (!question) return std::nullopt;
    const auto network = networks::observed(*question, networks::Rows::named);
    const auto level = disclosure::report_level(network.answers(), data.asked());
    if (level == disclosure::ReportLevel::interval_only) return std::nullopt;
    return static_cast<double>(network.reported().edge_count()) / network.answers();
}

}  // namespace

Result<Compared> load_compared(db::Session& db, const Analyst& by, QuestionKey question) {
    KONBIT_TRY(auto own, networks::load(db, by));
    if (!comparable(own.data, question)) return failure(ErrorCode::not_found, "question");
    Compared compared{.data = std::move(own.data), .question = question};
    for (const auto& each : last_waves(db, by, compared.data.wave.is_demo)) {
        KONBIT_TRY(const auto peer, networks::load(db, System::analyst(each.cluster_id, each.wave_id)));
        if (const auto mean = mean_given(peer.data, question)) compared.peers.push_back(*mean);
    }
    return compared;
}

}  // namespace konbit::stories
