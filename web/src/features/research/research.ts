// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { ResearchRequestCreate } from '$lib/api/schema';

/// Answers that leave for research: asked for by one, let go by another.

export const listRequests = (id: string) =>
  ask(api.GET('/api/waves/{id}/research', { params: { path: { id } } }));

export const askForResearch = (id: string, body: ResearchRequestCreate) =>
  ask(api.POST('/api/waves/{id}/research', { params: { path: { id }, header: idempotency() }, body }));

export const takeBack = (id: string, request_id: string) =>
  ask(
    api.POST('/api/waves/{id}/research/{request_id}/withdraw', {
      params: { path: { id, request_id }, header: idempotency() },
    }),
  );

export const waitingRequests = () => ask(api.GET('/api/research_requests'));

export const approveRequest = (request_id: string) =>
  ask(
    api.POST('/api/research_requests/{request_id}/approve', {
      params: { path: { request_id }, header: idempotency() },
    }),
  );

export const declineRequest = (request_id: string, reason: string) =>
  ask(
    api.POST('/api/research_requests/{request_id}/decline', {
      params: { path: { request_id }, header: idempotency() },
      body: { reason },
    }),
  );
