// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/people/person.hpp"
#include "features/surveys/wave.hpp"

/// The roster of a wave: a snapshot of the memberships, with an invitation to answer for each that is asked.
namespace konbit::surveys {

/// Makes the roster of a draft equal to the present memberships, in the order of their names, without those
/// who object to being listed. Members who stay asked keep their invitations, so a link that was printed
/// already stays good.
/// @param today  Memberships that ended by then, or begin later, are left out.
Result<void> refresh_roster(db::Session& db, const WaveId& wave, Date today);

/// Puts members who joined since the wave opened at the end of its roster: nobody's place changes.
void append_newcomers(db::Session& db, const WaveId& wave, Date today);

/// Asks one member of a draft, or does not, whatever the rule of the wave says of it.
/// @param member  Of the cluster: with its membership.
void choose_asked(db::Session& db, const WaveMember& member, bool is_asked);

/// The rule of the wave holds for every member again, from the next refresh_roster() on.
void forget_choices(db::Session& db, const WaveId& wave);

/// Invites somebody to answer for a member.
/// @param person  Empty: the contact of the member, whoever that is.
/// @param place   Among the informants of the member, from 1.
void invite(db::Session& db, const WaveMember& member, const std::optional<PersonId>& person, int place);

/// Adds one member with an invitation, as an importer does.
void insert_member(db::Session& db, const WaveMember& member);

/// Places that were given, those of members off the roster among them: the next one follows. Organizations
/// outside the cluster (features/externals) have none.
std::int64_t count_members(db::Session& db, const WaveId& wave);

/// In the order of their places; not those who are off the roster.
std::vector<WaveMember> list_members(db::Session& db, const WaveId& wave);

}  // namespace konbit::surveys
