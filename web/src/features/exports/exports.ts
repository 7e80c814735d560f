// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { Export } from '$lib/api/schema';
import type { Stamper } from '$lib/charts/stamping';
import { language } from '$lib/i18n/i18n.svelte';

/// Files with something of a wave in them: each for a purpose, stamped and listed.

/** What tables can be taken out for; what may be in them follows from it. */
export const tablePurposes: Export['purpose'][] = ['facilitation', 'members', 'research'];

export const listExports = (id: string) =>
  ask(api.GET('/api/waves/{id}/exports', { params: { path: { id }, query: { lang: language() } } }));

const inLanguage = (id: string) => ({
  path: { id },
  query: { lang: language() },
  header: idempotency(),
});

/** For figures of the pages of results of a wave: all for the facilitator's own work, as they hold what totals hide. */
export const waveStamper =
  (id: () => string): Stamper =>
  async (sha256) => {
    const what = { content: 'map', purpose: 'facilitation' } as const;
    const noted = await ask(
      api.POST('/api/waves/{id}/exports', { params: inLanguage(id()), body: { ...what, sha256 } }),
    );
    return noted.ok ? { ok: true, value: noted.value.stamp } : noted;
  };

/** For figures of the released totals of a wave. */
export const totalsStamper =
  (id: () => string): Stamper =>
  async (sha256) => {
    const noted = await ask(
      api.POST('/api/waves/{id}/totals/exports', { params: inLanguage(id()), body: { sha256 } }),
    );
    return noted.ok ? { ok: true, value: noted.value.stamp } : noted;
  };

/** @param request_id  Of a table for research: the approved request under which it leaves. */
export const tableHref = (
  id: string,
  table: 'network' | 'ties',
  question: string,
  purpose: string,
  request_id: string | null,
): string =>
  `/api/waves/${encodeURIComponent(id)}/${table}.csv?question=${question}&purpose=${purpose}&lang=${language()}` +
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
  `/api/waves/${encodeURIComponent(id)}/network_file?question=${question}&purpose=${purpose}&format=${format}&lang=${language()}` +
  (request_id === null ? '' : `&request_id=${request_id}`);
