// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';

vi.mock('$lib/api/client.svelte', () => ({}));
const { endsSoon, isOverdue } = await import('./agreements');

const ending = (valid_until: string | null) => ({ valid_until }) as Parameters<typeof endsSoon>[0];

// 2026-10-20 and 90 days is 2027-01-18.
test('an agreement ends soon from ninety days before its last day until that day', () => {
  expect(endsSoon(ending('2027-01-19'), '2026-10-20')).toBe(false);
  expect(endsSoon(ending('2027-01-18'), '2026-10-20')).toBe(true);
  expect(endsSoon(ending('2026-10-20'), '2026-10-20')).toBe(true);
  expect(endsSoon(ending('2026-10-19'), '2026-10-20')).toBe(false);
  expect(endsSoon(ending(null), '2026-10-20')).toBe(false);
});

test('what is done is never overdue', () => {
  const owed = { text: '', owner: null, due_on: '2026-10-19', done_on: null };
  expect(isOverdue(owed, '2026-10-20')).toBe(true);
  expect(isOverdue({ ...owed, done_on: '2026-10-20' }, '2026-10-20')).toBe(false);
  expect(isOverdue({ ...owed, due_on: null }, '2026-10-20')).toBe(false);
});
