// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import type { Candidate } from '$lib/api/schema';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
const { choiceAmong, noneOfThem } = await import('./newMember');

const candidate = (id: string) => ({ id }) as Candidate;
const [first, second] = [candidate('a'), candidate('b')];

test('none of them stays said of the same candidates', () => {
  expect(choiceAmong([second, first], noneOfThem, [first, second])).toBe(noneOfThem);
});

test('of other candidates it is asked anew', () => {
  expect(choiceAmong([first, second], noneOfThem, [first])).toBe('');
  expect(choiceAmong([second], noneOfThem, [first])).toBe('');
});

test('a candidate stays chosen while it is one', () => {
  expect(choiceAmong([first, second], 'a', [first])).toBe('a');
  expect(choiceAmong([second], 'a', [first])).toBe('');
});
