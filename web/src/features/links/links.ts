// SPDX-License-Identifier: Apache-2.0
import { listLinks } from '$features/surveys/waves';
import { api, ask, idempotency } from '$lib/api/client.svelte';

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
