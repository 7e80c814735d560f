// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fnv1a, tileOf } from './tile';

test('FNV-1a gives the published value of "foobar"', () => {
  expect(fnv1a('foobar')).toBe(0xbf9cf968);
});

test('a tile is the one that docs/developers/pages.md works out', () => {
  const tile = tileOf('konbit');
  expect(tile.ground).toBe('#0d5a4a');
  expect(tile.weftPath).toBe(
    'M5 6H7M29 6H55M41 18H43M5 30H7M29 30H31M5 42H19M41 42H43M5 54H7M29 54H31M53 54H55',
  );
  expect(tile.warpPath).toBe('M6 17V19M18 5V31M18 53V55M30 17V19M30 41V43M42 29V31M42 53V55M54 17V43');
});

test('every crossing belongs to exactly one strand', () => {
  const { weftPath, warpPath } = tileOf('018f3a52-7c1e-7b3a-9d20-5f6a1c2b3d4e');
  const cells = [...`${weftPath}${warpPath}`.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].map(
    ([, x, y, way, end]) => (Number(end) - Number(way === 'H' ? x : y) + 10) / 12,
  );
  expect(cells.reduce((sum, count) => sum + count, 0)).toBe(25);
});
