// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_store.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "features/answers/answered.hpp"
#include "features/externals/external_store.hpp"
#include "features/links/invitation.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/layout_store.hpp"
#include "features/surveys/instrument.hpp"
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
    RespondentId respondent_id{};
    QuestionId question_id{};
    RowState state = RowState::nonresponse;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &StateRow::respondent_id),
            field("question_id", &StateRow::question_id),
            field("state", &StateRow::state),
        };
    }
};

struct TieRow {
    RespondentId respondent_id{};
    QuestionId question_id{};
    WaveMemberId to_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &TieRow::respondent_id),
            field("question_id", &TieRow::question_id),
            field("to_id", &TieRow::to_id),
            field("value", &TieRow::value),
        };
    }
};

struct DisputeRow {
    QuestionId question_id{};
    WaveMemberId from_id{};
    WaveMemberId to_id{};

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &DisputeRow::question_id),
            field("from_id", &DisputeRow::from_id),
            field("to_id", &DisputeRow::to_id),
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

/// By who answers for one member first; a member's informants stand together.
std::vector<RespondentRow> respondents(db::Session& db, const WaveId& wave) {
    return db.query<RespondentRow>(R"(
        SELECT r.id, r.wave_member_id, r.consent, r.state
        FROM respondents r JOIN wave_members m ON m.id = r.wave_member_id
        WHERE r.wave_id = $1
        ORDER BY m.position, r.place, r.id)",
                                   wave);
}

std::vector<StateRow> states(db::Session& db, const WaveId& wave) {
    return db.query<StateRow>(fmt::format("SELECT r.id, s.question_id, s.state"
                                          " FROM row_states s JOIN respondents r ON r.id = s.respondent_id"
                                          " WHERE r.wave_id = $1 AND {}",
                                          answers::takes_part),
                              wave);
}

std::vector<TieRow> named_ties(db::Session& db, const WaveId& wave) {
    return db.query<TieRow>(fmt::format("SELECT r.id, a.question_id, a.alter_id, a.value"
                                        " FROM answers a JOIN respondents r ON r.id = a.respondent_id"
                                        " WHERE r.wave_id = $1 AND {} AND a.value > 0",
                                        answers::takes_part),
                            wave);
}

void add_actors(WaveData& data, std::vector<WaveMember> members) {
    for (auto& member : members) data.actors.push_back({.member = std::move(member), .is_asked = false});
    data.has_declined.resize(data.actors.size());
}

/// Whether the rows of this respondent may be shown by name.
bool is_named(const Question& question, const RespondentRow& respondent) {
    if (!question.may_be_named()) return false;
    return question.sensitivity == Sensitivity::open || respondent.consent == Consent::facilitator;
}

void add_questions(WaveData& data, const std::vector<Question>& questions) {
    for (const auto& question : questions) {
        const bool is_external = surveys::is_external(question.key);
        auto& added = is_external ? data.externals.emplace().said : data.questions.emplace_back();
        added.question = question;
        added.rows.assign(data.actors.size(), RowState::nonresponse);
        added.is_named.assign(data.actors.size(), false);
    }
}

/// Those about members, and behind them the one about organizations outside.
std::vector<QuestionData*> all_questions(WaveData& data) {
    std::vector<QuestionData*> all;
    for (auto& question : data.questions) all.push_back(&question);
    if (data.externals) all.push_back(&data.externals->said);
    return all;
}

/// A member has declined when everybody who was asked for it has.
void add_informants(StoredWave& stored, const Places& places, const std::vector<RespondentRow>& rows) {
    auto& [data, informants, said, sealed_rows] = stored;
    const auto asked = all_questions(data);
    said.resize(asked.size());
    for (const auto& row : rows) {
        const int place = places.at(row.wave_member_id);
        auto& actor = data.actors[static_cast<std::size_t>(place)];
        const bool has_declined = row.state == RespondentState::declined;
        data.has_declined[static_cast<std::size_t>(place)] =
            has_declined && (!actor.is_asked || data.has_declined[static_cast<std::size_t>(place)]);
        actor.is_asked = true;
        informants.push_back({row.id, place});
        for (std::size_t i = 0; i < said.size(); ++i)
            said[i].push_back({.place = place, .is_named = is_named(asked[i]->question, row)});
    }
}

/// The row in which what a respondent said to a question belongs; nothing for what the wave does not ask.
class RowFinder {
  public:
    explicit RowFinder(StoredWave& stored) : stored_(stored) {
        for (std::size_t i = 0; i < stored.informants.size(); ++i) at_.emplace(stored.informants[i].id, i);
        for (const auto* each : all_questions(stored.data))
            question_.emplace(each->question.id, question_.size());
    }
    InformantRow* find(const RespondentId& respondent, const QuestionId& question) {
        const auto at = at_.find(respondent);
        const auto asked = question_.find(question);
        if (at == at_.end() || asked == question_.end()) return nullptr;
        return &stored_.said[asked->second][at->second];
    }

  private:
    StoredWave& stored_;
    std::map<RespondentId, std::size_t> at_;
    std::map<QuestionId, std::size_t> question_;
};

void add_answers(StoredWave& stored, const Places& places, const std::vector<StateRow>& states,
                 const std::vector<TieRow>& ties) {
    RowFinder rows(stored);
    for (const auto& each : states)
        if (auto* row = rows.find(each.respondent_id, each.question_id)) row->state = each.state;
    for (const auto& tie : ties)
        if (auto* row = rows.find(tie.respondent_id, tie.question_id))
            row->ties.push_back({row->place, places.at(tie.to_id), tie.value});
}

/// What was said at the question that decides about whom the other one asks; empty: there is none that can be
/// read.
std::span<const InformantRow> gate_of(const StoredWave& stored, const Question& question) {
    for (std::size_t i = 0; i < stored.data.questions.size(); ++i)
        if (const auto& gate = stored.data.questions[i].question;
            gate.key == question.gate && gate.sensitivity != Sensitivity::sealed)
            return stored.said[i];
    return {};
}

void join_all(StoredWave& stored) {
    const auto asked = all_questions(stored.data);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto& question = *asked[i];
        join(question, stored.said[i], stored.data.wave.informant_rule);
        if (question.question.sensitivity == Sensitivity::open && i < stored.data.questions.size())
            question.agreement =
                agreement_of(stored.said[i], gate_of(stored, question.question), stored.data.size());
    }
}

QuestionData* find(WaveData& data, const QuestionId& id) {
    for (auto* each : all_questions(data))
        if (each->question.id == id) return each;
    return nullptr;
}

void add_disputes(WaveData& data, db::Session& db, const Places& places) {
    for (const auto& row : db.query<DisputeRow>(R"(
        SELECT d.question_id, d.namer_id, r.wave_member_id
        FROM disputed_ties d
        JOIN respondents r ON r.id = d.respondent_id
        JOIN wave_members n ON n.id = d.namer_id AND n.listing <> 'removed' AND n.external_kind IS NULL
        JOIN wave_members o ON o.id = r.wave_member_id AND o.listing <> 'removed'
        WHERE r.wave_id = $1
        ORDER BY d.question_id, d.namer_id, r.wave_member_id)",
                                                data.wave.id))
        data.disputes.push_back({row.question_id, places.at(row.from_id), places.at(row.to_id)});
}

void add_relations(WaveData& data, db::Session& db) {
    for (auto& row : db.query<RelationRow>("SELECT question_id, relation FROM wave_questions"
                                           " WHERE wave_id = $1 AND relation IS NOT NULL",
                                           data.wave.id))
        if (auto* question = find(data, row.question_id)) question->relation = std::move(row.relation);
}

void add_breaks(WaveData& data, db::Session& db) {
    for (auto& [id, breaks] : surveys::series_breaks(db, data.wave.id))
        if (auto* question = find(data, id)) question->breaks = breaks;
}

/// Of members on the roster, and of organizations outside among their like.
Places places_of(const WaveData& data) {
    Places places;
    if (data.externals)
        for (const auto& external : data.externals->actors)
            places.emplace(external.id, static_cast<int>(places.size()));
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

void add_row(InformantRow& said, const sealed::Row& row, const std::map<int, int>& actors) {
    for (std::size_t position = 0; position < row.size(); ++position)
        if (const auto to = actors.find(static_cast<int>(position)); row[position] > 0 && to != actors.end())
            said.ties.push_back({said.place, to->second, row[position]});
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
    add_actors(stored.data, surveys::list_members(db, wave->id));
    add_questions(stored.data, surveys::list_questions(db, wave->id));
    if (stored.data.externals) stored.data.externals->actors = externals::list(db, wave->id);
    add_relations(stored.data, db);
    add_breaks(stored.data, db);
    const Places places = places_of(stored.data);
    add_informants(stored, places, respondents(db, wave->id));
    add_answers(stored, places, states(db, wave->id), named_ties(db, wave->id));
    join_all(stored);
    add_disputes(stored.data, db, places);
    add_layout(db, by, stored.data);
    stored.sealed_rows = sealed::list_of_wave(db, by);
    stored.data.freeze = find_freeze(db, stored);
    return stored;
}

Result<WaveData> unsealed(StoredWave stored, std::span<const crypto::Key> wave_keys) {
    const auto actors = actors_by_position(stored.data);
    RowFinder rows(stored);
    for (const auto& each : stored.sealed_rows) {
        auto* said = rows.find(each.respondent_id, each.question_id);
        if (!said) continue;
        const auto row = sealed::open_row(
            wave_keys, {stored.data.wave.id, each.respondent_id, each.question_id}, each.ciphertext.data);
        if (!row) return failure(ErrorCode::unavailable, "wave_key");
        add_row(*said, *row, actors);
    }
    join_all(stored);
    return std::move(stored.data);
}

bool has_several_informants(const StoredWave& stored) {
    for (std::size_t i = 1; i < stored.informants.size(); ++i)
        if (stored.informants[i].place == stored.informants[i - 1].place) return true;
    return false;
}

std::string text_of(std::span<const InformantRow> said) {
    std::string text;
    for (const auto& row : said) {
        text += fmt::format("{}:{}{};", row.place, static_cast<int>(row.state), row.is_named ? 'n' : '-');
        for (const auto& tie : row.ties) text += fmt::format("{},{};", tie.to, tie.value);
    }
    return text;
}

std::string text_of(const std::optional<ExternalData>& externals) {
    if (!externals) return {};
    std::string text = json::text_of(externals->said.question);
    for (const auto& external : externals->actors) text += json::text_of(external);
    for (const auto state : externals->said.rows) text += static_cast<char>('0' + static_cast<int>(state));
    for (const auto& tie : externals->said.ties)
        text += fmt::format("{},{},{};", tie.from, tie.to, tie.value);
    return text;
}

std::string hash_of(const StoredWave& stored) {
    std::string all = json::text_of(stored.data.wave) + stored.data.cluster_name;
    for (const auto& actor : stored.data.actors) all += json::text_of(actor.member);
    for (const bool declined : stored.data.has_declined) all += declined ? 'd' : '-';
    for (const auto& actor : stored.data.actors) all += actor.is_asked ? 'a' : '-';
    for (const auto& said : stored.said) all += text_of(said);
    all += text_of(stored.data.externals);
    for (const auto& question : stored.data.questions) {
        all += question.question.id.view();
        all += question.relation.value_or("");
        all += json::text_of(question.question);
        for (const auto each : question.breaks) all += name_of(each);
        for (const auto state : question.rows) all += static_cast<char>('0' + static_cast<int>(state));
        for (const bool named : question.is_named) all += named ? 'n' : '-';
        for (const auto& tie : question.ties) all += fmt::format("{},{},{};", tie.from, tie.to, tie.value);
    }
    for (const auto& tie : stored.data.layout.ties) all += fmt::format("{},{};", tie.from, tie.to);
    for (const int wave : stored.data.layout.actor_waves) all += fmt::format("{};", wave);
    for (const int wave : stored.data.layout.tie_waves) all += fmt::format("{};", wave);
    for (const auto& each : stored.data.disputes)
        all += fmt::format("{}{},{};", each.question_id.view(), each.from, each.to);
    for (const auto& row : stored.sealed_rows) all += row.ciphertext.data;
    if (stored.data.freeze) all += json::text_of(*stored.data.freeze);
    return crypto::sha256_hex(all);
}

}  // namespace konbit::networks
