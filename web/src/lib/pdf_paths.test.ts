// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { pathSteps } from './pdf_paths';
import { literal } from './pdf_drawing';

test('lines are lines, whether they say where to or how far', () => {
  expect(pathSteps('M1 2L3 4l1 0h2v-3H0V9Z').split('\n')).toEqual([
    '1 2 m',
    '3 4 l',
    '4 4 l',
    '6 4 l',
    '6 1 l',
    '0 1 l',
    '0 9 l',
    'h',
  ]);
  expect(pathSteps('M0 0 1 1')).toBe('0 0 m\n1 1 m');
});

// Radius 10 around the origin: from the left over one side to the right, and over the other side back.
test('a circle goes through its four outermost points', () => {
  const ends = pathSteps('M-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z')
    .split('\n')
    .map((step) => step.split(' ').slice(-3, -1).map(Number));
  expect(ends.slice(0, 5)).toEqual([
    [-10, 0],
    [0, -10],
    [10, 0],
    [0, 10],
    [-10, 0],
  ]);
});

test('words keep their accents, and nothing in them ends the text', () => {
  expect(literal('Soufrière (a)\\')).toBe('(Soufri\u00e8re \\(a\\)\\\\)');
  expect(literal('“89 %” – 🌴')).toBe('(\u009389 %\u0094 \u0096 ?)');
});
