// SPDX-License-Identifier: Apache-2.0
import { api, ask, ifMatch } from '$lib/api/client.svelte';
import type { LetterCreate, ListedStub } from '$lib/api/schema';

/** Stubs that nobody sees yet, with what was last written to each. */
export const stubs = () => ask(api.GET('/api/stubs', { params: { query: { limit: 200 } } }));

/** Mails the office behind a stub, or records how it was told. */
export const writeTo = ({ kind, id }: ListedStub, letter: LetterCreate) =>
  ask(
    api.POST('/api/stubs/{kind}/{record_id}/letters', {
      params: { path: { kind, record_id: id } },
      body: letter,
    }),
  );

/** Shows a stub to everybody; refused with a reason until its organization was told and had time to answer. */
export const publishStub = (stub: ListedStub) => {
  const header = ifMatch(stub);
  const body = { publication: 'published' } as const;
  return stub.kind === 'cluster'
    ? ask(
        api.PATCH('/api/clusters/{cluster_id}', { params: { path: { cluster_id: stub.id }, header }, body }),
      )
    : ask(api.PATCH('/api/organizations/{id}', { params: { path: { id: stub.id }, header }, body }));
};
