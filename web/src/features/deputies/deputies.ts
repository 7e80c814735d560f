// SPDX-License-Identifier: Apache-2.0
import { session } from '$features/accounts/session.svelte';
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { DeputyDraft, Grant, NamedDeputy } from '$lib/api/schema';

/// Who stands in for whom.

/** The longest time for which somebody stands in. */
export const longestDays = 183;

/** The own roles in which somebody can stand in. */
export const ownWork = (): Grant[] =>
  session.grants.filter(
    ({ role, scope, held_for }) =>
      !held_for &&
      ((role === 'facilitator' && scope === 'cluster') ||
        ((role === 'national' || role === 'bso_officer') && scope === 'country')),
  );

export const listDeputies = () => ask(api.GET('/api/account/deputies'));

export const nameDeputy = (body: DeputyDraft) =>
  ask(api.POST('/api/account/deputies', { params: { header: idempotency() }, body }));

export const endDeputy = ({ id }: NamedDeputy) =>
  ask(api.DELETE('/api/deputies/{deputy_id}', { params: { path: { deputy_id: id } } }));
