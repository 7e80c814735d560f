// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import { linesOf, namesOf, type Side } from './names';
import type { Placed } from './view';

vi.mock('$generated/caribbean.json?url', () => ({ default: '/caribbean.json' }));

const pin = (name: string, x: number, y: number) => ({ name, x, y, radius: 10 }) as Placed;
const size = { width: 300, height: 300 };
const namesAt = (pins: Placed[], sides: Side[]) => [...namesOf(pins, () => sides, size).values()];

test('a long name stands in two lines, the longer of them as short as can be', () => {
  expect(linesOf('Saint Vincent and the Grenadines')).toEqual(['Saint Vincent and', 'the Grenadines']);
  expect(linesOf('Saint-Vincent-et-les-Grenadines')).toEqual(['Saint-Vincent-', 'et-les-Grenadines']);
  expect(linesOf('Grenada')).toEqual(['Grenada']);
});

// "Grenada" is 7 letters; left of the pin, 15 px from its middle, it ends at 85.
test('a name stands on the first side that is free', () => {
  const [name] = namesAt([pin('Grenada', 100, 100)], ['left', 'right']);
  expect(name?.box.right).toBeCloseTo(85, 9);
});

// The neighbor's pin reaches from 60 to 80, where the name would be.
test('a pin in the way moves the name to the next side', () => {
  const [name] = namesAt([pin('Grenada', 100, 100), pin('X', 70, 100)], ['left', 'right']);
  expect(name?.box.left).toBeCloseTo(115, 9);
});

test('at the edge a name below its pin slides inside', () => {
  const [name] = namesAt([pin('Barbados', 290, 100)], ['right', 'below']);
  expect(name?.box.right).toBeCloseTo(294, 9);
});

test('a name without room is left out', () => {
  expect(namesAt([pin('Grenada', 20, 100)], ['left'])).toEqual([]);
});
