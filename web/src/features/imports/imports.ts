// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import { offline, problemOf, type Result } from '$lib/api/problem';
import type { Import, ImportColumn, ImportPatch, ImportRow, RowEdit, RowsShown } from '$lib/api/schema';

/// A table on its way into the directory or a roster.

/** The file brought last, as long as the page stays open: another sheet of it is read without asking for it again. */
let broughtLast: { import_id: string; table: Blob; name: string } | undefined;

/** Sends a file or pasted rows as they are: what they are is the server's to find out. */
export async function bringTable(
  table: Blob,
  name: string,
  where: { cluster_id?: string | undefined; sheet?: string } = {},
): Promise<Result<Import>> {
  const path = where.cluster_id ? `/api/clusters/${where.cluster_id}/imports` : '/api/imports';
  const query = new URLSearchParams({ file_name: name, sheet: where.sheet ?? '' });
  try {
    const response = await fetch(`${path}?${query.toString()}`, {
      method: 'POST',
      body: table,
      headers: { 'Content-Type': 'application/octet-stream', ...idempotency() },
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { ok: false, problem: problemOf(response.status, body) };
    const value = body as Import;
    broughtLast = { import_id: value.id, table, name };
    return { ok: true, value };
  } catch {
    return { ok: false, problem: offline };
  }
}

/** Whether the file of an import is still at hand. */
export const hasFile = (seen: Import): boolean => broughtLast?.import_id === seen.id;

/** Reads another sheet of the same workbook; it becomes an import of its own. */
export const bringSheet = (seen: Import, sheet: string) =>
  bringTable(broughtLast?.table ?? new Blob(), broughtLast?.name ?? seen.file_name, {
    cluster_id: seen.cluster_id ?? undefined,
    sheet,
  });

const at = (id: string) => ({ params: { path: { id } } });

export const listImports = () => ask(api.GET('/api/imports'));
export const findImport = (id: string) => ask(api.GET('/api/imports/{id}', at(id)));
export const startImport = (id: string) => ask(api.POST('/api/imports/{id}/start', at(id)));
export const cancelImport = (id: string) => ask(api.POST('/api/imports/{id}/cancel', at(id)));
export const undoImport = (id: string) => ask(api.POST('/api/imports/{id}/undo', at(id)));

/** The rows after row `after`, a hundred at most. */
export const listRows = (id: string, show: RowsShown, after = 0) =>
  ask(api.GET('/api/imports/{id}/rows', { params: { path: { id }, query: { show, after, limit: 100 } } }));

export const changeImport = (seen: Import, body: ImportPatch) =>
  ask(api.PATCH('/api/imports/{id}', { params: { path: { id: seen.id }, header: ifMatch(seen) }, body }));

export const editRow = (id: string, number: number, body: RowEdit) =>
  ask(api.PUT('/api/imports/{id}/rows/{number}', { params: { path: { id, number } }, body }));

/** What a person may choose about a column; the rest the file says. */
export const chosen = (columns: readonly ImportColumn[]): ImportColumn[] =>
  columns.map(({ header, target, date_order }) => ({
    header,
    target,
    date_order,
    basis: null,
    samples: [],
    asks_date_order: false,
  }));

/** Whether a job is at work on it. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'running' || state === 'undoing';

/** The fields of a row as its reader sees them: those understood, and those with a problem. */
export function fieldsOf(row: ImportRow): string[] {
  const broken = row.problems.map(({ target }) => target);
  return [...new Set([...Object.keys(row.understood), ...broken])].filter((field) => field !== 'id');
}

/** What stands in the file for a field, by the columns of its import. */
export function writtenIn(row: ImportRow, columns: readonly ImportColumn[], field: string): string {
  const place = columns.findIndex(({ target }) => target === field);
  return place < 0 ? '' : (row.cells[place] ?? '').trim();
}
