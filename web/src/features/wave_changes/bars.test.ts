// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { changeBars } from './bars';

const question = (label: string, kept: number, gained: number, lost: number) => ({
  label,
  kept,
  gained,
  lost,
  untouched: 0,
});

test('bars are drawn against the question with most ties, and their parts sum up to them', () => {
  const bars = changeBars([question('know', 6, 3, 1), question('worked', 2, 2, 1)]);
  expect(bars.map(({ share }) => share)).toEqual([1, 0.5]);
  expect(bars[0]?.parts.map(({ look, share }) => [look, share])).toEqual([
    ['kept', 0.6],
    ['gained', 0.3],
    ['lost', 0.1],
  ]);
});
