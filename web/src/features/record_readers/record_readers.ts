// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { ReadKind } from '$lib/api/schema';

/// Who can see a record.

const kinds: readonly ReadKind[] = [
  'organization',
  'cluster',
  'project',
  'expert',
  'agreement',
  'person',
  'wave',
  'attachment',
  'exported_file',
];

/** The kind that an address names; an organization for anything else, which the server then does not find. */
export const kindOf = (text: string): ReadKind => kinds.find((kind) => kind === text) ?? 'organization';

export const findReaders = (kind: ReadKind, id: string) =>
  ask(api.GET('/api/record_readers', { params: { query: { kind, id } } }));
