// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { AskedRoster, RosterEntry, WavePatch } from '$lib/api/schema';

/// Who is asked in a wave, and through which people.

/** More people are not asked for one member, as the server has it. */
export const mostInformants = 5;

export const findAsked = (id: string) =>
  ask(api.GET('/api/waves/{id}/informants', { params: { path: { id } } }));

/** Which members a draft asks, and how the answers of several people are joined. */
export const changeAsked = (id: string, { version }: Pick<AskedRoster, 'version'>, body: WavePatch) =>
  ask(
    api.PATCH('/api/waves/{id}', {
      params: { path: { id }, header: { ...ifMatch({ version }), ...idempotency() } },
      body,
    }),
  );

export const chooseInformants = (id: string, member_id: string, people: string[]) =>
  ask(
    api.PUT('/api/waves/{id}/members/{member_id}/informants', {
      params: { path: { id, member_id }, header: idempotency() },
      body: { people },
    }),
  );

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
