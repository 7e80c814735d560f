// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { AskedRoster, WavePatch } from '$lib/api/schema';

/// Who is asked in a wave, and through which people.

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

/** Asks one member of a draft, or only lists it. */
export const askMember = (id: string, member_id: string, is_asked: boolean) =>
  ask(
    api.PUT('/api/waves/{id}/members/{member_id}/asked', {
      params: { path: { id, member_id }, header: idempotency() },
      body: { is_asked },
    }),
  );
