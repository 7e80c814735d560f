// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { BlindMapRequest } from '$lib/api/schema';

/// Pictures of a network without names for funders: asked for with a purpose, let go by a second person.

export const listBlindMaps = (id: string) =>
  ask(api.GET('/api/waves/{id}/blind_maps', { params: { path: { id } } }));

export const askForBlindMap = (id: string, recipient: string, purpose: string) =>
  ask(
    api.POST('/api/waves/{id}/blind_maps', {
      params: { path: { id }, header: idempotency() },
      body: { recipient, purpose },
    }),
  );

/** Where an approved picture is; each time it is drawn anew, and noted. */
export const blindMapHref = (id: string, request: string, language: string): string =>
  `/api/waves/${encodeURIComponent(id)}/blind_maps/${encodeURIComponent(request)}?language=${language}`;

/** Whether an approval still gives files. @param now  Milliseconds. */
export const isValid = ({ state, expires_at }: BlindMapRequest, now: number): boolean =>
  state === 'approved' && expires_at !== null && new Date(expires_at).getTime() > now;

/** What waits for a second person in the countries that one keeps. */
export const waitingBlindMaps = () => ask(api.GET('/api/blind_map_requests'));

export const approveBlindMap = (blind_map_id: string) =>
  ask(
    api.POST('/api/blind_map_requests/{blind_map_id}/approve', {
      params: { path: { blind_map_id }, header: idempotency() },
    }),
  );

export const declineBlindMap = (blind_map_id: string, reason: string) =>
  ask(
    api.POST('/api/blind_map_requests/{blind_map_id}/decline', {
      params: { path: { blind_map_id }, header: idempotency() },
      body: { reason },
    }),
  );
