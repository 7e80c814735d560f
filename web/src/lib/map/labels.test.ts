// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { spread } from './labels';

test('labels that have room stay where they are', () => {
  expect(spread([0, 30, 80], 20)).toEqual([0, 30, 80]);
});

// 10 and 14 want to be 20 apart: both move 8 from their middle, 12.
test('two that collide share the shift', () => {
  expect(spread([10, 14], 20)).toEqual([2, 22]);
});

test('the order given is kept, whatever the positions', () => {
  expect(spread([14, 10], 20)).toEqual([22, 2]);
});

// 0 and 4 take -8 and 12; 20 is then 8 too near, so the three stand around their mean, 8.
test('a group that grows into its neighbor takes it in', () => {
  expect(spread([0, 4, 20], 20)).toEqual([-12, 8, 28]);
});
