// SPDX-License-Identifier: Apache-2.0
#include "features/cockpit/cockpit_rules.hpp"

#include "features/networks/response.hpp"
#include "features/surveys/wave_rules.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace konbit::cockpit {

namespace {

using disclosure::ReportLevel;

bool is_unfinished(const links::LinkRow& link) {
    return link.state == RespondentState::invited || link.state == RespondentState::opened ||
           link.state == RespondentState::started;
}

bool is_given(const links::LinkRow& link) {
    return link.state != RespondentState::invited || link.mailed_at || link.handed_at;
}

/// The members of the most named tenth who have not answered.
std::vector<WaveMemberId> called_first(const std::vector<MemberStanding>& members) {
    std::vector<double> named;
    for (const auto& member : members) named.push_back(static_cast<double>(member.named_by));
    std::vector<WaveMemberId> first;
    for (const int place : networks::most_named(named))
        if (const auto& member = members[static_cast<std::size_t>(place)]; !member.has_answered)
            first.push_back(member.id);
    return first;
}

std::vector<MissingMember> missing_of(const std::vector<MemberStanding>& members,
                                      const std::vector<links::LinkRow>& links) {
    const auto first = called_first(members);
    std::vector<MissingMember> missing;
    for (const bool is_first : {true, false})
        for (const auto& link : links) {
            if (!is_unfinished(link)) continue;
            if ((std::ranges::find(first, link.wave_member_id) != first.end()) != is_first) continue;
            missing.push_back({link.wave_member_id, link.label, link.contact_name, link.contact_phone,
                               link.language, link.state, is_given(link), is_first});
        }
    return missing;
}

std::optional<std::string> name_in(const MemberStanding& member, Grouping by) {
    switch (by) {
        case Grouping::country:
            return member.country_code.empty() ? std::nullopt : std::optional(member.country_code);
        case Grouping::subsector:
            return member.subsector;
        case Grouping::subgroup:
            return member.subgroup;
    }
    return std::nullopt;
}

void add_groups(std::vector<GroupResponse>& groups, const std::vector<MemberStanding>& members, Grouping by) {
    std::map<std::optional<std::string>, GroupResponse> counted;
    for (const auto& member : members) {
        const auto name = name_in(member, by);
        auto& group = counted.try_emplace(name, GroupResponse{by, name, 0, 0}).first->second;
        group.asked += 1;
        group.answered += member.has_answered;
    }
    if (counted.size() < 2) return;
    for (auto& [name, group] : counted) groups.push_back(std::move(group));
}

/// @return The fewest members whose answers reach the rate.
int needed_for(double rate, int asked) { return static_cast<int>(std::ceil(rate * asked - 1e-9)); }

Threshold threshold(ReportLevel level, double rate, const Cockpit& so_far) {
    const int needed = needed_for(rate, so_far.asked);
    return {level, needed, std::max(0, needed - so_far.answered)};
}

std::optional<Expectation> expected(const Wave& wave, const Cockpit& so_far, Instant now) {
    if (wave.state != WaveState::open || !wave.opens_at || !wave.closes_at) return std::nullopt;
    const auto passed = now - *wave.opens_at;
    if (passed < day_ms || now >= *wave.closes_at) return std::nullopt;
    const auto length = static_cast<double>(*wave.closes_at - *wave.opens_at);
    const double answers = so_far.answered * length / static_cast<double>(passed);
    const int answered = std::min(so_far.asked, static_cast<int>(std::lround(answers)));
    return Expectation{answered, disclosure::report_level(answered, so_far.asked)};
}

NextStep while_open(const Cockpit& so_far) {
    if (so_far.answered == so_far.asked) return {.key = "close_all", .n = {}, .names = {}, .until = {}};
    const auto ungiven =
        static_cast<int>(std::ranges::count(so_far.missing, false, &MissingMember::is_given));
    if (ungiven > 0) return {.key = "give_links", .n = ungiven, .names = {}, .until = {}};
    std::vector<std::string> first;
    for (const auto& member : so_far.missing)
        if (member.is_first) first.push_back(member.label);
    if (!first.empty())
        return {.key = "call_first", .n = static_cast<int>(first.size()), .names = first, .until = {}};
    for (const auto& [level, needed, missing] : so_far.thresholds)
        if (missing > 0)
            return {.key = "reach_" + std::string(name_of(level)), .n = missing, .names = {}, .until = {}};
    return {.key = "close_soon", .n = so_far.asked - so_far.answered, .names = {}, .until = {}};
}

NextStep next_step(const Wave& wave, const Cockpit& so_far, Instant now) {
    switch (wave.state) {
        case WaveState::draft:
            return {.key = "open", .n = {}, .names = {}, .until = {}};
        case WaveState::open:
            return while_open(so_far);
        case WaveState::closed: {
            const Instant final_at = wave.closed_at.value_or(now) + surveys::days_of_reply * day_ms;
            if (now < final_at) return {.key = "wait", .n = {}, .names = {}, .until = final_at};
            return {.key = "freeze", .n = {}, .names = {}, .until = {}};
        }
        case WaveState::frozen:
            return {.key = "publish", .n = {}, .names = {}, .until = {}};
        case WaveState::published:
            break;
    }
    return {.key = "discuss", .n = {}, .names = {}, .until = {}};
}

/// Of several informants one is enough.
int finished_members(const std::vector<links::LinkRow>& links) {
    std::set<WaveMemberId> finished;
    for (const auto& link : links)
        if (link.state == RespondentState::done) finished.insert(link.wave_member_id);
    return static_cast<int>(finished.size());
}

}  // namespace

Cockpit cockpit_of(const Wave& wave, const std::vector<MemberStanding>& members,
                   const std::vector<links::LinkRow>& links, Instant now) {
    Cockpit cockpit;
    cockpit.asked = static_cast<int>(members.size());
    cockpit.answered = static_cast<int>(std::ranges::count(members, true, &MemberStanding::has_answered));
    cockpit.finished = finished_members(links);
    cockpit.level = disclosure::report_level(cockpit.answered, cockpit.asked);
    cockpit.thresholds = {threshold(ReportLevel::directional, disclosure::directional_report_rate, cockpit),
                          threshold(ReportLevel::full, disclosure::full_report_rate, cockpit)};
    cockpit.expected = expected(wave, cockpit, now);
    for (const auto by : {Grouping::country, Grouping::subsector, Grouping::subgroup})
        add_groups(cockpit.groups, members, by);
    if (wave.state == WaveState::open) cockpit.missing = missing_of(members, links);
    cockpit.next = next_step(wave, cockpit, now);
    return cockpit;
}

}  // namespace konbit::cockpit
