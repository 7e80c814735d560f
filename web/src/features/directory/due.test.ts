// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { ListedStub } from '$lib/api/schema';
import { isDue } from './due';

const stub = (letter: object | null) => ({ letter }) as unknown as ListedStub;

test('a stub may be published from the day on which the time to answer ends', () => {
  const told = stub({ state: 'sent', due_on: '2026-11-15' });
  expect(isDue(told, '2026-11-14')).toBe(false);
  expect(isDue(told, '2026-11-15')).toBe(true);
});

test('a stub is not published while nobody was told, nor against an objection', () => {
  expect(isDue(stub(null), '2026-11-15')).toBe(false);
  expect(isDue(stub({ state: 'objected', due_on: '2026-11-01' }), '2026-11-15')).toBe(false);
});
