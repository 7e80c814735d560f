// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
vi.mock('$lib/i18n/i18n.svelte', () => ({ language: () => 'en' }));
const { minorUnits, money } = await import('./statements');

test('an amount is kept in minor units, whichever decimal sign was typed', () => {
  expect(minorUnits('240.5', 'XCD')).toBe(24050);
  expect(minorUnits('240,50', 'XCD')).toBe(24050);
  // Yen have no cents.
  expect(minorUnits('240', 'JPY')).toBe(240);
  expect(minorUnits('', 'XCD')).toBeNull();
  expect(minorUnits('a lot', 'XCD')).toBeNull();
});

test('money names its currency', () => {
  expect(money(24050, 'XCD').replace(/\u00a0/g, ' ')).toBe('XCD 240.50');
});
