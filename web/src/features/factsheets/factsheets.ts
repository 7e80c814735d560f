// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { CountryFact, CountryFactCreate, FactKind } from '$lib/api/schema';
import { majorOf, minorOf, orNull, type Named } from '$features/registers/pickers';

/** What a factsheet tells, in its order. */
export const factKinds: readonly FactKind[] = [
  'law',
  'programme',
  'budget',
  'host_body',
  'committee',
  'monitoring_evaluation',
];

export const findFactsheet = (country_code: string) =>
  ask(api.GET('/api/facts', { params: { query: { country_code } } }));

/** What the form of a fact holds: texts as they are typed. */
export interface FactDraft {
  kind: FactKind;
  statement: CountryFact['statement'];
  amount: string;
  currency: string;
  year: string;
  organization: Named | null;
  source: string;
  source_url: string;
  as_of: string;
}

/** An empty draft, or what the fact has. */
export const draftOf = (fact?: CountryFact): FactDraft => ({
  kind: fact?.kind ?? 'programme',
  statement: { ...fact?.statement },
  amount: majorOf(fact?.amount_minor ?? null),
  currency: fact?.currency ?? 'USD',
  year: fact?.year?.toString() ?? '',
  organization: fact?.organization_id
    ? { id: fact.organization_id, name: fact.organization_name ?? '…' }
    : null,
  source: fact?.source ?? '',
  source_url: fact?.source_url ?? '',
  as_of: fact?.as_of ?? '',
});

/** What is sent of a draft. */
export function sentOf(draft: FactDraft, country_code: string): CountryFactCreate {
  const amount_minor = minorOf(draft.amount);
  return {
    country_code,
    kind: draft.kind,
    statement: draft.statement,
    amount_minor,
    currency: amount_minor === null ? null : draft.currency,
    year: draft.year ? Number(draft.year) : null,
    organization_id: draft.organization?.id ?? null,
    source: draft.source,
    source_url: orNull(draft.source_url),
    as_of: draft.as_of,
  };
}

/** Enters a new fact, or changes one as it was seen; a changed fact waits for the country again. */
export const saveFact = (draft: FactDraft, country_code: string, fact?: CountryFact) =>
  fact
    ? ask(
        api.PATCH('/api/facts/{id}', {
          params: { path: { id: fact.id }, header: ifMatch(fact) },
          body: sentOf(draft, country_code),
        }),
      )
    : ask(api.POST('/api/facts', { params: { header: idempotency() }, body: sentOf(draft, country_code) }));

/** The country says that the fact is right, as it was seen. */
export const confirmFact = (fact: CountryFact) =>
  ask(api.POST('/api/facts/{id}/confirm', { params: { path: { id: fact.id }, header: ifMatch(fact) } }));

export const removeFact = (fact: CountryFact) =>
  ask(api.DELETE('/api/facts/{id}', { params: { path: { id: fact.id }, header: ifMatch(fact) } }));
