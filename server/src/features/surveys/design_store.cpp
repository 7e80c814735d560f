// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/design_store.hpp"

#include "db/columns.hpp"
#include "features/surveys/wave_memory.hpp"
#include "features/surveys/wave_store.hpp"
#include "json/writer.hpp"

#include <limits>

namespace konbit::surveys {

namespace {

struct StoredQuestion : Question {
    bool is_own_wording = false;
    Localized wording;

    static constexpr auto fields() {
        return std::tuple_cat(Question::fields(),
                              std::tuple{field("is_own_wording", &StoredQuestion::is_own_wording),
                                         field("wording", &StoredQuestion::wording)});
    }
};

/// A question as an earlier wave asked it.
struct EarlierQuestion : Question {
    Localized wording;
    std::string wave_title;

    static constexpr auto fields() {
        return std::tuple_cat(Question::fields(),
                              std::tuple{field("wording", &EarlierQuestion::wording),
                                         field("wave_title", &EarlierQuestion::wave_title)});
    }
};

QuestionRules rules_of(const Question& question) {
    return {question.symmetrization, question.scale, question.gate, question.anchors, question.purposes};
}

std::vector<StoredQuestion> stored_questions(db::Session& db, const WaveId& wave) {
    return db.query<StoredQuestion>("SELECT " + db::columns<Question>("q") + R"(, q.is_own_wording, v.wording
        FROM asked_questions q JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                    wave);
}

/// Of waves that were opened before this one, the latest first.
std::vector<EarlierQuestion> earlier_questions(db::Session& db, const Wave& wave) {
    return db.query<EarlierQuestion>(
        "SELECT " + db::columns<Question>("q") + R"(, v.wording, w.title
        FROM asked_questions q
        JOIN waves w ON w.id = q.wave_id
        JOIN question_versions v ON v.id = q.question_version_id
        WHERE w.survey_id = $1 AND w.id <> $2 AND w.pilot_of IS NULL AND w.opens_at < $3
        ORDER BY w.opens_at DESC, w.id DESC, q.position)",
        wave.survey_id, wave.id, wave.opens_at.value_or(Instant{std::numeric_limits<std::int64_t>::max()}));
}

void set_rules(DesignedQuestion& question, const QuestionRules& rules) {
    question.symmetrization = rules.symmetrization;
    question.scale = rules.scale;
    question.gate = rules.gate;
    question.anchors = rules.anchors;
    question.purposes = rules.purposes;
}

DesignedQuestion from_library(const LibraryQuestion& rules, const PreparedInstrument& standard) {
    DesignedQuestion question;
    question.key = rules.key;
    question.is_standard = is_standard(rules.key);
    question.is_gate = is_gate(standard_design(), rules.key);
    question.sensitivity = question.least_sensitivity = rules.sensitivity;
    question.scales = scales_of(rules);
    question.symmetrizations = symmetrizations_of(rules);
    set_rules(question, standard_rules(rules, rules.sensitivity));
    question.wording = question.standard_wording = wording_in(standard, rules.key).wording;
    return question;
}

void ask_as_stored(DesignedQuestion& question, const StoredQuestion& stored) {
    question.is_asked = true;
    set_rules(question, rules_of(stored));
    question.sensitivity = stored.sensitivity;
    question.wording = stored.wording;
    question.is_own_wording = stored.is_own_wording;
}

Question as_asked(const PlannedQuestion& planned) {
    Question question;
    question.key = planned.key;
    question.sensitivity = planned.sensitivity;
    question.symmetrization = planned.rules->symmetrization;
    question.scale = planned.rules->scale;
    question.gate = planned.rules->gate;
    question.anchors = planned.rules->anchors;
    question.purposes = planned.rules->purposes;
    return question;
}

void replace_all(db::Session& db, const Wave& wave, const Design& design, const PreparedDesign& prepared,
                 Instant now) {
    db.change("DELETE FROM wave_questions WHERE wave_id = $1", wave.id);
    for (std::size_t i = 0; i < design.questions.size(); ++i)
        add_question(db, wave, as_asked(design.questions[i]), prepared[i], now);
}

bool was_answered_openly(db::Session& db, const Wave& wave, QuestionKey key) {
    return db.value<std::int64_t>(R"(
        SELECT count(*)
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN questions q ON q.id = a.question_id
        WHERE r.wave_id = $1 AND q.key = $2)",
                                  wave.id, key) > 0;
}

Result<void> tighten(db::Session& db, const Wave& wave, const Design& stored, const Design& wanted) {
    for (const auto& planned : wanted.questions) {
        if (*find(stored, planned.key) == planned) continue;
        if (planned.sensitivity == Sensitivity::sealed && was_answered_openly(db, wave, planned.key))
            return failure(ErrorCode::conflict, "answers_given");
        db.change(R"(
            UPDATE wave_questions SET sensitivity = $3, purposes = $5
            WHERE wave_id = $1 AND question_id = (SELECT id FROM questions WHERE survey_id = $2 AND key = $4))",
                  wave.id, wave.survey_id, planned.sensitivity, planned.key,
                  RawJson{json::text_of(planned.rules->purposes)});
    }
    return {};
}

}  // namespace

Design without_repeated_standard(Design design, const PreparedInstrument& standard) {
    for (auto& question : design.questions)
        if (question.wording == wording_in(standard, question.key).wording) question.wording = {};
    return design;
}

PreparedDesign prepare(const Design& design, const PreparedInstrument& standard) {
    PreparedDesign prepared;
    for (const auto& [key, sensitivity, wording, rules] : design.questions)
        prepared.push_back(wording.empty() ? wording_in(standard, key)
                                           : PreparedWording{wording, hash_of(wording), true});
    return prepared;
}

Design find_design(db::Session& db, const Wave& wave) {
    Design design;
    for (auto& stored : stored_questions(db, wave.id))
        design.questions.push_back({stored.key, stored.sensitivity,
                                    stored.is_own_wording ? stored.wording : Localized{}, rules_of(stored)});
    return design;
}

WaveDesign find_wave_design(db::Session& db, const Wave& wave, const PreparedInstrument& standard) {
    WaveDesign design{.version = wave.version};
    for (const auto& rules : library) design.questions.push_back(from_library(rules, standard));
    for (const auto& stored : stored_questions(db, wave.id))
        ask_as_stored(design.questions[static_cast<std::size_t>(stored.key)], stored);
    for (auto& earlier : earlier_questions(db, wave)) {
        if (!design.previous_title) design.previous_title = earlier.wave_title;
        auto& question = design.questions[static_cast<std::size_t>(earlier.key)];
        if (question.previous_rules) continue;
        question.previous_rules = rules_of(earlier);
        question.previous_wording = std::move(earlier.wording);
    }
    return design;
}

Result<Wave> redesign(db::Session& db, const WaveFacilitator& by, const Wave& wave, const Design& design,
                      const PreparedDesign& prepared, Instant now) {
    const Design stored = find_design(db, wave);
    KONBIT_CHECK(check_redesign(wave.state, stored, design));
    if (wave.state == WaveState::draft) {
        replace_all(db, wave, design, prepared, now);
    } else {
        KONBIT_CHECK(tighten(db, wave, stored, design));
        remember_stricter(db, by, wave, stored, design, now);
    }
    return update(db, wave, by);
}

}  // namespace konbit::surveys
