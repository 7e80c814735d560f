// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { MeasureReport, QuestionKey } from '$lib/api/schema';
import { hasText, number, t, textOf } from '$lib/i18n/i18n.svelte';

type Graph = MeasureReport['graph'][number];
type Nodes = MeasureReport['nodes'][number];

export const findMeasures = (id: string, question: QuestionKey) =>
  ask(api.GET('/api/waves/{id}/measures', { params: { path: { id }, query: { question } } }));

/** What a group of measures answers, and how to read it; keyed by the page that explains it. */
export const questionOf = (page: string): string => textOf(`measure.of.${page}`);
export const readingOf = (page: string): string => textOf(`measure.reading.${page}`);

/** Groups in the order of their first measure. */
export function byPage<T extends { page: string }>(
  measures: readonly T[],
): { page: string; measures: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const each of measures) groups.set(each.page, [...(groups.get(each.page) ?? []), each]);
  return [...groups].map(([page, own]) => ({ page, measures: own }));
}

/** A value as tables print it; in words when there is none. */
export function valueOf({ value, suppressed, reason }: Graph): string {
  if (suppressed)
    return hasText(`network.hidden_small.${reason}`) ? textOf(`network.hidden_small.${reason}`) : '–';
  return value === null ? t('measure.undefined') : number(value, { maximumFractionDigits: 4 });
}

export type Ranked = {
  id: string;
  label: string;
  answered: boolean;
  value: number | null;
  rank: number | null;
};

/** Members by falling value, equal ones with the same rank (1, 2, 2, 4); those without a value last, by name. */
export function ranked(members: MeasureReport['members'], { values }: Nodes): Ranked[] {
  const rows = members.map((member, i) => ({ ...member, value: values[i] ?? null }));
  rows.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.label.localeCompare(b.label));
  const known = rows.flatMap(({ value }) => value ?? []);
  return rows.map((row) => ({ ...row, rank: row.value === null ? null : known.indexOf(row.value) + 1 }));
}
