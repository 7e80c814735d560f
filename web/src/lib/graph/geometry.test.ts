// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode } from '$lib/api/schema';
import { neighborToward, spotsOf, zoomed, type Spot } from './geometry';

const node = (id: string, x: number, y: number, indegree = 0) => ({ id, x, y, indegree }) as NetworkNode;
const frame = { width: 400, height: 268 };
const still = { zoom: 1, dx: 0, dy: 0 };

// Margin 34 leaves 100 px of half height; the half width is capped at 1.7 * 100 = 170 of the 166 there are.
test('coordinates in [-1, 1] fill the frame but for its margin', () => {
  const [spot] = spotsOf([node('a', 1, -1)], 'same', frame, still);
  expect([spot?.x, spot?.y]).toEqual([200 + 166, 134 - 100]);
});

// sqrt(4 / 16) = 1/2 of the way from 5 to 15 px.
test('area follows the measure', () => {
  const spots = spotsOf(
    [node('a', 0, 0, 16), node('b', 0, 0, 4), node('c', 0, 0, 0)],
    'indegree',
    frame,
    still,
  );
  expect(spots.map(({ radius }) => radius)).toEqual([15, 10, 5]);
});

test('the point under the pointer stays while zooming', () => {
  const view = zoomed(still, 2, { x: 300, y: 134 }, frame);
  expect(view).toEqual({ zoom: 2, dx: -100, dy: 0 });
});

test('an arrow key goes to the nearest node on that side', () => {
  const spot = (id: string, x: number, y: number): Spot => ({ node: node(id, 0, 0), x, y, radius: 5 });
  const [from, near, slanted, left] = [
    spot('o', 0, 0),
    spot('n', 50, 0),
    spot('s', 30, 20),
    spot('l', -5, 0),
  ];
  const all = [from, near, slanted, left];
  expect(neighborToward(all, from, 'ArrowRight')).toBe(near);
  expect(neighborToward(all, from, 'ArrowLeft')).toBe(left);
  expect(neighborToward(all, from, 'ArrowUp')).toBeUndefined();
});
