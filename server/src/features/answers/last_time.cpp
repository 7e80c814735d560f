// SPDX-License-Identifier: Apache-2.0
#include "features/answers/last_time.hpp"

#include "features/answers/answered.hpp"
#include "features/answers/demo_waves.hpp"

#include <fmt/core.h>

namespace konbit::answers {

namespace {

/// The members `f` (then) and `t` (now) are the same one, as an SQL condition.
constexpr std::string_view is_same_member =
    "COALESCE(t.organization_id, t.membership_id) = COALESCE(f.organization_id, f.membership_id)";

/// One person answers for the member `{}`, as an SQL condition.
constexpr std::string_view has_one_voice =
    "(SELECT count(*) FROM respondents o WHERE o.wave_member_id = {}.id) = 1";

/// Answers `a` of the last time ($1) to questions that are the same in the present wave ($2) and sealed in
/// neither: `q` as it was asked then, `n` as it is asked now.
constexpr std::string_view former_answers = R"(
    FROM answers a
    JOIN respondents r ON r.id = a.respondent_id
    JOIN row_states s ON s.respondent_id = a.respondent_id AND s.question_id = a.question_id
    JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
    JOIN asked_questions n ON n.id = a.question_id AND n.wave_id = $2
                          AND n.question_version_id = q.question_version_id
    JOIN wave_members f ON f.id = a.alter_id
    JOIN wave_members t ON t.wave_id = $2 AND {}
    WHERE a.respondent_id = $1 AND {} AND a.value IS NOT NULL
      AND q.sensitivity <> 'sealed' AND n.sensitivity <> 'sealed')";

std::string from_former_answers() { return fmt::format(former_answers, is_same_member, is_answered); }

std::vector<FormerAnswer> list_answers(db::Session& db, const LastWave& last, const WaveId& wave,
                                       std::string_view device) {
    return db.query<FormerAnswer>("SELECT a.question_id, t.id, a.value" + from_former_answers() + R"(
        AND q.key <> 'know'
        AND (a.device = $3 OR (q.may_be_named AND (q.sensitivity = 'open' OR r.consent = 'facilitator')))
        ORDER BY n.position, t.position)",
                                  last.respondent_id, wave, device);
}

std::vector<WaveMemberId> list_newcomers(db::Session& db, const LastWave& last, const WaveId& wave) {
    return db.query<WaveMemberId>(fmt::format(R"(
        SELECT t.id FROM wave_members t
        WHERE t.wave_id = $2 AND t.external_kind IS NULL AND t.listing <> 'removed'
          AND NOT EXISTS (SELECT 1 FROM wave_members u WHERE u.wave_id = $1 AND u.listing = 'unnamed')
          AND NOT EXISTS (SELECT 1 FROM wave_members f WHERE f.wave_id = $1 AND f.external_kind IS NULL AND {})
        ORDER BY t.position)",
                                              is_same_member),
                                  last.wave_id, wave);
}

}  // namespace

std::optional<LastWave> find_last_wave(db::Session& db, const RespondentId& respondent) {
    const auto one_voice = [](std::string_view member) { return fmt::format(has_one_voice, member); };
    return db.one<LastWave>(fmt::format(R"(
        SELECT r.id, l.id, l.title
        FROM respondents me
        JOIN waves w ON w.id = me.wave_id AND w.pilot_of IS NULL
        JOIN wave_members t ON t.id = me.wave_member_id
        JOIN waves l ON l.survey_id = w.survey_id AND l.pilot_of IS NULL AND l.opens_at < w.opens_at
        JOIN wave_members f ON f.wave_id = l.id AND {}
        JOIN respondents r ON r.wave_member_id = f.id
        WHERE me.id = $1 AND r.mode = 'link' AND r.consent IS NOT NULL AND {} AND {}
          AND EXISTS (SELECT 1 FROM row_states s WHERE s.respondent_id = r.id AND s.device <> $2 AND {})
        ORDER BY l.opens_at DESC, l.id DESC LIMIT 1)",
                                        is_same_member, one_voice("t"), one_voice("f"), is_answered),
                            respondent, demonstration_device);
}

std::vector<WaveMemberId> list_known_last_time(db::Session& db, const LastWave& last, const WaveId& wave) {
    return db.query<WaveMemberId>("SELECT t.id" + from_former_answers() + R"(
        AND q.key = 'know' AND a.value > 0 AND q.sensitivity = 'open' AND n.sensitivity = 'open'
        AND q.may_be_named AND n.may_be_named
        ORDER BY t.position)",
                                  last.respondent_id, wave);
}

std::optional<LastTime> find_last_time(db::Session& db, const Respondent& by, std::string_view device) {
    const auto last = find_last_wave(db, by.respondent());
    if (!last) return std::nullopt;
    return LastTime{last->title, list_known_last_time(db, *last, by.wave()),
                    list_answers(db, *last, by.wave(), device), list_newcomers(db, *last, by.wave())};
}

}  // namespace konbit::answers
