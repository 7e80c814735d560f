// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
vi.mock('$lib/i18n/i18n.svelte', () => ({ t: (key: string) => key, number: String }));
const { valueOf } = await import('./recipes');

test('what is unknown is said, and is not zero', () => {
  expect(valueOf('trust_acts_first_year', null)).toBe('recipe.unknown');
  expect(valueOf('trust_acts_first_year', 0)).toBe('0');
});
