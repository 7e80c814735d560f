// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { dateText, fill, listText, pluralKey } from './format';
import { bestLanguage } from './languages';

afterEach(() => vi.unstubAllEnvs());

test('placeholders are filled by name, numbers too', () => {
  expect(fill('{answered} of {asked}', { answered: 22, asked: 27 })).toBe('22 of 27');
});

test('a placeholder without a parameter stays visible', () => {
  expect(fill('{name} answered')).toBe('{name} answered');
});

test('French counts zero as one, English does not', () => {
  expect(pluralKey('fr', 'members', 0)).toBe('members_one');
  expect(pluralKey('en', 'members', 0)).toBe('members_other');
});

test('the first language that we speak wins', () => {
  expect(bestLanguage([null, 'ht-HT', 'es-DO', 'en'])).toBe('es');
  expect(bestLanguage(['pap'])).toBe('en');
});

test('a day is that day wherever the reader is', () => {
  for (const there of ['America/Grenada', 'Pacific/Auckland']) {
    vi.stubEnv('TZ', there);
    expect(dateText('en', '2026-09-30')).toBe('30 September 2026');
  }
});

test('dates are written as on the pages of the directory', () => {
  expect(dateText('es', '2026-09-30')).toBe('30 de septiembre de 2026');
  expect(dateText('fr', '2026-08-01')).toBe('1 août 2026');
});

test('names in a row are joined in the language', () => {
  expect(listText('en', ['Lime', 'Nutmeg', 'Bay'])).toBe('Lime, Nutmeg and Bay');
  expect(listText('fr', ['Lime', 'Nutmeg', 'Bay'])).toBe('Lime, Nutmeg et Bay');
  expect(listText('es', ['Lime'])).toBe('Lime');
});
