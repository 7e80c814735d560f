// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { EntryDraft, EntryLine } from '$lib/api/schema';

/// Entering answers for members: typed in from paper forms, or taken down in a conversation.

export const listEntries = (id: string) =>
  ask(api.GET('/api/waves/{id}/entries', { params: { path: { id } } }));

export const findEntry = (id: string, respondent_id: string) =>
  ask(api.GET('/api/waves/{id}/entries/{respondent_id}', { params: { path: { id, respondent_id } } }));

export const saveEntry = (id: string, respondent_id: string, body: EntryDraft) =>
  ask(
    api.PUT('/api/waves/{id}/entries/{respondent_id}', {
      params: { path: { id, respondent_id }, header: idempotency() },
      body,
    }),
  );

export const dropEntry = (id: string, respondent_id: string) =>
  ask(
    api.DELETE('/api/waves/{id}/entries/{respondent_id}', {
      params: { path: { id, respondent_id }, header: idempotency() },
    }),
  );

export const enterEntry = (id: string, respondent_id: string) =>
  ask(
    api.POST('/api/waves/{id}/entries/{respondent_id}/enter', {
      params: { path: { id, respondent_id }, header: idempotency() },
    }),
  );

/** The reference in two groups, as forms carry it. */
export const inGroups = (reference: string): string => `${reference.slice(0, 4)}-${reference.slice(4)}`;

/** Whoever is meant by a form's reference, the number of a member, or a part of its name. */
export function matching(lines: readonly EntryLine[], wanted: string): EntryLine[] {
  const text = wanted.trim().toLowerCase();
  if (!text) return [...lines];
  const reference = text.replace(/[\s-]/g, '').toUpperCase();
  const exact = lines.filter((line) => line.reference === reference || String(line.code) === text);
  return exact.length ? exact : lines.filter(({ label }) => label.toLowerCase().includes(text));
}
