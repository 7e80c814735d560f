// SPDX-License-Identifier: Apache-2.0

/// When a phone that nobody touches is cleared.

/** Without a touch for so long, a phone that is passed around clears itself, in milliseconds. */
export const clearedAfter = 120_000;
/** It says so this long before. */
export const warnedBefore = 20_000;

/** What to do with a phone that was touched last at that time: nothing, warn with whole seconds left, or clear (0). */
export function secondsLeft(touchedAt: number, now: number): number | undefined {
  const left = touchedAt + clearedAfter - now;
  return left > warnedBefore ? undefined : Math.max(0, Math.ceil(left / 1000));
}
