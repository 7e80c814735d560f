// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { GivenVerdict, UnlistedGroup } from '$lib/api/schema';

/// Organizations that members named and the roster lacks.

export const listUnlisted = (id: string) =>
  ask(api.GET('/api/waves/{id}/unlisted', { params: { path: { id } } }));

/** Says what some of them are. */
export const judge = (id: string, body: GivenVerdict) =>
  ask(
    api.POST('/api/waves/{id}/unlisted/verdicts', {
      params: { path: { id }, header: idempotency() },
      body,
    }),
  );

/** Makes an accepted one a member of the cluster, so that the next wave asks it. The directory gets it as a record that
 * only the cluster sees, unless it was said which record it is. */
export function addMember(
  cluster_id: string,
  { name, kind, country_code, locality, organization_id }: UnlistedGroup,
) {
  const organization = { name, kind, country_code: country_code ?? '', locality };
  const body = organization_id ? { organization_id } : { organization, is_new: true };
  const params = { path: { cluster_id }, header: idempotency() };
  return ask(api.POST('/api/clusters/{cluster_id}/members', { params, body }));
}

/** How many outside of the roster were named, by question. */
export const countOutside = (id: string) =>
  ask(api.GET('/api/waves/{id}/outside', { params: { path: { id } } }));
