// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/who_sees_store.hpp"

#include "features/neutrality/neutrality_store.hpp"
#include "features/public_figures/public_figures_store.hpp"
#include "features/surveys/survey_store.hpp"

namespace konbit::who_sees {

namespace {

struct Head {
    ClusterId cluster_id{};
    std::string title;
    std::string cluster_name;
    bool is_demo = false;

    static constexpr auto fields() {
        return std::tuple{field("cluster_id", &Head::cluster_id), field("title", &Head::title),
                          field("cluster_name", &Head::cluster_name), field("is_demo", &Head::is_demo)};
    }
};

Result<AskedWave> find_asked(db::Session& db, const WaveId& wave, Instant now) {
    const auto head = db.one<Head>(R"(
        SELECT c.id, w.title, c.name, w.is_demo FROM waves w JOIN clusters c ON c.id = w.cluster_id WHERE w.id = $1)",
                                   wave);
    if (!head) return failure(ErrorCode::not_found, "wave");
    AskedWave asked{head->title, head->cluster_name, head->is_demo, surveys::list_questions(db, wave)};
    asked.wordings = db.query<Localized>(R"(
        SELECT v.wording
        FROM asked_questions q JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                         wave);
    asked.has_public_totals = public_figures::is_announced(db, wave);
    asked.firm_people = neutrality::list_firm_people(db, head->cluster_id, now);
    return asked;
}

}  // namespace

Result<AskedWave> find_asked(db::Session& db, const WaveFacilitator& by, Instant now) {
    return find_asked(db, by.wave(), now);
}

Result<AskedWave> find_asked(db::Session& db, const Respondent& by, Instant now) {
    return find_asked(db, by.wave(), now);
}

}  // namespace konbit::who_sees
