// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/roster_store.hpp"

#include "db/columns.hpp"
#include "features/links/invitation.hpp"
#include "features/links/link_token.hpp"
#include "features/surveys/wave_rules.hpp"

#include <algorithm>
#include <map>

namespace konbit::surveys {

namespace {

/// The present memberships as members of the wave, in the order of their names; id and position are still to
/// be set.
std::vector<WaveMember> present_members(db::Session& db, const WaveId& wave, Date today) {
    return db.query<WaveMember>(R"(
        SELECT m.id, w.id, m.id, m.organization_id, m.label, o.kind, m.subsector, m.subgroup, m.country_code,
               m.participates_in_programme, m.is_facilitator, m.joined_on, m.left_on, 0
        FROM waves w
        JOIN memberships m ON m.cluster_id = w.cluster_id
        JOIN organizations o ON o.id = m.organization_id
        WHERE w.id = $1 AND (m.left_on IS NULL OR m.left_on > $2) AND (m.joined_on IS NULL OR m.joined_on <= $2)
          AND NOT EXISTS (SELECT 1 FROM objections x
                          WHERE x.cluster_id = m.cluster_id AND x.organization_id = m.organization_id)
        ORDER BY m.sort_key, m.id)",
                                wave, today);
}

std::optional<WaveMemberId> known_member(db::Session& db, const WaveMember& member) {
    return db.value<std::optional<WaveMemberId>>(
        "SELECT id FROM wave_members WHERE wave_id = $1 AND membership_id = $2", member.wave_id,
        member.membership_id);
}

struct Choice {
    MembershipId membership_id{};
    bool is_asked = false;

    static constexpr auto fields() {
        return std::tuple{field("membership_id", &Choice::membership_id),
                          field("is_asked", &Choice::is_asked)};
    }
};

/// Whom a wave asks: by its rule, and by what was said of single members.
class Asking {
  public:
    Asking(db::Session& db, const WaveId& wave)
        : rule_(db.value<Asks>("SELECT asks FROM waves WHERE id = $1", wave)) {
        for (const auto& each :
             db.query<Choice>("SELECT membership_id, is_asked FROM asked_choices WHERE wave_id = $1", wave))
            chosen_.emplace(each.membership_id, each.is_asked);
    }
    bool asks(const WaveMember& member) const {
        const auto chosen = member.membership_id ? chosen_.find(*member.membership_id) : chosen_.end();
        return chosen == chosen_.end() ? is_asked(rule_, member) : chosen->second;
    }

  private:
    Asks rule_;
    std::map<MembershipId, bool> chosen_;
};

/// Whoever stays asked keeps the invitations it has.
void set_asked(db::Session& db, const WaveMember& member, bool is_asked) {
    if (!is_asked) {
        db.change("DELETE FROM respondents WHERE wave_member_id = $1", member.id);
    } else if (db.value<std::int64_t>("SELECT count(*) FROM respondents WHERE wave_member_id = $1",
                                      member.id) == 0) {
        invite(db, member, std::nullopt, 1);
    }
}

Result<WaveMember> put(db::Session& db, WaveMember member) {
    if (const auto known = known_member(db, member)) {
        member.id = *known;
        KONBIT_CHECK(db::update(db, "wave_members", member));
        return member;
    }
    member.id = new_id<WaveMemberId>();
    db::insert(db, "wave_members", member);
    return member;
}

}  // namespace

void invite(db::Session& db, const WaveMember& member, const std::optional<PersonId>& person, int place) {
    Invitation invitation;
    // Random rather than by time: the order of ids must not follow the order of the roster.
    invitation.id = RespondentId(new_uuid_v4());
    invitation.wave_id = member.wave_id;
    invitation.wave_member_id = member.id;
    invitation.person_id = person;
    invitation.place = place;
    invitation.reference = links::new_reference();
    db::insert(db, "respondents", invitation);
}

void insert_member(db::Session& db, const WaveMember& member) {
    db::insert(db, "wave_members", member);
    invite(db, member, std::nullopt, 1);
}

Result<void> refresh_roster(db::Session& db, const WaveId& wave, Date today) {
    // Out of the way first: places are unique, and every one is given anew.
    db.change("UPDATE wave_members SET position = -1 - position WHERE wave_id = $1 AND external_kind IS NULL",
              wave);
    const Asking asking(db, wave);
    int position = 0;
    for (auto& each : present_members(db, wave, today)) {
        each.position = position++;
        KONBIT_TRY(const WaveMember member, put(db, each));
        set_asked(db, member, asking.asks(member));
    }
    db.change("DELETE FROM wave_members WHERE wave_id = $1 AND position < 0", wave);
    return {};
}

void append_newcomers(db::Session& db, const WaveId& wave, Date today) {
    const Asking asking(db, wave);
    auto position = static_cast<int>(count_members(db, wave));
    for (auto& member : present_members(db, wave, today)) {
        if (known_member(db, member)) continue;
        member.id = new_id<WaveMemberId>();
        member.position = position++;
        db::insert(db, "wave_members", member);
        set_asked(db, member, asking.asks(member));
    }
}

void choose_asked(db::Session& db, const WaveMember& member, bool is_asked) {
    db.change(R"(
        INSERT INTO asked_choices (wave_id, membership_id, is_asked) VALUES ($1, $2, $3)
        ON CONFLICT (wave_id, membership_id) DO UPDATE SET is_asked = excluded.is_asked)",
              member.wave_id, member.membership_id, is_asked);
    set_asked(db, member, is_asked);
}

void forget_choices(db::Session& db, const WaveId& wave) {
    db.change("DELETE FROM asked_choices WHERE wave_id = $1", wave);
}

std::int64_t count_members(db::Session& db, const WaveId& wave) {
    return db.value<std::int64_t>(
        "SELECT count(*) FROM wave_members WHERE wave_id = $1 AND external_kind IS NULL", wave);
}

std::vector<WaveMember> list_members(db::Session& db, const WaveId& wave) {
    return db.query<WaveMember>("SELECT " + db::columns<WaveMember>() + R"( FROM wave_members
        WHERE wave_id = $1 AND listing <> 'removed' AND external_kind IS NULL
        ORDER BY position)",
                                wave);
}

}  // namespace konbit::surveys
