// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { JoinRequest } from '$lib/api/schema';

/// Asking to belong to an organization, and answering it.

export const findOrganization = (id: string) =>
  ask(api.GET('/api/organizations/{id}', { params: { path: { id } } }));

export const askToJoin = (id: string, note: string) =>
  ask(
    api.POST('/api/organizations/{id}/join_requests', {
      params: { path: { id }, header: idempotency() },
      body: { note: note || null },
    }),
  );

export const listWaiting = (id: string) =>
  ask(api.GET('/api/organizations/{id}/join_requests', { params: { path: { id } } }));

export const listOwnRequests = () => ask(api.GET('/api/account/join_requests'));

export const withdrawRequest = ({ id }: JoinRequest) =>
  ask(api.DELETE('/api/join_requests/{join_id}', { params: { path: { join_id: id } } }));

export const letIn = ({ id }: JoinRequest) =>
  ask(api.POST('/api/join_requests/{join_id}/approve', { params: { path: { join_id: id } } }));

export const turnDown = ({ id }: JoinRequest) =>
  ask(api.POST('/api/join_requests/{join_id}/decline', { params: { path: { join_id: id } } }));
