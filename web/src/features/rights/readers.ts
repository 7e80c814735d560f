// SPDX-License-Identifier: Apache-2.0

/** The names in a text with commas, without the empty ones. */
export const readersIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
