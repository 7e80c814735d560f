// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/unlisted_store.hpp"

#include "core/text.hpp"
#include "features/answers/answer_store.hpp"
#include "features/surveys/wave_rules.hpp"

#include <algorithm>
#include <map>

namespace konbit::unlisted {

namespace {

/// What is stored of an organization besides its description.
struct Owned {
    UnlistedVerdict verdict = UnlistedVerdict::pending;
    std::optional<WaveMemberId> wave_member_id;

    static constexpr auto fields() {
        return std::tuple{field("verdict", &Owned::verdict), field("wave_member_id", &Owned::wave_member_id)};
    }
};

/// An answer with the organization that it is about.
struct AnswerRow {
    UnlistedId unlisted_id{};
    QuestionId question_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{field("unlisted_id", &AnswerRow::unlisted_id),
                          field("question_id", &AnswerRow::question_id), field("value", &AnswerRow::value)};
    }
};

struct NamedRow {
    UnlistedId id{};
    std::string name;
    std::optional<std::string> country_code;

    static constexpr auto fields() {
        return std::tuple{field("id", &NamedRow::id), field("name", &NamedRow::name),
                          field("country_code", &NamedRow::country_code)};
    }
};

Result<void> check_standing(db::Session& db, const Respondent& by, Instant now) {
    KONBIT_TRY(const auto stands, answers::standing(db, by, now));
    // What was entered on behalf can be corrected after the end; nobody new is named then.
    KONBIT_CHECK(surveys::check_takes_answers(stands.wave, now));
    if (!stands.invitation.consent) return failure(ErrorCode::conflict, "consent_missing");
    return {};
}

/// @return ErrorCode::not_found unless the respondent added it.
Result<Owned> find_own(db::Session& db, const Respondent& by, const UnlistedId& id) {
    const auto found = db.one<Owned>(
        "SELECT verdict, wave_member_id FROM unlisted_organizations WHERE id = $1 AND respondent_id = $2", id,
        by.respondent());
    if (!found) return failure(ErrorCode::not_found, "unlisted");
    return *found;
}

Result<void> check_room(db::Session& db, const Respondent& by, const UnlistedId& id) {
    const auto others = db.value<std::int64_t>(
        "SELECT count(*) FROM unlisted_organizations WHERE respondent_id = $1 AND id <> $2", by.respondent(),
        id);
    if (others >= most_of_one_respondent) return failure(ErrorCode::conflict, "too_many");
    return {};
}

void upsert(db::Session& db, const Respondent& by, const UnlistedId& id,
            const UnlistedOrganization& organization) {
    db.change(R"(
        INSERT INTO unlisted_organizations (id, respondent_id, name, country_code, locality, kind, device, sequence,
                                            verdict)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending')
        ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, country_code = excluded.country_code, locality = excluded.locality,
            kind = excluded.kind, device = excluded.device, sequence = excluded.sequence
        WHERE unlisted_organizations.respondent_id = excluded.respondent_id
          AND unlisted_organizations.verdict = 'pending'
          AND (unlisted_organizations.device <> excluded.device
               OR unlisted_organizations.sequence < excluded.sequence))",
              id, by.respondent(), organization.name, organization.country_code, organization.locality,
              organization.kind, organization.device, organization.sequence);
}

/// @return Whether the tap was newer than what the same device had sent.
bool upsert_tap(db::Session& db, const UnlistedId& id, const QuestionId& question, const answers::Tap& tap,
                Instant now) {
    return db.change(R"(
        INSERT INTO unlisted_answers (unlisted_id, question_id, value, device, sequence, received_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (unlisted_id, question_id) DO UPDATE
        SET value = excluded.value, device = excluded.device, sequence = excluded.sequence,
            received_at = excluded.received_at
        WHERE unlisted_answers.device <> excluded.device OR unlisted_answers.sequence < excluded.sequence)",
                     id, question, tap.value, tap.device, tap.sequence, now) > 0;
}

void close_behind_gate(db::Session& db, const Respondent& by, const UnlistedId& id, const Question& gate,
                       Instant now) {
    db.change(R"(
        UPDATE unlisted_answers SET value = NULL, received_at = $4
        WHERE unlisted_id = $1 AND value IS NOT NULL
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $2 AND gate = $3))",
              id, by.wave(), gate.key, now);
}

/// Merged ones are told as the members that they are.
std::vector<NamedRow> marked(db::Session& db, const Respondent& by) {
    return db.query<NamedRow>(R"(
        SELECT u.id, u.name, u.country_code
        FROM unlisted_organizations u
        WHERE u.respondent_id = $1 AND u.verdict <> 'merged'
          AND EXISTS (SELECT 1 FROM unlisted_answers a
                      JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = $2
                      WHERE a.unlisted_id = u.id AND a.value > 0 AND q.gate IS NULL))",
                              by.respondent(), by.wave());
}

std::vector<AnswerRow> shown_answers(db::Session& db, const Respondent& by, std::string_view device) {
    return db.query<AnswerRow>(R"(
        SELECT a.unlisted_id, a.question_id, a.value
        FROM unlisted_answers a
        JOIN unlisted_organizations u ON u.id = a.unlisted_id
        JOIN respondents r ON r.id = u.respondent_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
        WHERE u.respondent_id = $1 AND a.value IS NOT NULL
          AND (a.device = $2 OR (q.may_be_named AND (q.sensitivity = 'open' OR r.consent = 'facilitator')))
        ORDER BY q.position)",
                               by.respondent(), device);
}

}  // namespace

Result<void> save(db::Session& db, const Respondent& by, const UnlistedId& id,
                  const UnlistedOrganization& organization, Instant now) {
    KONBIT_CHECK(check_standing(db, by, now));
    KONBIT_CHECK(check_room(db, by, id));
    upsert(db, by, id, organization);
    KONBIT_CHECK(find_own(db, by, id));
    return {};
}

Result<void> save_tap(db::Session& db, const Respondent& by, const QuestionId& asked, const UnlistedId& id,
                      const answers::Tap& tap, Instant now) {
    KONBIT_CHECK(check_standing(db, by, now));
    KONBIT_TRY(const Question question, answers::find_question(db, by, asked));
    if (question.sensitivity == Sensitivity::sealed) return failure(ErrorCode::conflict, "question_sealed");
    KONBIT_CHECK(check(tap, question.scale));
    KONBIT_TRY(const Owned owned, find_own(db, by, id));
    if (!upsert_tap(db, id, asked, tap, now)) return {};
    if (owned.wave_member_id) return answers::save_tap(db, by, asked, *owned.wave_member_id, tap, now);
    if (!tap.value) close_behind_gate(db, by, id, question, now);
    return {};
}

std::vector<PageUnlisted> list_of(db::Session& db, const Respondent& by, std::string_view device) {
    std::map<UnlistedId, std::vector<PageUnlistedAnswer>> answers;
    for (const auto& row : shown_answers(db, by, device))
        answers[row.unlisted_id].push_back({row.question_id, row.value});
    std::vector<PageUnlisted> all;
    for (auto& row : marked(db, by))
        all.push_back({row.id, std::move(row.name), std::move(row.country_code), answers[row.id]});
    std::ranges::sort(all, {}, [](const PageUnlisted& each) { return text::sort_key(each.name); });
    return all;
}

void remove_all(db::Session& db, const RespondentId& respondent) {
    db.change("DELETE FROM unlisted_organizations WHERE respondent_id = $1", respondent);
}

void forget_limited_of_others(db::Session& db, const Respondent& by, std::string_view device) {
    db.change(R"(
        DELETE FROM unlisted_answers
        WHERE device <> $2 AND unlisted_id IN (SELECT id FROM unlisted_organizations WHERE respondent_id = $1)
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $3 AND sensitivity = 'limited'))",
              by.respondent(), device, by.wave());
}

}  // namespace konbit::unlisted
