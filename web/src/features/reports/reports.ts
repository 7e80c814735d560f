// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/// A wave told on paper, for the board and for the evaluator.

export const audiences = ['board', 'evaluator'] as const;
export const papers = ['a4', 'letter'] as const;

/** The reports that were taken out of a wave, the newest first. */
export const listReports = (id: string) =>
  ask(api.GET('/api/waves/{id}/reports', { params: { path: { id } } }));

/** Where the PDF is. Asking for it takes a copy out, which is noted. */
export const pdfHref = (id: string, audience: string, language: string, paper: string): string =>
  `/api/waves/${encodeURIComponent(id)}/report.pdf?${new URLSearchParams({ audience, language, paper })}`;

/** The same as a page to print; it is noted too. */
export const printHref = (id: string, audience: string, language: string): string =>
  `/waves/${encodeURIComponent(id)}/report?${new URLSearchParams({ audience, lang: language })}`;
