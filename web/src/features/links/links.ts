// SPDX-License-Identifier: Apache-2.0
import { listLinks } from '$features/surveys/waves';
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { WaveLink } from '$lib/api/schema';

/// Giving the personal links of a wave to its members, one by one or on paper.

export { listLinks };

export const noteHanded = (id: string, respondent_id: string) =>
  ask(
    api.POST('/api/waves/{id}/links/{respondent_id}/handed', {
      params: { path: { id, respondent_id }, header: idempotency() },
    }),
  );

export const takeHandedBack = (id: string, respondent_id: string) =>
  ask(
    api.DELETE('/api/waves/{id}/links/{respondent_id}/handed', {
      params: { path: { id, respondent_id }, header: idempotency() },
    }),
  );

/** Whose link it is; where several people answer for a member, who of them. */
export const nameOf = ({ label, informants, contact_name }: WaveLink): string =>
  informants > 1 && contact_name ? `${label} (${contact_name})` : label;
