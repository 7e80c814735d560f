// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { WaveChange } from '$lib/api/schema';
import { number, percent, t } from '$lib/i18n/i18n.svelte';

export const findChange = (id: string) =>
  ask(api.GET('/api/waves/{id}/change', { params: { path: { id } } }));

export type QuestionChange = WaveChange['questions'][number];
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
