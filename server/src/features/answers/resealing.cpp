// SPDX-License-Identifier: Apache-2.0
#include "features/answers/resealing.hpp"

#include "db/database.hpp"
#include "features/answers/answer_store.hpp"
#include "features/answers/sealing.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/sealed/wave_keys.hpp"

#include <set>

namespace konbit::answers {

namespace {

/// A sealed row, and the places that may be named in it.
struct GatedRow {
    sealed::StoredRow row;
    std::set<int> ticked;
};

bool has_gate(db::Session& db, const Respondent& by, const QuestionId& question) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM asked_questions WHERE wave_id = $1 AND id = $2 AND gate IS NOT NULL",
               by.wave(), question) > 0;
}

std::set<int> places_ticked_at_gate(db::Session& db, const Respondent& by, const QuestionId& question) {
    const auto members = db.query<WaveMemberId>(R"(
        SELECT a.alter_id
        FROM asked_questions q
        JOIN asked_questions g ON g.wave_id = q.wave_id AND g.key = q.gate
        JOIN answers a ON a.question_id = g.id
        WHERE q.wave_id = $3 AND q.id = $2 AND a.respondent_id = $1 AND a.value > 0)",
                                                by.respondent(), question, by.wave());
    const auto places = places_of_others(db, by);
    std::set<int> ticked;
    for (const auto& member : members)
        if (const auto place = places.find(member); place != places.end()) ticked.insert(place->second);
    return ticked;
}

std::vector<GatedRow> gated_rows(db::Session& db, const Respondent& by) {
    std::vector<GatedRow> gated;
    for (auto& row : sealed::list_of(db, by))
        if (has_gate(db, by, row.question_id))
            gated.push_back({row, places_ticked_at_gate(db, by, row.question_id)});
    return gated;
}

Result<sealed::StoredRow> without_unticked(std::span<const crypto::Key> wave_keys, const Respondent& by,
                                           const GatedRow& gated) {
    const sealed::Place place{by.wave(), by.respondent(), gated.row.question_id};
    auto row = sealed::open_row(wave_keys, place, gated.row.ciphertext.data);
    if (!row) return failure(ErrorCode::unavailable, "wave_key");
    for (std::size_t at = 0; at < row->size(); ++at)
        if (!gated.ticked.contains(static_cast<int>(at))) (*row)[at] = 0;
    return sealed_row(wave_keys.front(), place, *row);
}

/// @return Whether nobody wrote one of the rows since they were read.
Result<bool> replace_all(db::Session& db, const Respondent& by, const std::vector<GatedRow>& former,
                         const std::vector<sealed::StoredRow>& rows, Instant now) {
    if (!standing(db, by, now)) KONBIT_CHECK(standing_for_reply(db, by, now));
    bool is_done = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
        is_done = sealed::replace_unchanged(db, former[i].row, rows[i]) && is_done;
    return is_done;
}

Result<bool> try_to_reseal(App& app, const Respondent& by) {
    const auto gated = app.database.read([&](db::Session& db) { return gated_rows(db, by); });
    if (gated.empty()) return true;
    KONBIT_TRY(const auto wave_keys, sealed::read_wave_keys(app.keys, by.wave()));
    std::vector<sealed::StoredRow> rows;
    for (const auto& each : gated) {
        KONBIT_TRY(auto row, without_unticked(wave_keys, by, each));
        rows.push_back(std::move(row));
    }
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return replace_all(db, by, gated, rows, now); });
}

}  // namespace

Result<void> reseal_behind_gates(App& app, const Respondent& by) {
    bool is_done = false;
    while (!is_done) {
        KONBIT_TRY(is_done, try_to_reseal(app, by));
    }
    return {};
}

}  // namespace konbit::answers
