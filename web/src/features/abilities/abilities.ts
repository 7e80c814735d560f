// SPDX-License-Identifier: Apache-2.0
import type { Place } from '$features/roles/roles';
import { api, ask } from '$lib/api/client.svelte';
import { hasText, textOf } from '$lib/i18n/i18n.svelte';

/// What an account can do, as the server reads it from its own table of routes.

/** A policy of the table in words; one that has none is named as the table names it. */
export function policyText(policy: string): string {
  const key = `policy.${policy
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '')}`;
  return hasText(key) ? textOf(key) : policy;
}

export const ownAbilities = () => ask(api.GET('/api/account/abilities'));

export const abilitiesOf = (place: Place, account_id: string) =>
  ask(
    api.GET('/api/roles/{scope}/{scope_id}/accounts/{account_id}', {
      params: { path: { ...place, account_id } },
    }),
  );
