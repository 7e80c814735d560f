// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { placeLabels, shortened, type LabelWish } from './labels';

const frame = { width: 200, height: 100 };
const letter = { width: 10, height: 10 };
const wish = (id: string, x: number, y: number, priority = 1): LabelWish => ({
  id,
  text: 'abcd',
  x,
  y,
  radius: 5,
  priority,
});

// Radius 5 and gap 4: the name starts at x + 9 and is 40 wide.
test('a name stands right of its node when there is room', () => {
  expect(placeLabels([wish('a', 50, 50)], frame, letter)).toEqual([
    { id: 'a', text: 'abcd', x: 59, y: 53.2, anchor: 'start' },
  ]);
});

test('at the right edge it stands left of its node', () => {
  expect(placeLabels([wish('a', 180, 50)], frame, letter)[0]).toMatchObject({ x: 171, anchor: 'end' });
});

test('a name never covers another node', () => {
  const [first] = placeLabels([wish('a', 50, 50, 2), { ...wish('b', 75, 50), text: '' }], frame, letter);
  expect(first).toMatchObject({ id: 'a', anchor: 'end' });
});

test('without room the less important name is left out', () => {
  const narrow = { width: 60, height: 14 };
  const placed = placeLabels([wish('a', 5, 7), wish('b', 9, 7, 5)], narrow, letter);
  expect(placed.map(({ id }) => id)).toEqual(['b']);
});

test('no wishes, no names', () => {
  expect(placeLabels([], frame, letter)).toEqual([]);
});

test('a very long name is cut, and never inside a character', () => {
  expect(shortened('Isle of Spice Enterprise Centre')).toBe('Isle of Spice Enterprise Centre');
  expect(shortened(`${'x'.repeat(32)} and more`)).toBe(`${'x'.repeat(32)}…`);
  expect(shortened('🌴'.repeat(40))).toBe(`${'🌴'.repeat(33)}…`);
});
