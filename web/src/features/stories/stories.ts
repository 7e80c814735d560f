// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Comparison, QuestionKey, Story } from '$lib/api/schema';
import { countryName, list, number, percent, plural, t, textOf } from '$lib/i18n/i18n.svelte';

/// What stands behind the sentences of a wave, and the words for it.

export type Grounds = Story['grounds'][number];
export type Evidence = Grounds['evidence'][number];
export type Lists = Story['lists'][number];
export type Table = Story['tables'][number];
export type Group = Table['groups'][number];
export type Grouping = Table['grouping'];
export type Contrast = Story['without_facilitator']['figures'][number];
export type ChanceStrip = Comparison['chance'][number];

export const findStory = (id: string) => ask(api.GET('/api/waves/{id}/story', { params: { path: { id } } }));

export const findComparison = (id: string, question: QuestionKey) =>
  ask(api.GET('/api/waves/{id}/comparison', { params: { path: { id }, query: { question } } }));

/** A group by its code; smaller ones that were taken together say how many they are. */
export function groupName({ code, joined }: Group, grouping: Grouping): string {
  if (!code) return plural('story.joined', joined);
  if (grouping === 'country') return countryName(code);
  return grouping === 'side' ? textOf(`story.side.${code}`) : code;
}

const counts = new Set(['without.pieces', 'without.largest_piece']);
const valueOf = ({ id }: Evidence, value: number) => (counts.has(id) ? number(value) : percent(value));

/** A figure with the range that silence leaves, and the answers it rests on. */
export function evidenceWords(evidence: Evidence): string {
  const { value, low, high, n } = evidence;
  const basis = plural('network.basis', n);
  if (value === null) return `${t('network.undefined')} · ${basis}`;
  const words = valueOf(evidence, value);
  if (low === null || high === null) return `${words} · ${basis}`;
  const range = t('story.range', { low: valueOf(evidence, low), high: valueOf(evidence, high) });
  return `${words}, ${range} · ${basis}`;
}

/** The figures of the contrast are counts but for two. */
export function contrastValue(id: string, value: number | null): string {
  if (value === null) return t('network.undefined');
  if (id === 'unreachable') return percent(value);
  return number(value, { maximumFractionDigits: id === 'mean_contacts' ? 1 : 0 });
}

type Params = Record<string, string | number | string[]>;

/** The parameters that the server gives a sentence, as each language writes percentages and lists. */
export const worded = (params: Params): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? list(value)
        : name === 'percent' || name === 'needed'
          ? percent(Number(value) / 100)
          : value,
    ]),
  );

/** What a heat map is drawn of. */
export type Shares = { cells: { from: number; to: number; share: number | null }[] };

/** The largest share of a table, to shade the others by; 1 where there is none. */
export const largestShare = ({ cells }: Shares): number =>
  Math.max(0, ...cells.map(({ share }) => share ?? 0)) || 1;

/** A value of a measure as a line of words prints it; nothing where there is none. */
export const roundedOf = (value: number | null): string | null =>
  value === null ? null : number(value, { maximumFractionDigits: 3 });

/** Where a value lies among random networks. */
export function chanceWords({ value, low, high }: ChanceStrip): string {
  if (value === null || low === null || high === null) return t('comparison.undefined');
  const words = { value: roundedOf(value) ?? '', low: roundedOf(low) ?? '', high: roundedOf(high) ?? '' };
  if (value > high) return t('comparison.above', words);
  return value < low ? t('comparison.below', words) : t('comparison.within', words);
}
