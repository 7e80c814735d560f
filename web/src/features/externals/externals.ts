// SPDX-License-Identifier: Apache-2.0
import type { Result } from '$lib/api/problem';
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { External, ExternalKind, OrganizationKind } from '$lib/api/schema';

/// The organizations outside the cluster about which a wave asks.

export const kinds: readonly ExternalKind[] = [
  'university',
  'government',
  'buyer',
  'support_organization',
  'other',
];

const kindOf: Partial<Record<OrganizationKind, ExternalKind>> = {
  academia: 'university',
  research: 'university',
  public_body: 'government',
  firm: 'buyer',
  cooperative: 'buyer',
  bso: 'support_organization',
  association: 'support_organization',
};

/** What an organization of the directory usually is to a cluster. */
export const usualKind = (kind: OrganizationKind): ExternalKind => kindOf[kind] ?? 'other';

/** An organization before it stands on the list. */
export type Chosen = Pick<External, 'organization_id' | 'label' | 'kind'>;

/** An organization of the directory as it would stand there. */
export type Found = Chosen & { id: string; name: string };

export const listExternals = (id: string) =>
  ask(api.GET('/api/waves/{id}/externals', { params: { path: { id } } }));

export const saveExternals = (id: string, externals: readonly Chosen[]) =>
  ask(
    api.PUT('/api/waves/{id}/externals', {
      params: { path: { id }, header: idempotency() },
      body: {
        externals: externals.map(({ organization_id, label, kind }) => ({ organization_id, label, kind })),
      },
    }),
  );

const longestLabel = 60;

/** Organizations of the directory by letters of their name. */
export async function findOrganizations(words: string): Promise<Result<Found[]>> {
  const result = await ask(api.GET('/api/organizations', { params: { query: { q: words, limit: 8 } } }));
  if (!result.ok) return result;
  const value = result.value.items.map(({ id, name, kind }) => ({
    id,
    name,
    organization_id: id,
    label: name.slice(0, longestLabel),
    kind: usualKind(kind),
  }));
  return { ok: true, value };
}
