// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { Export } from '$lib/api/schema';

/// Files with something of a wave in them: each for a purpose, stamped and listed.

/** What tables can be taken out for; what may be in them follows from it. */
export const tablePurposes: Export['purpose'][] = ['facilitation', 'members', 'research'];

export const listExports = (id: string) =>
  ask(api.GET('/api/waves/{id}/exports', { params: { path: { id } } }));

/** Notes a drawing of the page of results that is about to be saved. @return The words that it carries. */
export async function stampDrawing(id: string, content: Export['content']): Promise<Result<string>> {
  const purpose = content === 'funnel' ? 'evaluation' : 'facilitation';
  const noted = await ask(
    api.POST('/api/waves/{id}/exports', {
      params: { path: { id }, header: idempotency() },
      body: { content, purpose },
    }),
  );
  return noted.ok ? { ok: true, value: noted.value.stamp } : noted;
}

/** @param request_id  Of a table for research: the approved request under which it leaves. */
export const tableHref = (
  id: string,
  table: 'network' | 'ties',
  question: string,
  purpose: string,
  request_id: string | null,
): string =>
  `/api/waves/${encodeURIComponent(id)}/${table}.csv?question=${question}&purpose=${purpose}` +
  (request_id === null ? '' : `&request_id=${request_id}`);

/** Programs that read a network, by the file that they read. */
export const networkFormats: NonNullable<Export['format']>[] = [
  'csv',
  'matrix',
  'graphml',
  'gexf',
  'pajek',
  'dl',
  'vna',
  'rsiena',
  'json',
];

/** @param request_id  As for tables. */
export const networkFileHref = (
  id: string,
  format: string,
  question: string,
  purpose: string,
  request_id: string | null,
): string =>
  `/api/waves/${encodeURIComponent(id)}/network_file?question=${question}&purpose=${purpose}&format=${format}` +
  (request_id === null ? '' : `&request_id=${request_id}`);
