// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { secondsLeft } from './idle';

// Two minutes, the last twenty seconds with a warning.
test('a phone that nobody touches warns, then clears itself', () => {
  expect(secondsLeft(0, 99_000)).toBeUndefined();
  expect(secondsLeft(0, 100_000)).toBe(20);
  expect(secondsLeft(0, 119_200)).toBe(1);
  expect(secondsLeft(0, 120_000)).toBe(0);
});

test('a phone that was laid aside, and slept, is cleared as soon as it wakes', () => {
  expect(secondsLeft(0, 3_600_000)).toBe(0);
});
