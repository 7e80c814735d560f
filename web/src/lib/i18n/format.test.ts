// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fill, pluralKey } from './format';
import { bestLanguage } from './languages';

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
