// SPDX-License-Identifier: Apache-2.0
#include "features/answers/on_behalf.hpp"

#include "features/answers/prefill.hpp"
#include "features/surveys/wave_rules.hpp"

#include <algorithm>

namespace konbit::answers {

namespace {

/// What was entered last, and until when it can be corrected.
struct Occasion {
    AnswerMode mode = AnswerMode::paper;
    Instant entered_at{};
    Instant correct_until{};
    std::vector<QuestionId> entered_questions;

    static constexpr auto fields() {
        return std::tuple{
            field("mode", &Occasion::mode),
            field("entered_at", &Occasion::entered_at),
            field("correct_until", &Occasion::correct_until),
            field("entered_questions", &Occasion::entered_questions),
        };
    }
};

std::optional<Occasion> last_entered(db::Session& db, const Respondent& by) {
    return db.one<Occasion>(R"(
        SELECT mode, entered_at, correct_until, entered_questions FROM entries
        WHERE id = $1 AND entered_at IS NOT NULL)",
                            by.respondent());
}

/// Who finished after something was entered has seen it and let it stand.
constexpr std::string_view has_confirmed = R"(EXISTS (
    SELECT 1 FROM entries e JOIN respondents r ON r.id = e.id
    WHERE r.id = $1 AND r.finished_at > e.entered_at))";

}  // namespace

std::vector<QuestionId> own_questions(db::Session& db, const Respondent& by) {
    return db.query<QuestionId>(R"(
        SELECT question_id FROM answers
        WHERE respondent_id = $1 AND (device NOT IN ($2, $3) OR )" +
                                    std::string(has_confirmed) + R"()
        UNION
        SELECT question_id FROM row_states
        WHERE respondent_id = $1 AND (device NOT IN ($2, $3) OR )" +
                                    std::string(has_confirmed) + ")",
                                by.respondent(), on_behalf, last_wave);
}

std::vector<QuestionId> entered_questions(db::Session& db, const Respondent& by) {
    const auto own = own_questions(db, by);
    auto entered = db.query<QuestionId>(R"(
        SELECT s.question_id
        FROM row_states s
        JOIN respondents r ON r.id = s.respondent_id
        JOIN asked_questions q ON q.id = s.question_id AND q.wave_id = r.wave_id
        WHERE s.respondent_id = $1 AND s.device = $2 AND q.sensitivity <> 'sealed'
        ORDER BY q.position)",
                                        by.respondent(), on_behalf);
    std::erase_if(entered, [&](const QuestionId& id) { return std::ranges::find(own, id) != own.end(); });
    return entered;
}

std::optional<EnteredForMe> entered_for(db::Session& db, const Respondent& by) {
    const auto last = last_entered(db, by);
    if (!last) return std::nullopt;
    return EnteredForMe{last->mode, last->entered_at, last->correct_until, entered_questions(db, by)};
}

std::vector<QuestionId> correctable_questions(db::Session& db, const Respondent& by) {
    const auto last = last_entered(db, by);
    return last ? last->entered_questions : std::vector<QuestionId>{};
}

void forget_entered(db::Session& db, const Respondent& by, const QuestionId& question) {
    for (const std::string table : {"answers", "row_states"})
        db.change(
            "DELETE FROM " + table + " WHERE respondent_id = $1 AND question_id = $2 AND device IN ($3, $4)",
            by.respondent(), question, on_behalf, last_wave);
}

Result<void> check_takes_answers(db::Session& db, const Wave& wave, const Respondent& by, Instant now,
                                 std::optional<QuestionId> question) {
    const auto takes = surveys::check_takes_answers(wave, now);
    const bool is_over = wave.state == WaveState::open || wave.state == WaveState::closed;
    if (takes || !is_over) return takes;
    const auto last = last_entered(db, by);
    if (!last || now >= last->correct_until) return takes;
    const auto& entered = last->entered_questions;
    if (question && std::ranges::find(entered, *question) == entered.end()) return takes;
    return {};
}

}  // namespace konbit::answers
