// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { Pace } from './pace';

test('before the first answers everybody is average', () => {
  expect(new Pace(0).factor).toBe(1);
});

// 80 s for what takes 40 s on average, beside 20 s that count for the average: (80 + 20) / (40 + 20).
test('who takes twice as long is told so, with some caution', () => {
  const pace = new Pace(0);
  pace.touch(50_000);
  pace.end('know', 40, 80_000);
  expect(pace.factor).toBeCloseTo(100 / 60);
});

// An hour on the phone counts as one minute of thinking: (60 + 10 + 20) / (60 + 20).
test('a pause is no slowness', () => {
  const pace = new Pace(0);
  pace.touch(3_600_000);
  pace.end('know', 60, 3_610_000);
  expect(pace.factor).toBeCloseTo(90 / 80);
});

test('going back and on again does not make anybody fast', () => {
  const pace = new Pace(0);
  pace.end('know', 40, 40_000);
  pace.end('know', 40, 41_000);
  expect(pace.factor).toBe(1);
});

test('nobody is told less than a quarter or more than four times', () => {
  const [quick, slow] = [new Pace(0), new Pace(0)];
  quick.end('know', 1000, 1000);
  for (let second = 50; second <= 1000; second += 50) slow.touch(second * 1000);
  slow.end('know', 1, 1_000_000);
  expect([quick.factor, slow.factor]).toEqual([0.25, 4]);
});
