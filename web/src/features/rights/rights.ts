// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import { readersIn } from './readers';

/// Rights over answers, as the facilitator sees them in numbers, and as a member uses them.

export const findWaveRights = (id: string) =>
  ask(api.GET('/api/waves/{id}/rights', { params: { path: { id } } }));

/** @param names  Who sees totals: separated by commas, as somebody typed them. */
export const saveReaders = (id: string, names: string) =>
  ask(
    api.PUT('/api/waves/{id}/readers', {
      params: { path: { id }, header: idempotency() },
      body: { names: readersIn(names) },
    }),
  );

export const findObjection = (id: string) =>
  ask(api.GET('/api/memberships/{id}/objection', { params: { path: { id } } }));

export const objectToListing = (id: string) =>
  ask(api.PUT('/api/memberships/{id}/objection', { params: { path: { id }, header: idempotency() } }));

export const agreeToListing = (id: string) =>
  ask(api.DELETE('/api/memberships/{id}/objection', { params: { path: { id }, header: idempotency() } }));
