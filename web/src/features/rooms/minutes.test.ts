// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { minutesUntil } from './minutes';

test('a minute that has begun counts, and time that is over is none', () => {
  const end = '2026-11-22T12:20:00Z';
  const at = (time: string) => minutesUntil(end, Date.parse(`2026-11-22T${time}Z`));
  expect(at('12:00:00')).toBe(20);
  expect(at('12:19:01')).toBe(1);
  expect(at('12:20:00')).toBe(0);
  expect(at('13:00:00')).toBe(0);
});
