// SPDX-License-Identifier: Apache-2.0
import type { MeasureReport } from '$lib/api/schema';

/// How measures are put in order.

type Nodes = MeasureReport['nodes'][number];

/** Groups in the order of their first measure. */
export function byPage<T extends { page: string }>(
  measures: readonly T[],
): { page: string; measures: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const each of measures) groups.set(each.page, [...(groups.get(each.page) ?? []), each]);
  return [...groups].map(([page, own]) => ({ page, measures: own }));
}

export type Ranked = {
  id: string;
  label: string;
  answered: boolean;
  value: number | null;
  /** Its standard error; nothing where values are exact. */
  error: number | null;
  rank: number | null;
};

/** Members by falling value, equal ones with the same rank (1, 2, 2, 4); those without a value last, by name. */
export function ranked(members: MeasureReport['members'], measure: Nodes): Ranked[] {
  const { values, standard_errors } = measure;
  const rows = members.map((member, i) => ({
    ...member,
    value: values[i] ?? null,
    error: standard_errors[i] ?? null,
  }));
  rows.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.label.localeCompare(b.label));
  const known = rows.flatMap(({ value }) => value ?? []);
  return rows.map((row) => ({ ...row, rank: row.value === null ? null : known.indexOf(row.value) + 1 }));
}
