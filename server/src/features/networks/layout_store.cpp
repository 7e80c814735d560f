// SPDX-License-Identifier: Apache-2.0
#include "features/networks/layout_store.hpp"

#include "features/answers/answered.hpp"

#include <fmt/core.h>

#include <limits>
#include <map>

namespace konbit::networks {

namespace {

/// A wave that is not open yet comes after all others.
constexpr Instant not_open_yet{std::numeric_limits<std::int64_t>::max()};

/// A member through all waves: the organization, else the membership, else the member of this one wave.
struct LayoutActor {
    std::string actor;
    Instant since{};  ///< When the first wave with it opened.

    static constexpr auto fields() {
        return std::tuple{field("actor", &LayoutActor::actor), field("since", &LayoutActor::since)};
    }
};

struct LayoutTie {
    std::string from_actor;
    std::string to_actor;
    Instant since{};

    static constexpr auto fields() {
        return std::tuple{field("from_actor", &LayoutTie::from_actor),
                          field("to_actor", &LayoutTie::to_actor), field("since", &LayoutTie::since)};
    }
};

std::vector<LayoutActor> actors(db::Session& db, const ClusterId& cluster) {
    return db.query<LayoutActor>(R"(
        SELECT CAST(COALESCE(m.organization_id, m.membership_id, m.id) AS TEXT) AS actor,
               MIN(COALESCE(w.opens_at, $2)) AS since
        FROM wave_members m JOIN waves w ON w.id = m.wave_id
        WHERE w.cluster_id = $1 AND w.pilot_of IS NULL AND m.listing <> 'removed' AND m.external_kind IS NULL
        GROUP BY 1
        ORDER BY actor)",
                                 cluster, not_open_yet);
}

std::vector<LayoutTie> ties(db::Session& db, const ClusterId& cluster) {
    return db.query<LayoutTie>(fmt::format(R"(
        SELECT CAST(COALESCE(f.organization_id, f.membership_id, f.id) AS TEXT) AS from_actor,
                        CAST(COALESCE(t.organization_id, t.membership_id, t.id) AS TEXT) AS to_actor,
                        MIN(COALESCE(w.opens_at, $2)) AS since
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN waves w ON w.id = r.wave_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = w.id
        JOIN wave_members f ON f.id = r.wave_member_id
        JOIN wave_members t ON t.id = a.alter_id
        JOIN row_states s ON s.respondent_id = a.respondent_id AND s.question_id = a.question_id
        WHERE w.cluster_id = $1 AND w.pilot_of IS NULL AND t.external_kind IS NULL AND a.value > 0 AND {}
          AND q.may_be_named AND (q.sensitivity = 'open' OR (q.sensitivity = 'limited' AND r.consent = 'facilitator'))
        GROUP BY 1, 2
        ORDER BY from_actor, to_actor)",
                                           answers::is_answered),
                               cluster, not_open_yet);
}

/// Numbers the waves by when they opened.
class Openings {
  public:
    void add(Instant opens_at) { numbers_.emplace(opens_at, 0); }
    void number() {
        int next = 0;
        for (auto& [opens_at, number] : numbers_) number = next++;
    }
    int of(Instant opens_at) const { return numbers_.at(opens_at); }

  private:
    std::map<Instant, int> numbers_;
};

Openings openings_of(const std::vector<LayoutActor>& actors, const std::vector<LayoutTie>& ties) {
    Openings openings;
    for (const auto& each : actors) openings.add(each.since);
    for (const auto& each : ties) openings.add(each.since);
    openings.number();
    return openings;
}

}  // namespace

std::string actor_of(const WaveMember& member) {
    if (member.organization_id) return member.organization_id->str();
    if (member.membership_id) return member.membership_id->str();
    return member.id.str();
}

void add_layout(db::Session& db, const Analyst& by, WaveData& data) {
    const auto all = actors(db, by.cluster());
    const auto named = ties(db, by.cluster());
    const Openings openings = openings_of(all, named);
    std::map<std::string, int> numbers;
    for (const auto& each : all) {
        numbers.emplace(each.actor, static_cast<int>(numbers.size()));
        data.layout.actor_waves.push_back(openings.of(each.since));
    }
    data.layout.actor_count = static_cast<int>(numbers.size());
    for (auto& actor : data.actors) actor.place_in_layout = numbers.at(actor_of(actor.member));
    for (const auto& tie : named) {
        data.layout.ties.push_back({numbers.at(tie.from_actor), numbers.at(tie.to_actor)});
        data.layout.tie_waves.push_back(openings.of(tie.since));
    }
}

}  // namespace konbit::networks
