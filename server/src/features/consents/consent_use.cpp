// SPDX-License-Identifier: Apache-2.0
#include "features/consents/consent_use.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace konbit::consents {

namespace {

using answers::Purpose;

/// A line of the log.
struct Line {
    std::string respondent_id;
    Purpose purpose = Purpose::figures;
    bool is_given = false;
    std::string text_sha256;
    std::string consent_version;
    std::string language;
    std::optional<std::string> text;

    static constexpr auto fields() {
        return std::tuple{field("respondent_id", &Line::respondent_id),
                          field("purpose", &Line::purpose),
                          field("is_given", &Line::is_given),
                          field("text_sha256", &Line::text_sha256),
                          field("consent_version", &Line::consent_version),
                          field("language", &Line::language),
                          field("text", &Line::text)};
    }
};

std::vector<Line> lines_of(db::Session& db, const WaveId& wave) {
    return db.query<Line>(R"(
        SELECT CAST(c.respondent_id AS TEXT), c.purpose, c.is_given, c.text_sha256, c.consent_version, c.language, x.text
        FROM consents c
        JOIN respondents r ON r.id = c.respondent_id
        LEFT JOIN consent_texts x ON x.text_sha256 = c.text_sha256
        WHERE r.wave_id = $1
        ORDER BY c.recorded_at, c.id)",
                          wave);
}

/// What holds of one purpose for one respondent: the last line, and whether any line before agreed.
struct Standing {
    const Line* last = nullptr;
    bool was_given = false;
};

ShownText text_of(const Line& line) {
    ShownText shown{line.text_sha256, line.consent_version, line.language, line.text, {}};
    for (const auto purpose : {Purpose::figures, Purpose::facilitator, Purpose::members, Purpose::research})
        shown.uses.push_back({purpose, 0, 0});
    return shown;
}

ShownText& find_or_add(std::vector<ShownText>& all, const Line& line) {
    const auto found = std::ranges::find(all, line.text_sha256, &ShownText::text_sha256);
    return found == all.end() ? all.emplace_back(text_of(line)) : *found;
}

}  // namespace

std::vector<ShownText> list_texts(db::Session& db, const WaveFacilitator& by) {
    const auto lines = lines_of(db, by.wave());
    std::vector<ShownText> all;
    std::map<std::pair<std::string, Purpose>, Standing> standings;
    for (const auto& line : lines) {
        find_or_add(all, line);
        auto& standing = standings[{line.respondent_id, line.purpose}];
        standing.last = &line;
        standing.was_given |= line.is_given;
    }
    for (const auto& [key, standing] : standings) {
        auto& use =
            *std::ranges::find(find_or_add(all, *standing.last).uses, key.second, &ConsentUse::purpose);
        use.given += standing.last->is_given ? 1 : 0;
        use.withdrawn += standing.was_given && !standing.last->is_given ? 1 : 0;
    }
    return all;
}

}  // namespace konbit::consents
