// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer_page.hpp"

#include "db/columns.hpp"
#include "features/links/link_store.hpp"
#include "features/surveys/roster_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::answers {

namespace {

std::string group_of(const WaveMember& member) { return member.subsector.value_or(member.country_code); }

PageConsent consent_of(const links::Invited& invited) {
    const std::string& version = invited.wave.consent_version;
    return {version, "answer.consent.text", invited.invitation.consent};
}

std::vector<PageQuestion> questions_of(db::Session& db, const Respondent& by) {
    return db.query<PageQuestion>(R"(
        SELECT q.id, q.key, q.position, q.sensitivity, q.scale, q.gate, v.wording,
               CASE WHEN q.sensitivity = 'sealed' AND s.state <> 'partial' THEN 'answered' ELSE s.state END, FALSE
        FROM wave_questions w
        JOIN questions q ON q.id = w.question_id
        JOIN question_versions v ON v.id = w.question_version_id
        LEFT JOIN row_states s ON s.question_id = q.id AND s.respondent_id = $2
        WHERE w.wave_id = $1
        ORDER BY q.position)",
                                  by.wave(), by.respondent());
}

std::vector<PageAnswer> answers_of(db::Session& db, const Respondent& by, std::string_view device) {
    return db.query<PageAnswer>(R"(
        SELECT a.question_id, a.alter_id, a.value
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN questions q ON q.id = a.question_id
        WHERE a.respondent_id = $1 AND a.value IS NOT NULL
          AND (q.sensitivity = 'open' OR r.consent = 'facilitator' OR a.device = $2)
        ORDER BY a.question_id, a.alter_id)",
                                by.respondent(), device);
}

/// Everybody but the respondent, and the respondent apart.
void fill_roster(AnswerPage& page, const std::vector<WaveMember>& members, const WaveMemberId& own) {
    const auto me = std::ranges::find(members, own, &WaveMember::id);
    if (me == members.end()) return;
    page.me = {me->id, me->label, me->subsector};
    for (const auto& member : members)
        if (member.id != own)
            page.roster.push_back({member.id, member.label, group_of(member),
                                   group_of(member) == group_of(*me), !member.subsector});
}

}  // namespace

std::optional<std::string> arrange(std::vector<PageMember>& roster, std::uint64_t order_seed) {
    std::set<std::string> names;
    for (const auto& member : roster)
        if (!member.own_group) names.insert(member.group);
    const std::vector<std::string> groups(names.begin(), names.end());
    const std::size_t start = groups.empty() ? 0 : order_seed % groups.size();
    const auto turn = [&](const PageMember& member) -> std::size_t {
        if (member.own_group) return 0;
        const auto at = std::ranges::find(groups, member.group) - groups.begin();
        return 1 + (static_cast<std::size_t>(at) + groups.size() - start) % groups.size();
    };
    std::vector<std::pair<std::size_t, std::size_t>> order;  // turn, place on the roster
    for (std::size_t i = 0; i < roster.size(); ++i) order.emplace_back(turn(roster[i]), i);
    std::ranges::sort(order);
    std::vector<PageMember> arranged;
    for (const auto& [when, place] : order) arranged.push_back(std::move(roster[place]));
    roster = std::move(arranged);
    if (groups.empty()) return std::nullopt;
    return groups[start];
}

Result<AnswerPage> find_page(db::Session& db, const Respondent& by, std::uint64_t order_seed,
                             std::string_view device) {
    const auto invited = links::find_invited(db, by.respondent());
    if (!invited) return failure(ErrorCode::not_found, "respondent");
    AnswerPage page;
    const auto& wave = invited->wave;
    page.wave = {wave.title, wave.state, wave.closes_at, wave.is_demo};
    page.cluster.name =
        db.value<std::string>("SELECT name FROM clusters WHERE id = $1", invited->wave.cluster_id);
    page.consent = consent_of(*invited);
    page.languages = invited->wave.languages;
    page.questions = questions_of(db, by);
    page.answers = answers_of(db, by, device);
    page.state = invited->invitation.state;
    page.receipt = invited->invitation.receipt;
    fill_roster(page, surveys::list_members(db, by.wave()), invited->invitation.wave_member_id);
    page.start_group = arrange(page.roster, order_seed);
    return page;
}

}  // namespace konbit::answers
