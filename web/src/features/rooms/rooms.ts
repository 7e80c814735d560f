// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';

/// Answering together at a meeting.

export const findRoom = (id: string) => ask(api.GET('/api/waves/{id}/room', { params: { path: { id } } }));

export const startRoom = (id: string, minutes: number) =>
  ask(
    api.POST('/api/waves/{id}/room', {
      params: { path: { id }, header: idempotency() },
      body: { minutes },
    }),
  );

export const prolongRoom = (id: string, minutes: number) =>
  ask(
    api.POST('/api/waves/{id}/room/prolong', {
      params: { path: { id }, header: idempotency() },
      body: { minutes },
    }),
  );

export const endRoom = (id: string) =>
  ask(api.DELETE('/api/waves/{id}/room', { params: { path: { id }, header: idempotency() } }));

export const countRoom = (id: string) =>
  ask(api.GET('/api/waves/{id}/room/count', { params: { path: { id } } }));

export const notePresence = (id: string, member_id: string, is_present: boolean) =>
  ask(
    api.PUT('/api/waves/{id}/room/members/{member_id}', {
      params: { path: { id, member_id }, header: idempotency() },
      body: { is_present },
    }),
  );
