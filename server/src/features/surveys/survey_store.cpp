// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/survey_store.hpp"

#include "db/columns.hpp"

#include <algorithm>

namespace konbit::surveys {

namespace {

SurveyId insert_survey(db::Session& db, const Facilitator& by, std::string_view title) {
    const Survey survey{new_id<SurveyId>(), by.cluster(), std::string(title)};
    db::insert(db, "surveys", survey);
    for (const auto& question : new_questions(survey.id)) db::insert(db, "questions", question);
    return survey.id;
}

QuestionVersionId version_of(db::Session& db, const QuestionId& question, const PreparedWording& wording,
                             Instant now) {
    const auto known = db.value<std::optional<QuestionVersionId>>(
        "SELECT id FROM question_versions WHERE question_id = $1 AND wording_sha256 = $2", question,
        wording.sha256);
    if (known) return *known;
    const QuestionVersion version{new_id<QuestionVersionId>(), question, wording.wording, wording.sha256,
                                  now};
    db::insert(db, "question_versions", version);
    return version.id;
}

}  // namespace

PreparedInstrument prepare_instrument(const Catalog& texts, bool is_baseline) {
    PreparedInstrument prepared;
    for (std::size_t i = 0; i < instrument.size(); ++i) {
        const Localized wording = wording_of(texts, instrument[i].key, is_baseline);
        prepared[i] = {instrument[i].key, wording, hash_of(wording)};
    }
    return prepared;
}

SurveyId survey_of_cluster(db::Session& db, const Facilitator& by, std::string_view title) {
    const auto known =
        db.value<std::optional<SurveyId>>("SELECT id FROM surveys WHERE cluster_id = $1", by.cluster());
    return known ? *known : insert_survey(db, by, title);
}

void set_instrument(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now,
                    std::span<const QuestionKey> only) {
    db.change("DELETE FROM wave_questions WHERE wave_id = $1", wave.id);
    for (const auto& wording : wordings) {
        if (!only.empty() && std::ranges::find(only, wording.key) == only.end()) continue;
        const auto question = db.value<QuestionId>(
            "SELECT id FROM questions WHERE survey_id = $1 AND key = $2", wave.survey_id, wording.key);
        db.change(
            "INSERT INTO wave_questions (wave_id, question_id, question_version_id) VALUES ($1, $2, $3)",
            wave.id, question, version_of(db, question, wording, now));
    }
}

std::vector<Question> list_questions(db::Session& db, const WaveId& wave) {
    return db.query<Question>("SELECT " + db::columns<Question>("q") + R"(
        FROM questions q JOIN wave_questions w ON w.question_id = q.id
        WHERE w.wave_id = $1
        ORDER BY q.position)",
                              wave);
}

}  // namespace konbit::surveys
