// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';

/// Figures of a wave that everybody may read, and how a facilitator lets them go.

export const findPublicity = (id: string) =>
  ask(api.GET('/api/waves/{id}/public_figures', { params: { path: { id } } }));

const changing = (id: string) => ({ params: { path: { id }, header: idempotency() } });

/** Says in the consent of a draft that totals of the whole network are public, or takes that out for good. */
export const announce = (id: string, isAnnounced: boolean) =>
  ask(
    isAnnounced
      ? api.PUT('/api/waves/{id}/public_figures/announcement', changing(id))
      : api.DELETE('/api/waves/{id}/public_figures/announcement', changing(id)),
  );

/** Lets everybody read the figures of a wave, or takes them back. */
export const release = (id: string, isReleased: boolean) =>
  ask(
    isReleased
      ? api.PUT('/api/waves/{id}/public_figures', changing(id))
      : api.DELETE('/api/waves/{id}/public_figures', changing(id)),
  );
