// SPDX-License-Identifier: Apache-2.0
import { getContext, setContext } from 'svelte';
import { problemText } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import { downloadCsv, type CsvRows } from '$lib/download';
import { toast } from '$lib/ui/toast.svelte';
import { stamped, type Stamper } from './stamping';

/// What the files of a page say of themselves: who took them out, for what, under which consent, of which wave, how many
/// answered, and what their table hashes to. A page provides it once for all its figures.

const key = Symbol('stamper');

/** Called once by a page, whose figures then carry its stamp. */
export const provideStamper = (stamper: Stamper): void => void setContext(key, stamper);

/** Called while a figure is made. @return What words the stamp of a table; no words on a page without stamps. */
export function stampHere(): (table: CsvRows) => Promise<Result<string>> {
  const stamper = getContext<Stamper | undefined>(key);
  return (table) => stamped(table, stamper);
}

/** The stamp is the last line of a table: everything above it is what its hash is of. */
export const withStamp = (table: CsvRows, stamp: string): CsvRows =>
  stamp ? [...table, [`# ${stamp}`]] : table;

/** Called while a part of a page is made that has a table and no drawing. @return What saves a table with its stamp. */
export function stampedCsv(): (name: string, table: CsvRows) => Promise<void> {
  const stamp = stampHere();
  return async (name, table) => {
    const line = await stamp(table);
    if (line.ok) downloadCsv(name, withStamp(table, line.value));
    else toast.show(problemText(line.problem));
  };
}
