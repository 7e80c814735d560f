// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/series.hpp"

#include "db/columns.hpp"

#include <limits>

namespace konbit::surveys {

namespace {

struct VersionedQuestion : Question {
    QuestionVersionId question_version_id{};

    static constexpr auto fields() {
        return std::tuple_cat(Question::fields(), std::tuple{field("question_version_id",
                                                                   &VersionedQuestion::question_version_id)});
    }
};

/// As the waves before asked them, the latest first.
std::vector<VersionedQuestion> earlier(db::Session& db, const WaveId& wave) {
    return db.query<VersionedQuestion>("SELECT " + db::columns<VersionedQuestion>("q") + R"(
        FROM asked_questions q
        JOIN waves p ON p.id = q.wave_id
        JOIN waves w ON w.id = $1
        WHERE p.survey_id = w.survey_id AND p.id <> w.id AND p.pilot_of IS NULL AND p.opens_at IS NOT NULL
          AND p.opens_at < COALESCE(w.opens_at, $2)
        ORDER BY p.opens_at DESC, p.id DESC)",
                                       wave, std::numeric_limits<std::int64_t>::max());
}

std::vector<SeriesBreak> breaks_between(const VersionedQuestion& before, const VersionedQuestion& now) {
    std::vector<SeriesBreak> breaks;
    if (before.question_version_id != now.question_version_id) breaks.push_back(SeriesBreak::wording);
    if (before.scale != now.scale || before.anchors != now.anchors) breaks.push_back(SeriesBreak::scale);
    if (before.gate != now.gate) breaks.push_back(SeriesBreak::gate);
    return breaks;
}

}  // namespace

std::map<QuestionId, std::vector<SeriesBreak>> series_breaks(db::Session& db, const WaveId& wave) {
    const auto before = earlier(db, wave);
    std::map<QuestionId, std::vector<SeriesBreak>> all;
    for (const auto& now : db.query<VersionedQuestion>("SELECT " + db::columns<VersionedQuestion>() + R"(
        FROM asked_questions WHERE wave_id = $1)",
                                                       wave)) {
        const auto last = std::ranges::find(before, now.id, &VersionedQuestion::id);
        if (last == before.end()) continue;
        if (auto breaks = breaks_between(*last, now); !breaks.empty()) all.emplace(now.id, std::move(breaks));
    }
    return all;
}

}  // namespace konbit::surveys
