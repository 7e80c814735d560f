// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { BreachCreate, BreachPatch, ShownBreach } from '$lib/api/schema';

/// The register of what went wrong with data of people.

export const risks = ['unknown', 'low', 'medium', 'high'] as const;

export const listBreaches = () => ask(api.GET('/api/breaches'));

export const findBreach = (breach_id: string) =>
  ask(api.GET('/api/breaches/{breach_id}', { params: { path: { breach_id } } }));

export const addBreach = (body: BreachCreate) =>
  ask(api.POST('/api/breaches', { params: { header: idempotency() }, body }));

export const changeBreach = (breach: ShownBreach, body: BreachPatch) =>
  ask(
    api.PATCH('/api/breaches/{breach_id}', {
      params: { path: { breach_id: breach.id }, header: ifMatch(breach) },
      body,
    }),
  );

/** Notes that the authority of a country was told just now. */
export const noteTold = (breach_id: string, country_code: string) =>
  ask(
    api.POST('/api/breaches/{breach_id}/notices', {
      params: { path: { breach_id }, header: idempotency() },
      body: { country_code, told_at: new Date().toISOString() },
    }),
  );

export const closeBreach = (breach_id: string) =>
  ask(
    api.POST('/api/breaches/{breach_id}/close', { params: { path: { breach_id }, header: idempotency() } }),
  );

/** Whether a deadline passed without the authority being told. */
export const isOverdue = ({ deadlines, closed_at }: ShownBreach): boolean =>
  !closed_at && deadlines.some(({ is_overdue, told_at }) => is_overdue && !told_at);

/** What the form of a breach holds: texts as they are typed. */
export interface BreachDraft {
  title: string;
  found_at: string;
  what: string;
  whose: string;
  people_count: string;
  countries: string[];
  risk: ShownBreach['risk'];
  steps: string;
  conclusion: string;
}

/** The moment as a field of the browser writes it, in the time of this device. */
const localMoment = (moment: Date) =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export const draftOf = (breach?: ShownBreach): BreachDraft => ({
  title: breach?.title ?? '',
  found_at: localMoment(breach ? new Date(breach.found_at) : new Date()),
  what: breach?.what ?? '',
  whose: breach?.whose ?? '',
  people_count: breach?.people_count?.toString() ?? '',
  countries: breach?.countries ?? [],
  risk: breach?.risk ?? 'unknown',
  steps: breach?.steps ?? '',
  conclusion: breach?.conclusion ?? '',
});

/** The draft as the server takes it; an empty count is not known, which is not nobody. */
export const bodyOf = (draft: BreachDraft) => ({
  ...draft,
  found_at: new Date(draft.found_at).toISOString(),
  people_count: draft.people_count.trim() === '' ? null : Number(draft.people_count),
  conclusion: draft.conclusion.trim() || null,
});
