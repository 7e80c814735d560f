// SPDX-License-Identifier: Apache-2.0
#include "features/networks/layout_store.hpp"

#include "features/answers/answered.hpp"

#include <fmt/core.h>

#include <map>

namespace konbit::networks {

namespace {

/// A member through all waves: the organization, else the membership, else the member of this one wave.
struct LayoutActor {
    std::string actor;

    static constexpr auto fields() { return std::tuple{field("actor", &LayoutActor::actor)}; }
};

struct LayoutTie {
    std::string from_actor;
    std::string to_actor;

    static constexpr auto fields() {
        return std::tuple{field("from_actor", &LayoutTie::from_actor),
                          field("to_actor", &LayoutTie::to_actor)};
    }
};

std::string actor_of(const WaveMember& member) {
    if (member.organization_id) return member.organization_id->str();
    if (member.membership_id) return member.membership_id->str();
    return member.id.str();
}

std::vector<LayoutActor> actors(db::Session& db, const ClusterId& cluster) {
    return db.query<LayoutActor>(R"(
        SELECT DISTINCT CAST(COALESCE(m.organization_id, m.membership_id, m.id) AS TEXT) AS actor
        FROM wave_members m JOIN waves w ON w.id = m.wave_id
        WHERE w.cluster_id = $1 AND w.pilot_of IS NULL AND m.listing <> 'removed' AND m.external_kind IS NULL
        ORDER BY actor)",
                                 cluster);
}

std::vector<LayoutTie> ties(db::Session& db, const ClusterId& cluster) {
    return db.query<LayoutTie>(fmt::format(R"(
        SELECT DISTINCT CAST(COALESCE(f.organization_id, f.membership_id, f.id) AS TEXT) AS from_actor,
                        CAST(COALESCE(t.organization_id, t.membership_id, t.id) AS TEXT) AS to_actor
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN waves w ON w.id = r.wave_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = w.id
        JOIN wave_members f ON f.id = r.wave_member_id
        JOIN wave_members t ON t.id = a.alter_id
        JOIN row_states s ON s.respondent_id = a.respondent_id AND s.question_id = a.question_id
        WHERE w.cluster_id = $1 AND w.pilot_of IS NULL AND t.external_kind IS NULL AND a.value > 0 AND {}
          AND q.may_be_named AND (q.sensitivity = 'open' OR (q.sensitivity = 'limited' AND r.consent = 'facilitator'))
        ORDER BY from_actor, to_actor)",
                                           answers::is_answered),
                               cluster);
}

}  // namespace

void add_layout(db::Session& db, const Analyst& by, WaveData& data) {
    std::map<std::string, int> numbers;
    for (const auto& each : actors(db, by.cluster()))
        numbers.emplace(each.actor, static_cast<int>(numbers.size()));
    data.layout.actor_count = static_cast<int>(numbers.size());
    for (auto& actor : data.actors) actor.place_in_layout = numbers.at(actor_of(actor.member));
    for (const auto& tie : ties(db, by.cluster()))
        data.layout.ties.push_back({numbers.at(tie.from_actor), numbers.at(tie.to_actor)});
}

}  // namespace konbit::networks
