// SPDX-License-Identifier: Apache-2.0
import { untrack } from 'svelte';

/// Which of the pages on the screen show invented records only. The shell says so, in one place for all of them.
let pages = $state(0);

export const isWholePageInvented = (): boolean => pages > 0;

/** Called once by a page or part; follows its record while it loads. */
export function declareInvented(isInvented: () => boolean): void {
  const count = (step: number) => untrack(() => (pages += step));
  $effect(() => {
    if (!isInvented()) return;
    count(1);
    return () => count(-1);
  });
}
