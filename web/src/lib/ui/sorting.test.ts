// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { compareCells, type Cell } from './sorting';

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const sorted = (cells: Cell[], isDescending = false) =>
  [...cells].sort((a, b) => compareCells(a, b, isDescending, collator));

test('accents do not send a name to the end', () => {
  expect(sorted(['Zoé', 'Étienne', 'Alma'])).toEqual(['Alma', 'Étienne', 'Zoé']);
});

test('empty cells stay last in both directions', () => {
  expect(sorted([3, null, 10])).toEqual([3, 10, null]);
  expect(sorted([3, null, 10], true)).toEqual([10, 3, null]);
});
