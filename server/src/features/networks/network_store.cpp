// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_store.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/links/invitation.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/layout_store.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/survey_store.hpp"
#include "json/writer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace konbit::networks {

namespace {

/// Who answers for which member.
struct RespondentRow {
    RespondentId id{};
    WaveMemberId wave_member_id{};
    std::optional<Consent> consent;
    RespondentState state = RespondentState::invited;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &RespondentRow::id),
            field("wave_member_id", &RespondentRow::wave_member_id),
            field("consent", &RespondentRow::consent),
            field("state", &RespondentRow::state),
        };
    }
};

struct StateRow {
    WaveMemberId member_id{};
    QuestionId question_id{};
    RowState state = RowState::nonresponse;

    static constexpr auto fields() {
        return std::tuple{
            field("member_id", &StateRow::member_id),
            field("question_id", &StateRow::question_id),
            field("state", &StateRow::state),
        };
    }
};

struct TieRow {
    WaveMemberId from_id{};
    QuestionId question_id{};
    WaveMemberId to_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("from_id", &TieRow::from_id),
            field("question_id", &TieRow::question_id),
            field("to_id", &TieRow::to_id),
            field("value", &TieRow::value),
        };
    }
};

struct RelationRow {
    QuestionId question_id{};
    std::string relation;

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &RelationRow::question_id),
            field("relation", &RelationRow::relation),
        };
    }
};

using Places = std::map<WaveMemberId, int>;

std::vector<RespondentRow> respondents(db::Session& db, const WaveId& wave) {
    return db.query<RespondentRow>(
        "SELECT id, wave_member_id, consent, state FROM respondents WHERE wave_id = $1", wave);
}

std::vector<StateRow> states(db::Session& db, const WaveId& wave) {
    return db.query<StateRow>(fmt::format("SELECT r.wave_member_id, s.question_id, s.state"
                                          " FROM row_states s JOIN respondents r ON r.id = s.respondent_id"
                                          " WHERE r.wave_id = $1 AND {}",
                                          answers::takes_part),
                              wave);
}

std::vector<TieRow> named_ties(db::Session& db, const WaveId& wave) {
    return db.query<TieRow>(fmt::format("SELECT r.wave_member_id, a.question_id, a.alter_id, a.value"
                                        " FROM answers a JOIN respondents r ON r.id = a.respondent_id"
                                        " WHERE r.wave_id = $1 AND {} AND a.value > 0",
                                        answers::takes_part),
                            wave);
}

void add_actors(StoredWave& stored, std::vector<WaveMember> members) {
    for (auto& member : members) stored.data.actors.push_back({std::move(member), 0});
    stored.data.has_declined.resize(stored.data.actors.size());
    stored.respondents.resize(stored.data.actors.size());
}

/// Whether the rows of this respondent may be shown by name.
bool is_named(const Question& question, const RespondentRow& respondent) {
    if (question.sensitivity == Sensitivity::sealed) return false;
    return question.sensitivity == Sensitivity::open || respondent.consent == Consent::facilitator;
}

void add_questions(WaveData& data, const std::vector<Question>& questions) {
    for (const auto& question : questions) {
        auto& added = data.questions.emplace_back();
        added.question = question;
        added.rows.assign(data.actors.size(), RowState::nonresponse);
        added.is_named.assign(data.actors.size(), false);
    }
}

void add_respondents(StoredWave& stored, const Places& places, const std::vector<RespondentRow>& rows) {
    for (const auto& row : rows) {
        const auto place = static_cast<std::size_t>(places.at(row.wave_member_id));
        stored.respondents[place] = row.id;
        stored.data.has_declined[place] = row.state == RespondentState::declined;
        for (auto& question : stored.data.questions)
            question.is_named[place] = is_named(question.question, row);
    }
}

QuestionData* find(WaveData& data, const QuestionId& id) {
    const auto found =
        std::ranges::find(data.questions, id, [](const auto& each) { return each.question.id; });
    return found == data.questions.end() ? nullptr : &*found;
}

void add_states(WaveData& data, const Places& places, const std::vector<StateRow>& rows) {
    for (const auto& row : rows)
        if (auto* question = find(data, row.question_id))
            question->rows[static_cast<std::size_t>(places.at(row.member_id))] = row.state;
}

void add_ties(WaveData& data, const Places& places, const std::vector<TieRow>& rows) {
    for (const auto& row : rows) {
        auto* question = find(data, row.question_id);
        const int from = places.at(row.from_id);
        if (question && is_observed(question->rows[static_cast<std::size_t>(from)]))
            question->ties.push_back({from, places.at(row.to_id), row.value});
    }
    for (auto& question : data.questions) std::ranges::sort(question.ties);
}

void add_relations(WaveData& data, db::Session& db) {
    for (auto& row : db.query<RelationRow>("SELECT question_id, relation FROM wave_questions"
                                           " WHERE wave_id = $1 AND relation IS NOT NULL",
                                           data.wave.id))
        if (auto* question = find(data, row.question_id)) question->relation = std::move(row.relation);
}

Places places_of(const WaveData& data) {
    Places places;
    for (int place = 0; place < data.size(); ++place) places.emplace(data.actors[place].member.id, place);
    return places;
}

/// Where those stand who have a place in sealed rows; whoever is off the roster has none.
std::map<int, int> actors_by_position(const WaveData& data) {
    std::map<int, int> actors;
    for (int place = 0; place < data.size(); ++place)
        actors.emplace(data.actors[place].member.position, place);
    return actors;
}

void add_row(QuestionData& question, int from, const sealed::Row& row, const std::map<int, int>& actors) {
    if (!is_observed(question.rows[static_cast<std::size_t>(from)])) return;
    for (std::size_t position = 0; position < row.size(); ++position)
        if (const auto to = actors.find(static_cast<int>(position)); row[position] > 0 && to != actors.end())
            question.ties.push_back({from, to->second, row[position]});
}

}  // namespace

Result<StoredWave> load(db::Session& db, const Analyst& by) {
    const auto wave =
        db.one<Wave>("SELECT " + db::columns<Wave>() + " FROM waves WHERE id = $1 AND cluster_id = $2",
                     by.wave(), by.cluster());
    if (!wave || wave->pilot_of) return failure(ErrorCode::not_found, "wave");
    StoredWave stored;
    stored.data.wave = *wave;
    stored.data.cluster_name =
        db.value<std::string>("SELECT name FROM clusters WHERE id = $1", wave->cluster_id);
    add_actors(stored, surveys::list_members(db, wave->id));
    add_questions(stored.data, surveys::list_questions(db, wave->id));
    add_relations(stored.data, db);
    const Places places = places_of(stored.data);
    add_respondents(stored, places, respondents(db, wave->id));
    add_states(stored.data, places, states(db, wave->id));
    add_ties(stored.data, places, named_ties(db, wave->id));
    add_layout(db, by, stored.data);
    stored.sealed_rows = sealed::list_of_wave(db, by);
    stored.data.freeze = find_freeze(db, stored);
    return stored;
}

Result<WaveData> unsealed(StoredWave stored, const crypto::Key& wave_key) {
    const auto actors = actors_by_position(stored.data);
    for (const auto& each : stored.sealed_rows) {
        const auto at =
            std::ranges::find(stored.respondents, each.respondent_id) - stored.respondents.begin();
        auto* question = find(stored.data, each.question_id);
        if (!question || at == std::ssize(stored.respondents)) continue;
        const auto row = sealed::open_row(
            wave_key, {stored.data.wave.id, each.respondent_id, each.question_id}, each.ciphertext.data);
        if (!row) return failure(ErrorCode::unavailable, "wave_key");
        add_row(*question, static_cast<int>(at), *row, actors);
    }
    for (auto& question : stored.data.questions) std::ranges::sort(question.ties);
    return std::move(stored.data);
}

std::string hash_of(const StoredWave& stored) {
    std::string all = json::text_of(stored.data.wave) + stored.data.cluster_name;
    for (const auto& actor : stored.data.actors) all += json::text_of(actor.member);
    for (const bool declined : stored.data.has_declined) all += declined ? 'd' : '-';
    for (const auto& question : stored.data.questions) {
        all += question.question.id.view();
        all += question.relation.value_or("");
        all += name_of(question.question.sensitivity);
        for (const auto state : question.rows) all += static_cast<char>('0' + static_cast<int>(state));
        for (const bool named : question.is_named) all += named ? 'n' : '-';
        for (const auto& tie : question.ties) all += fmt::format("{},{},{};", tie.from, tie.to, tie.value);
    }
    for (const auto& tie : stored.data.layout.ties) all += fmt::format("{},{};", tie.from, tie.to);
    for (const auto& row : stored.sealed_rows) all += row.ciphertext.data;
    if (stored.data.freeze) all += json::text_of(*stored.data.freeze);
    return crypto::sha256_hex(all);
}

}  // namespace konbit::networks
