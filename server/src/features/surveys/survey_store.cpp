// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/survey_store.hpp"

#include "db/columns.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::surveys {

namespace {

/// The question of that key through all waves of the survey.
QuestionId question_of(db::Session& db, const SurveyId& survey, QuestionKey key) {
    const auto known = db.value<std::optional<QuestionId>>(
        "SELECT id FROM questions WHERE survey_id = $1 AND key = $2", survey, key);
    if (known) return *known;
    const auto id = new_id<QuestionId>();
    db.change("INSERT INTO questions (id, survey_id, key) VALUES ($1, $2, $3)", id, survey, key);
    return id;
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

bool is_wanted(std::span<const QuestionKey> only, QuestionKey key) {
    return only.empty() ? is_standard(key) : std::ranges::find(only, key) != only.end();
}

}  // namespace

PreparedInstrument prepare_instrument(const Catalog& texts, bool is_baseline) {
    PreparedInstrument prepared;
    for (std::size_t i = 0; i < library.size(); ++i) {
        const Localized wording = wording_of(texts, library[i].key, is_baseline);
        prepared[i] = {wording, hash_of(wording)};
    }
    return prepared;
}

SurveyId survey_of_cluster(db::Session& db, const Facilitator& by, std::string_view title) {
    const auto known =
        db.value<std::optional<SurveyId>>("SELECT id FROM surveys WHERE cluster_id = $1", by.cluster());
    if (known) return *known;
    const Survey survey{new_id<SurveyId>(), by.cluster(), std::string(title)};
    db::insert(db, "surveys", survey);
    return survey.id;
}

void set_instrument(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now,
                    std::span<const QuestionKey> only) {
    db.change("DELETE FROM wave_questions WHERE wave_id = $1", wave.id);
    for (const auto& each : library)
        if (is_wanted(only, each.key))
            add_question(db, wave, new_question(wave.survey_id, each), wording_in(wordings, each.key), now);
}

void add_question(db::Session& db, const Wave& wave, const Question& asked, const PreparedWording& wording,
                  Instant now) {
    const QuestionId question = question_of(db, wave.survey_id, asked.key);
    db.change(R"(
        INSERT INTO wave_questions (wave_id, question_id, question_version_id, position, sensitivity, symmetrization,
                                    scale, gate, anchors, purposes, is_own_wording)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
              wave.id, question, version_of(db, question, wording, now), static_cast<int>(asked.key) + 1,
              asked.sensitivity, asked.symmetrization, asked.scale, asked.gate,
              RawJson{json::text_of(asked.anchors)}, RawJson{json::text_of(asked.purposes)}, wording.is_own);
}

void refresh_wordings(db::Session& db, const Wave& wave, const PreparedInstrument& wordings, Instant now) {
    for (const auto& question : list_questions(db, wave.id))
        db.change(R"(
            UPDATE wave_questions SET question_version_id = $3
            WHERE wave_id = $1 AND question_id = $2 AND NOT is_own_wording)",
                  wave.id, question.id, version_of(db, question.id, wording_in(wordings, question.key), now));
}

/// An imported network asked one question only; a wave that is asked has all that every cluster is asked.
void add_missing_standard(db::Session& db, const Wave& wave, const PreparedInstrument& wordings,
                          Instant now) {
    const auto asked = list_questions(db, wave.id);
    for (const auto& each : library)
        if (is_standard(each.key) && std::ranges::find(asked, each.key, &Question::key) == asked.end())
            add_question(db, wave, new_question(wave.survey_id, each), wording_in(wordings, each.key), now);
}

Result<void> copy_instrument(db::Session& db, const Wave& wave, const WaveId& from,
                             const PreparedInstrument& wordings, Instant now) {
    db.change("DELETE FROM wave_questions WHERE wave_id = $1", wave.id);
    const auto copied = db.change(R"(
        INSERT INTO wave_questions (wave_id, question_id, question_version_id, position, sensitivity, symmetrization,
                                    scale, gate, anchors, purposes, is_own_wording)
        SELECT $1, id, question_version_id, position, sensitivity, symmetrization, scale, gate, anchors, purposes,
               is_own_wording
        FROM asked_questions WHERE wave_id = $2 AND survey_id = $3)",
                                  wave.id, from, wave.survey_id);
    if (copied == 0) return failure(ErrorCode::invalid, "invalid", {{"/same_questions_as", "not_allowed"}});
    refresh_wordings(db, wave, wordings, now);
    add_missing_standard(db, wave, wordings, now);
    return {};
}

std::vector<Question> list_questions(db::Session& db, const WaveId& wave) {
    return db.query<Question>("SELECT " + db::columns<Question>() + R"(
        FROM asked_questions WHERE wave_id = $1 ORDER BY position)",
                              wave);
}

}  // namespace konbit::surveys
