// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Timeline, WaveChange } from '$lib/api/schema';
import { number, percent, t } from '$lib/i18n/i18n.svelte';

/** @param since  An earlier wave; without it the one before. */
export const findChange = (id: string, since?: string) =>
  ask(api.GET('/api/waves/{id}/change', { params: { path: { id }, query: since ? { since } : {} } }));

export const findTimeline = (id: string) =>
  ask(api.GET('/api/waves/{id}/timeline', { params: { path: { id } } }));

export type QuestionChange = WaveChange['questions'][number];
export type ChangeTable = WaveChange['tables'][number];
export type TimelineStep = Timeline['waves'][number]['steps'][number];
export type Anchoring = NonNullable<WaveChange['anchoring']>;

/** Whether there is anything to draw. */
export const isComparable = ({ comparable, kept, lost, gained }: QuestionChange): boolean =>
  comparable > 0 && kept + lost + gained > 0;

/** A share in percent, or words for one that cannot be known. */
export const shareOf = (value: number | null): string =>
  value === null ? t('change.unknown') : percent(value);

/** "+12 percentage points (± 5)": how far the ticks in advance moved the answers. */
export const differenceOf = ({ difference, margin }: Anchoring): string =>
  t('change.points', {
    n: `${(difference ?? 0) >= 0 ? '+' : '−'}${number(Math.round(Math.abs(difference ?? 0) * 100))}`,
    margin: number(Math.round((margin ?? 0) * 100)),
  });

type Strip = QuestionChange['strip_before'];

const endsOf = ({ zero_filled, available, reconstructed }: Strip) =>
  [zero_filled, available, reconstructed].filter((value) => value !== null);

/** "19% to 22%": what silence leaves open of a density. */
export function rangeOf(strip: Strip): string {
  const ends = endsOf(strip);
  if (!ends.length) return t('change.unknown');
  return t('story.range', { low: percent(Math.min(...ends)), high: percent(Math.max(...ends)) });
}

/** Whether two waves differ by more than silence could make. */
export function verdictOf(question: QuestionChange): string {
  const { is_distinguishable, strip_before, strip_after } = question;
  if (is_distinguishable === null || strip_before.available === null || strip_after.available === null)
    return t('change.verdict_unknown');
  const words = { before: rangeOf(strip_before), after: rangeOf(strip_after) };
  if (question.breaks_series) return t('change.verdict_reworded', words);
  if (!is_distinguishable) return t('change.verdict_same', words);
  return strip_after.available > strip_before.available
    ? t('change.verdict_more', words)
    : t('change.verdict_fewer', words);
}
