// SPDX-License-Identifier: Apache-2.0

/** Whole minutes until then, none once it has passed. */
export const minutesUntil = (until: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000));
