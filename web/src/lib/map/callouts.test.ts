// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import { callouts, spread } from './callouts';
import type { Pin } from './view';

vi.mock('$generated/caribbean.json?url', () => ({ default: '/caribbean.json' }));

test('what stands apart stays where it wants to be', () => {
  expect(spread([10, 60, 200], 44, 0, 300)).toEqual([10, 60, 200]);
});

// 100 and 110 want 10 between them and get 44: each gives 17.
test('neighbors give way by the same', () => {
  expect(spread([100, 110], 44, 0, 300)).toEqual([83, 127]);
});

test('at the edge only the inner one gives way', () => {
  expect(spread([5, 20], 44, 22, 300)).toEqual([22, 66]);
  expect(spread([280, 290], 44, 22, 278)).toEqual([234, 278]);
});

test('nobody there, nothing to move', () => expect(spread([], 44, 0, 300)).toEqual([]));

const pin = (code: string, latitude: number, longitude: number) =>
  ({ code, name: code, latitude, longitude, count: 1 }) as Pin;
const islands = [
  pin('BB', 13.18, -59.55),
  pin('LC', 13.9, -60.97),
  pin('VC', 13.25, -61.2),
  pin('AG', 17.08, -61.8),
  pin('KN', 17.33, -62.75),
];
// 30 pixels for a degree: 6000 / 55 units are one.
const view = { left: 3700, top: 2790, scale: (30 * 55) / 6000 };
const room = { gap: 44, lead: 30, height: 300 };

test('marks are read from north to south and leave a finger room for each', () => {
  const marks = callouts(islands, view, 2, room);
  expect(marks.map(({ code }) => code)).toEqual(['KN', 'AG', 'LC', 'VC', 'BB']);
  for (const [index, a] of marks.entries())
    for (const b of marks.slice(index + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(44 - 1e-9);
});

test('a mark stands on the side that no neighbor needs', () => {
  const sides = Object.fromEntries(callouts(islands, view, 2, room).map(({ code, side }) => [code, side]));
  expect(sides).toEqual({ KN: 'left', AG: 'right', LC: 'left', VC: 'left', BB: 'right' });
});
