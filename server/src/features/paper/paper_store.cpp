// SPDX-License-Identifier: Apache-2.0
#include "features/paper/paper_form.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_rules.hpp"
#include "features/surveys/wave_store.hpp"

namespace konbit::paper {

namespace {

struct OwnerRow {
    int position = 0;
    std::string label;
    std::string reference;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{
            field("position", &OwnerRow::position),
            field("label", &OwnerRow::label),
            field("reference", &OwnerRow::reference),
            field("language", &OwnerRow::language),
        };
    }
};

std::vector<surveys::AskedQuestion> questions_on_paper(db::Session& db, const WaveId& wave) {
    return db.query<surveys::AskedQuestion>(R"(
        SELECT q.id, q.key, q.position, q.sensitivity, q.scale, q.gate, q.anchors, q.purposes, v.wording
        FROM asked_questions q JOIN question_versions v ON v.id = q.question_version_id
        WHERE q.wave_id = $1 AND q.sensitivity <> 'sealed' AND q.key <> 'external_ties'
        ORDER BY q.position)",
                                            wave);
}

}  // namespace

Result<FormWave> find_form(db::Session& db, const WaveFacilitator& by, Instant now) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_CHECK(surveys::check_takes_answers(wave, now));
    FormWave form{
        .cluster_name = db.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster()),
        .title = wave.title,
        .closes_at = wave.closes_at,
        .readers = answers::totals_readers_of(db, wave.id),
        .questions = questions_on_paper(db, wave.id),
        .members = {}};
    form.sealed_questions = static_cast<int>(db.value<std::int64_t>(
        "SELECT count(*) FROM asked_questions WHERE wave_id = $1 AND sensitivity = 'sealed'", wave.id));
    for (const auto& member : surveys::list_members(db, wave.id))
        form.members.push_back({code_of(member.position), member.label});
    return form;
}

Result<std::vector<FormOwner>> list_owners(db::Session& db, const WaveFacilitator& by,
                                           std::optional<RespondentId> only) {
    const auto rows = db.query<OwnerRow>(R"(
        SELECT w.position, w.label, r.reference, COALESCE(r.language, m.language, 'en')
        FROM respondents r
        JOIN wave_members w ON w.id = r.wave_member_id
        LEFT JOIN memberships m ON m.id = w.membership_id
        WHERE r.wave_id = $1
          AND (r.id = $2 OR (CAST($2 AS TEXT) IS NULL AND r.state NOT IN ('done', 'declined', 'withdrawn')))
        ORDER BY w.position, r.id)",
                                         by.wave(), only);
    if (only && rows.empty()) return failure(ErrorCode::not_found, "respondent");
    std::vector<FormOwner> owners;
    for (const auto& row : rows)
        owners.push_back({{code_of(row.position), row.label}, row.reference, row.language});
    return owners;
}

std::string in_groups(std::string_view reference) {
    if (reference.size() <= 4) return std::string(reference);
    return std::string(reference.substr(0, 4)) + "-" + std::string(reference.substr(4));
}

}  // namespace konbit::paper
