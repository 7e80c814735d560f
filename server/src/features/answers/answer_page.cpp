// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer_page.hpp"

#include "db/columns.hpp"
#include "features/answers/consent_log.hpp"
#include "features/externals/external_store.hpp"
#include "features/links/link_store.hpp"
#include "features/reference/reference_book.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/unlisted/unlisted_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::answers {

namespace {

std::string group_of(const WaveMember& member) { return member.subsector.value_or(member.country_code); }

/// @param by  Whose rows are told; nothing: as if nobody had answered.
std::vector<PageQuestion> questions_of(db::Session& db, const WaveId& wave, std::optional<RespondentId> by) {
    return db.query<PageQuestion>(R"(
        SELECT q.id, q.key, q.position, q.sensitivity, q.scale, q.gate, q.anchors, q.purposes, v.wording,
               CASE WHEN q.sensitivity = 'sealed' AND s.state NOT IN ('partial', 'withdrawn') THEN 'answered'
                    ELSE s.state END, FALSE
        FROM asked_questions q
        JOIN question_versions v ON v.id = q.question_version_id
        LEFT JOIN row_states s ON s.question_id = q.id AND s.respondent_id = $2
        WHERE q.wave_id = $1
        ORDER BY q.position)",
                                  wave, by);
}

std::vector<PageAnswer> answers_of(db::Session& db, const Respondent& by, std::string_view device) {
    return db.query<PageAnswer>(R"(
        SELECT a.question_id, a.alter_id, a.value
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
        WHERE a.respondent_id = $1 AND a.value IS NOT NULL
          AND (a.device IN ($2, $3)
               OR (q.may_be_named AND (q.sensitivity = 'open' OR r.consent = 'facilitator')))
        ORDER BY a.question_id, a.alter_id)",
                                by.respondent(), device, on_behalf);
}

/// Everybody but the respondent, and the respondent apart.
void fill_roster(AnswerPage& page, const std::vector<WaveMember>& members, const WaveMemberId& own) {
    const auto me = std::ranges::find(members, own, &WaveMember::id);
    if (me == members.end()) return;
    page.me = {me->id, {}, me->label, me->subsector};
    for (const auto& member : members)
        if (member.id != own)
            page.roster.push_back({member.id, member.label, group_of(member),
                                   group_of(member) == group_of(*me), !member.subsector});
}

/// What every page of this wave has, whoever looks at it.
AnswerPage asked_page(db::Session& db, const Wave& wave, const WaveMemberId& member,
                      std::uint64_t order_seed) {
    AnswerPage page;
    page.wave = {wave.title, wave.state, wave.closes_at, wave.is_demo, wave.pilot_of.has_value()};
    page.cluster.name = db.value<std::string>("SELECT name FROM clusters WHERE id = $1", wave.cluster_id);
    page.consent.version = wave.consent_version;
    page.consent.text_key = "answer.consent.text";
    auto readers = totals_readers_of(db, wave.id);
    page.consent.readers = std::move(readers.names);
    page.consent.has_public_totals = readers.is_public;
    page.languages = wave.languages;
    for (const auto& country : reference().data().countries) page.countries.push_back(country.code);
    fill_roster(page, surveys::list_members(db, wave.id), member);
    page.start_group = arrange(page.roster, order_seed);
    for (const auto& each : externals::list(db, wave.id))
        page.externals.push_back({each.id, each.label, each.kind});
    return page;
}

/// For what else the respondent agreed to.
void add_shares(PageConsent& consent, db::Session& db, const Respondent& by) {
    const auto shares = [&](std::string_view column) {
        return db.value<bool>(fmt::format("SELECT {} FROM respondents WHERE id = $1", column),
                              by.respondent());
    };
    consent.shares_with_members = shares("shares_with_members");
    consent.shares_with_research = shares("shares_with_research");
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
    const auto& [invitation, wave] = *invited;
    AnswerPage page = asked_page(db, wave, invitation.wave_member_id, order_seed);
    page.me.respondent_id = by.respondent();
    page.questions = questions_of(db, wave.id, by.respondent());
    page.consent.given = invitation.consent;
    add_shares(page.consent, db, by);
    page.answers = answers_of(db, by, device);
    page.unlisted = unlisted::list_of(db, by, device);
    page.state = invitation.state;
    page.receipt = invitation.receipt;
    page.hats = hats::list_hats(db, by);
    page.entered = entered_for(db, by);
    return page;
}

std::optional<RespondentId> answerer_of(db::Session& db, const WaveFacilitator& by,
                                        const WaveMemberId& member) {
    return db.value<std::optional<RespondentId>>(
        "SELECT id FROM respondents WHERE wave_id = $1 AND wave_member_id = $2 ORDER BY place, id LIMIT 1",
        by.wave(), member);
}

AnswerPage preview_page(db::Session& db, const Wave& wave, const WaveMemberId& member,
                        std::uint64_t order_seed) {
    AnswerPage page = asked_page(db, wave, member, order_seed);
    page.questions = questions_of(db, wave.id, std::nullopt);
    return page;
}

}  // namespace konbit::answers
