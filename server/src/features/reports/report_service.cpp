// SPDX-License-Identifier: Apache-2.0
#include "features/reports/report_service.hpp"

#include "db/database.hpp"
#include "features/exports/export_store.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/networks/response.hpp"
#include "features/reports/copy_store.hpp"
#include "features/wave_changes/change_store.hpp"

#include <functional>
#include <map>

namespace konbit::reports {

namespace {

using networks::Actor;
using networks::WaveData;

std::vector<surveys::AskedQuestion> questions(db::Session& db, const WaveId& wave) {
    return db.query<surveys::AskedQuestion>(R"(
        SELECT q.id, q.key, q.position, q.sensitivity, q.scale, q.gate, q.anchors, q.purposes, v.wording
        FROM asked_questions q JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                            wave);
}

Grouping grouped(const WaveData& data, std::string name,
                 const std::function<std::string(const WaveMember&)>& group_of) {
    const auto has_answered = answered_any(data);
    std::map<std::string, GroupResponse> groups;
    for (std::size_t i = 0; i < data.actors.size(); ++i) {
        if (!data.actors[i].is_asked) continue;
        const std::string key = group_of(data.actors[i].member);
        auto& group = groups.try_emplace(key, GroupResponse{key, 0, 0}).first->second;
        group.asked += 1;
        *group.answered += has_answered[i];
    }
    std::vector<GroupResponse> all;
    for (auto& [key, group] : groups) all.push_back(std::move(group));
    return {std::move(name), protected_response(std::move(all))};
}

std::string programme_of(const WaveMember& member) {
    const auto& part = member.participates_in_programme;
    return !part ? "" : *part ? "yes" : "no";
}

/// One grouping by itself: two of them, each safe, could tell together what neither tells. The roster's
/// country is known to everybody, so that one is taken.
std::vector<Grouping> groupings(const WaveData& data) {
    const auto in_programme =
        grouped(data, "programme", [](const WaveMember& member) { return programme_of(member); });
    const auto by_country =
        grouped(data, "country_code", [](const WaveMember& member) { return member.country_code; });
    return by_country.groups.size() > 1 ? std::vector{by_country} : std::vector{in_programme};
}

Result<Material> read(db::Session& db, const Analyst& by, Audience audience) {
    KONBIT_TRY(networks::StoredWave stored, networks::load(db, by));
    KONBIT_TRY(auto change, wave_changes::find_change(db, by));
    Material material{.wave = stored.data.wave, .change = std::move(change)};
    material.questions = questions(db, by.wave());
    material.groupings = groupings(stored.data);
    const auto agreed = exports::agreed_to(db, by.wave(), ExportPurpose::members);
    material.map = blind_map(stored.data, agreed, steady_seed(stored.data));
    if (audience == Audience::evaluator) material.tables = stories::tables_of(stored.data);
    return material;
}

ReportCopy copy_of(const Material& material, Audience audience) {
    ReportCopy copy{.audience = audience};
    copy.answered = material.network.response.answered;
    copy.asked = material.network.response.asked;
    if (material.network.frozen) copy.results_sha256 = material.network.frozen->results_sha256;
    return copy;
}

}  // namespace

Result<Material> read_material(App& app, const Analyst& reads, Audience audience) {
    KONBIT_TRY(const auto network, networks::report_of(app, reads));
    if (network->wave.state == WaveState::draft || network->wave.state == WaveState::open)
        return failure(ErrorCode::conflict, "wave_not_closed");
    KONBIT_TRY(Material material,
               app.database.read([&](db::Session& db) { return read(db, reads, audience); }));
    material.network = *network;
    if (audience == Audience::board) return material;
    KONBIT_TRY(material.timeline, wave_changes::timeline_of(app, reads));
    KONBIT_TRY(material.tests, analyses::desk_of(app, reads));
    return material;
}

Result<Material> take_material(App& app, const Analyst& reads, const WaveFacilitator& notes,
                               Audience audience) {
    KONBIT_TRY(Material material, read_material(app, reads, audience));
    material.at = app.clock.now();
    const ReportCopy copy = copy_of(material, audience);
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        material.author =
            db.value<std::string>("SELECT name FROM accounts WHERE id = $1", notes.viewer().account());
        insert(db, notes, copy, material.at);
        return {};
    }));
    return material;
}

}  // namespace konbit::reports
