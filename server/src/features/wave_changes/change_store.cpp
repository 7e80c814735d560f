// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/change_store.hpp"

#include "features/answers/answered.hpp"
#include "features/networks/network_store.hpp"
#include "features/surveys/wave_store.hpp"
#include "features/wave_changes/anchoring.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace konbit::wave_changes {

namespace {

/// Who names whom.
struct NamedPair {
    WaveMemberId from_id{};
    WaveMemberId to_id{};

    static constexpr auto fields() {
        return std::tuple{field("from_id", &NamedPair::from_id), field("to_id", &NamedPair::to_id)};
    }
};

/// Ties that were ticked in advance and confirmed by nothing but going on.
std::vector<network::Edge> untouched_ties(db::Session& db, const networks::WaveData& data) {
    std::map<WaveMemberId, int> numbers;
    for (const auto& actor : data.actors) numbers.emplace(actor.member.id, actor.place_in_layout);
    std::vector<network::Edge> ties;
    for (const auto& pair : db.query<NamedPair>(R"(
        SELECT r.wave_member_id, a.alter_id
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id AND q.key = 'know'
        JOIN wave_members m ON m.id = a.alter_id AND m.listing <> 'removed'
        WHERE r.wave_id = $1 AND a.prefilled_untouched AND a.value > 0)",
                                                data.wave.id))
        ties.push_back({numbers.at(pair.from_id), numbers.at(pair.to_id)});
    return ties;
}

/// Those who were drawn and have answered: `n` is *know* as it is asked now, `q` as it was last time.
std::vector<KeptByRespondent> kept_by_respondents(db::Session& db, const WaveId& wave) {
    return db.query<KeptByRespondent>(fmt::format(R"(
        SELECT p.is_control, count(*), sum(CASE WHEN b.value > 0 THEN 1 ELSE 0 END)
        FROM prefills p
        JOIN respondents r ON r.id = p.respondent_id
        JOIN asked_questions n ON n.wave_id = r.wave_id AND n.key = 'know' AND n.sensitivity = 'open'
        JOIN row_states s ON s.respondent_id = r.id AND s.question_id = n.id
        JOIN respondents l ON l.id = p.last_respondent_id AND l.state NOT IN ('declined', 'withdrawn')
        JOIN asked_questions q ON q.wave_id = l.wave_id AND q.id = n.id AND q.sensitivity = 'open'
                              AND q.question_version_id = n.question_version_id
        JOIN answers a ON a.respondent_id = l.id AND a.question_id = q.id AND a.value > 0
        JOIN wave_members f ON f.id = a.alter_id
        JOIN wave_members t ON t.wave_id = r.wave_id
             AND COALESCE(t.organization_id, t.membership_id) = COALESCE(f.organization_id, f.membership_id)
        LEFT JOIN answers b ON b.respondent_id = r.id AND b.question_id = n.id AND b.alter_id = t.id
        WHERE r.wave_id = $1 AND {}
        GROUP BY p.respondent_id, p.is_control)",
                                                  answers::is_answered),
                                      wave);
}

std::vector<QuestionId> reworded(db::Session& db, const WaveId& before, const WaveId& after) {
    return db.query<QuestionId>(R"(
        SELECT n.id FROM asked_questions n JOIN asked_questions q ON q.id = n.id
        WHERE n.wave_id = $2 AND q.wave_id = $1 AND q.question_version_id <> n.question_version_id)",
                                before, after);
}

}  // namespace

Result<WaveChange> find_change(db::Session& db, const Analyst& by, const std::optional<WaveId>& since) {
    KONBIT_TRY(const auto now, networks::load(db, by));
    const auto last = find_earlier(db, by.wave());
    const auto earlier = since ? find_earlier(db, by.wave(), *since) : last;
    if (since && !earlier) return failure(ErrorCode::not_found, "since");
    const Turnover turnover = turnover_between(db, by.wave(), earlier);
    if (!turnover.since) return WaveChange{.turnover = turnover};
    KONBIT_TRY(const auto before, networks::load(db, System::analyst(by.cluster(), turnover.since->id)));
    const bool is_last = last->id == turnover.since->id;
    WaveChange change =
        compare(before.data, now.data, is_last ? untouched_ties(db, now.data) : std::vector<network::Edge>{});
    change.turnover = turnover;
    const auto breaks = reworded(db, turnover.since->id, by.wave());
    for (auto& question : change.questions)
        question.breaks_series = std::ranges::find(breaks, question.id) != breaks.end();
    if (is_last) change.anchoring = anchoring_of(kept_by_respondents(db, by.wave()));
    return change;
}

}  // namespace konbit::wave_changes
