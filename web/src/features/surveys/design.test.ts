// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { DesignedQuestion } from '$lib/api/schema';
import { breaksSeries, choicesOf, planned } from './design';

const question = (changes: Partial<DesignedQuestion>): DesignedQuestion => ({
  key: 'know',
  is_asked: true,
  is_standard: true,
  is_gate: false,
  sensitivity: 'open',
  least_sensitivity: 'open',
  symmetrization: 'or_shown',
  scale: 'binary',
  gate: null,
  wording: { en: 'Whom?', es: '¿A quién?' },
  is_own_wording: false,
  standard_wording: { en: 'Whom?', es: '¿A quién?' },
  previous_wording: {},
  ...changes,
});

test('a question is kept as strictly as before or more; one that others wait behind is never sealed', () => {
  expect(choicesOf(question({}), 'open')).toEqual(['open', 'limited', 'sealed']);
  expect(choicesOf(question({}), 'limited')).toEqual(['limited', 'sealed']);
  expect(choicesOf(question({ is_gate: true }), 'open')).toEqual(['open', 'limited']);
});

test('a series breaks where the wording differs in any language from the last time', () => {
  expect(breaksSeries(question({}))).toBe(false);
  expect(breaksSeries(question({ previous_wording: { en: 'Whom?', es: '¿A quién?' } }))).toBe(false);
  expect(breaksSeries(question({ previous_wording: { en: 'Whom?', es: '¿Quién?' } }))).toBe(true);
  expect(breaksSeries(question({ is_asked: false, previous_wording: { en: 'Who?' } }))).toBe(false);
});

test('only what is asked is sent, and standard words are left to the server', () => {
  const own = question({ key: 'advice', is_own_wording: true, wording: { en: 'Who?' } });
  expect(planned([question({}), question({ is_asked: false }), own])).toEqual([
    { key: 'know', sensitivity: 'open', wording: {} },
    { key: 'advice', sensitivity: 'open', wording: { en: 'Who?' } },
  ]);
});
