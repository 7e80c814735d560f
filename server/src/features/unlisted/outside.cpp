// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/outside.hpp"

#include "features/answers/answered.hpp"
#include "features/unlisted/groups.hpp"

#include <fmt/core.h>

#include <set>

namespace konbit::unlisted {

namespace {

/// A question that may name somebody outside.
struct AskedRow {
    QuestionId id{};
    QuestionKey key = QuestionKey::know;
    Sensitivity sensitivity = Sensitivity::open;

    static constexpr auto fields() {
        return std::tuple{field("id", &AskedRow::id), field("key", &AskedRow::key),
                          field("sensitivity", &AskedRow::sensitivity)};
    }
};

struct TieRow {
    QuestionId question_id{};
    WaveMemberId named_by{};
    std::string name;
    std::optional<std::string> country_code;

    static constexpr auto fields() {
        return std::tuple{field("question_id", &TieRow::question_id), field("named_by", &TieRow::named_by),
                          field("name", &TieRow::name), field("country_code", &TieRow::country_code)};
    }
};

std::vector<AskedRow> list_asked(db::Session& db, const WaveId& wave) {
    return db.query<AskedRow>(R"(
        SELECT id, key, sensitivity FROM asked_questions
        WHERE wave_id = $1 AND sensitivity <> 'sealed'
        ORDER BY position)",
                              wave);
}

/// By name only: a count that held others could tell, by a second look, what one of them said.
std::vector<TieRow> list_ties(db::Session& db, const WaveId& wave) {
    return db.query<TieRow>(fmt::format(R"(
        SELECT a.question_id, r.wave_member_id, u.name, u.country_code
        FROM unlisted_answers a
        JOIN unlisted_organizations u ON u.id = a.unlisted_id
        JOIN respondents r ON r.id = u.respondent_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id AND q.may_be_named
        WHERE r.wave_id = $1 AND (q.sensitivity = 'open' OR r.consent = 'facilitator') AND a.value > 0 AND u.verdict IN ('pending', 'accepted') AND {})",
                                        answers::takes_part),
                            wave);
}

OutsideCount count_of(const AskedRow& question, const std::vector<TieRow>& ties) {
    std::set<std::string> organizations;
    std::set<WaveMemberId> members;
    std::set<std::pair<WaveMemberId, std::string>> pairs;
    for (const auto& tie : ties) {
        if (tie.question_id != question.id) continue;
        const std::string known = spelling_key(tie.name, tie.country_code);
        organizations.insert(known);
        members.insert(tie.named_by);
        pairs.emplace(tie.named_by, known);
    }
    const auto named_by = static_cast<std::int64_t>(members.size());
    if (question.sensitivity == Sensitivity::limited && named_by < fewest_givers)
        return {.key = question.key};
    return {question.key, static_cast<std::int64_t>(organizations.size()), named_by,
            static_cast<std::int64_t>(pairs.size())};
}

}  // namespace

OutsideCounts count_outside(db::Session& db, const Analyst& by) {
    const auto ties = list_ties(db, by.wave());
    OutsideCounts counts;
    for (const auto& question : list_asked(db, by.wave())) counts.items.push_back(count_of(question, ties));
    return counts;
}

}  // namespace konbit::unlisted
