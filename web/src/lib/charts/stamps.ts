// SPDX-License-Identifier: Apache-2.0
import { getContext, setContext } from 'svelte';
import { problemText } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import { csvText, downloadCsv, type CsvRows } from '$lib/download';
import { toast } from '$lib/ui/toast.svelte';

/// What the files of a page say of themselves: who took them out, for what, under which consent, of which wave, how many
/// answered, and what their table hashes to. A page provides it once for all its figures.

export interface Taken {
  /** Totals for whoever reads reports; otherwise the file is for the facilitator's own work. */
  isTotals: boolean;
  /** Of the table of the file; of a drawing, of the table behind it. */
  sha256: string;
}

/** Notes that a file is taken out. @return The words that it carries. */
export type Stamper = (taken: Taken) => Promise<Result<string>>;

const key = Symbol('stamper');

/** Called once by a page, whose figures then carry its stamp. */
export const provideStamper = (stamper: Stamper): void => void setContext(key, stamper);

export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Called while a figure is made. @return What words the stamp of a table; no words on a page without stamps. */
export function stampHere(): (table: CsvRows, isTotals: boolean) => Promise<Result<string>> {
  const stamper = getContext<Stamper | undefined>(key);
  return async (table, isTotals) =>
    stamper ? stamper({ isTotals, sha256: await sha256(csvText(table)) }) : { ok: true, value: '' };
}

/** The stamp is the last line of a table: everything above it is what its hash is of. */
export const withStamp = (table: CsvRows, stamp: string): CsvRows =>
  stamp ? [...table, [`# ${stamp}`]] : table;

/** Called while a part of a page is made that has a table and no drawing. @return What saves a table with its stamp. */
export function stampedCsv(): (name: string, table: CsvRows, isTotals: boolean) => Promise<void> {
  const stamp = stampHere();
  return async (name, table, isTotals) => {
    const stamped = await stamp(table, isTotals);
    if (stamped.ok) downloadCsv(name, withStamp(table, stamped.value));
    else toast.show(problemText(stamped.problem));
  };
}
