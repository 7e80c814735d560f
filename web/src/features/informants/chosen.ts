// SPDX-License-Identifier: Apache-2.0
import type { AskedRoster, RosterEntry } from '$lib/api/schema';

/// Through which people a member is asked. Pure, so that it can be tested.

/** More people are not asked for one member, as the server has it. */
export const mostInformants = 5;

/** Who is asked for a member, by ids. A link that names nobody reaches the contact of the member. */
export function chosenOf({ informants, candidates }: RosterEntry): string[] {
  const contact = candidates.find(({ is_primary }) => is_primary)?.person_id;
  return informants.flatMap(({ person_id }) => person_id ?? contact ?? []);
}

/** The people of a member once one was marked or unmarked; at least one is asked. */
export function withPerson(chosen: readonly string[], person: string, isOn: boolean): string[] {
  const others = chosen.filter((each) => each !== person);
  if (isOn) return [...others, person];
  return others.length ? others : [...chosen];
}

/** In how many members more than one person is asked. */
export const joinedMembers = ({ members }: AskedRoster): number =>
  members.filter(({ informants }) => informants.length > 1).length;
