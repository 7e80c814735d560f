// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode } from '$lib/api/schema';
import type { Spot } from './geometry';
import { lineNumbers, lineStride, markNumbers, markStride, rgbOf } from './gl_marks';
import type { Strand } from './strands';

const spot = (id: string, x: number, answered = true): Spot => ({
  node: { id, kind: 'bso', answered } as NetworkNode,
  x,
  y: 10,
  radius: 5,
});
const strand: Strand = {
  from: 'a',
  to: 'b',
  question: 'know',
  isOneSided: true,
  isDisputed: false,
  fate: undefined,
  lane: 0,
};
const grey = () => [0.5, 0.5, 0.5] as const;

test('a color is three numbers, however it is written', () => {
  expect(rgbOf(' #ff0033')).toEqual([1, 0, 0.2]);
  expect(rgbOf('#fff')).toEqual([1, 1, 1]);
});

// From (0, 10) to (100, 10), one pixel wide: corners half a pixel above and below, dashes count from 0 to 100.
test('a line is two triangles as wide as its pen', () => {
  const byId = new Map([
    ['a', spot('a', 0)],
    ['b', spot('b', 100)],
  ]);
  const numbers = lineNumbers([strand], byId, ['know'], undefined, grey);
  expect(numbers).toHaveLength(6 * lineStride);
  expect([...numbers.subarray(0, 4)]).toEqual([0, 10.5, 0, 1]);
  expect([...numbers.subarray(5 * lineStride, 5 * lineStride + 3)]).toEqual([100, 9.5, 100]);
  expect(lineNumbers([strand], new Map(), ['know'], undefined, grey)).toHaveLength(0);
});

test('a mark says its shape, whether it is silent and whether it steps back', () => {
  const numbers = markNumbers(
    [spot('a', 3, false)],
    () => '--cat-1',
    () => true,
    'a',
    grey,
  );
  expect(numbers).toHaveLength(markStride);
  expect([...numbers].slice(0, 6)).toEqual([3, 10, 5, 2, 1, 1]);
  expect(numbers[9]).toBeCloseTo(0.22);
});
