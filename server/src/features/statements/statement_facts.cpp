// SPDX-License-Identifier: Apache-2.0
#include "features/statements/statement_facts.hpp"

#include "db/columns.hpp"
#include "features/answers/answered.hpp"

#include <fmt/core.h>

namespace konbit::statements {

namespace {

using Facts = std::vector<StatementFact>;

void add_roster(Facts& facts, db::Session& session, const MembershipId& id) {
    const auto member = session.one<Membership>(
        "SELECT " + db::columns<Membership>() + " FROM memberships WHERE id = $1", id);
    if (!member) return;
    facts.push_back({"joined", Direction::gives, {}, member->joined_on, "roster"});
    if (member->fee_class)
        facts.push_back({"fee_class", Direction::gives, {{"fee_class", *member->fee_class}}, {}, "roster"});
    if (member->participates_in_programme)
        facts.push_back({*member->participates_in_programme ? "programme" : "no_programme",
                         Direction::gets,
                         {},
                         {},
                         "roster"});
    if (member->left_on) facts.push_back({"left", Direction::gives, {}, member->left_on, "roster"});
}

/// A group of the member's.
struct GroupLine {
    std::string name;
    std::string kind;

    static constexpr auto fields() {
        return std::tuple{field("name", &GroupLine::name), field("kind", &GroupLine::kind)};
    }
};

void add_groups(Facts& facts, db::Session& session, const MembershipId& id) {
    for (const auto& group : session.query<GroupLine>(
             "SELECT g.name, g.kind FROM member_groups g JOIN group_members p ON p.group_id = g.id"
             " WHERE p.membership_id = $1 ORDER BY g.sort_key",
             id))
        facts.push_back({group.kind, Direction::gets, {{"name", group.name}}, {}, "group"});
}

/// Whether the member answered a wave, by the rule of all response (answers/answered.hpp).
struct AnswerLine {
    std::string title;
    bool has_answered = false;
    std::optional<Instant> finished_at;
    bool is_open = false;

    static constexpr auto fields() {
        return std::tuple{
            field("title", &AnswerLine::title), field("has_answered", &AnswerLine::has_answered),
            field("finished_at", &AnswerLine::finished_at), field("is_open", &AnswerLine::is_open)};
    }
};

void add_answers(Facts& facts, db::Session& session, const MembershipId& id) {
    for (const auto& line : session.query<AnswerLine>(
             fmt::format(
                 "SELECT w.title, {},"
                 " (SELECT max(r.finished_at) FROM respondents r WHERE r.wave_member_id = m.id),"
                 " w.state = 'open' FROM wave_members m JOIN waves w ON w.id = m.wave_id"
                 " WHERE m.membership_id = $1 AND w.state <> 'draft' AND w.pilot_of IS NULL ORDER BY w.id",
                 answers::has_answered),
             id)) {
        if (!line.has_answered && line.is_open) continue;  // there is time left
        facts.push_back({line.has_answered ? "answered" : "not_answered",
                         Direction::gives,
                         {{"wave", line.title}},
                         line.finished_at ? std::optional(utc_date(*line.finished_at)) : std::nullopt,
                         "survey"});
    }
}

}  // namespace

std::vector<StatementFact> list_facts(db::Session& session, const MembershipId& membership) {
    Facts facts;
    add_roster(facts, session, membership);
    add_answers(facts, session, membership);
    add_groups(facts, session, membership);
    return facts;
}

}  // namespace konbit::statements
