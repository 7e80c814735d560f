// SPDX-License-Identifier: Apache-2.0
import type { Problem, Result } from '$lib/api/problem';
import { csvText, type CsvRows } from '$lib/download';

/**
 * Notes that a file is taken out.
 * @param sha256  Of its table; of a drawing, of the table behind it.
 * @return The words that it carries.
 */
export type Stamper = (sha256: string) => Promise<Result<string>>;

/** Browsers reckon hashes on pages that came over https, or from this very machine. */
const insecure: Problem = { status: 0, code: 'insecure_page', errors: [] };

export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param stamper  None on a page without stamps. */
export async function stamped(table: CsvRows, stamper: Stamper | undefined): Promise<Result<string>> {
  if (!stamper) return { ok: true, value: '' };
  if (!('subtle' in crypto)) return { ok: false, problem: insecure };
  return stamper(await sha256(csvText(table)));
}
