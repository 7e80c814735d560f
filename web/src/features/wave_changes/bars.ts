// SPDX-License-Identifier: Apache-2.0
import { t } from '$lib/i18n/i18n.svelte';

interface Compared {
  label: string;
  kept: number;
  gained: number;
  lost: number;
  /** Of those kept, ticked in advance and left so. */
  untouched: number;
}

/** Kept, new and lost ties side by side, drawn against the question that has most of them. */
export function changeBars(questions: readonly Compared[]) {
  const sizes = questions.map(({ kept, gained, lost }) => kept + gained + lost);
  const widest = Math.max(1, ...sizes);
  return questions.map(({ label, kept, gained, lost, untouched }, at) => ({
    label,
    share: (sizes[at] ?? 0) / widest,
    parts: [
      { look: 'kept' as const, share: kept / widest },
      { look: 'gained' as const, share: gained / widest },
      { look: 'lost' as const, share: lost / widest },
    ],
    note: [
      t('change.n_kept', { n: kept }),
      t('change.n_gained', { n: gained }),
      t('change.n_lost', { n: lost }),
      ...(untouched ? [t('change.n_untouched', { n: untouched })] : []),
    ].join(' · '),
  }));
}
