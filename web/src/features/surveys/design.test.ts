// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { DesignedQuestion } from '$lib/api/schema';
import { breaksOf, choicesOf, gatesOf, joinsOf, planned, usesOf } from './design';

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
  anchors: [],
  purposes: ['facilitator', 'evaluation'],
  scales: ['binary', 'frequency4'],
  symmetrizations: ['or_shown', 'max'],
  previous_rules: null,
  wording: { en: 'Whom?', es: '¿A quién?' },
  is_own_wording: false,
  standard_wording: { en: 'Whom?', es: '¿A quién?' },
  previous_wording: {},
  ...changes,
});

test('a question is kept as strictly as before or more; one that others wait behind is never sealed', () => {
  expect(choicesOf(true, 'open')).toEqual(['open', 'limited', 'sealed']);
  expect(choicesOf(true, 'limited')).toEqual(['limited', 'sealed']);
  expect(choicesOf(false, 'open')).toEqual(['open', 'limited']);
});

const rules = {
  symmetrization: 'or_shown',
  scale: 'binary',
  gate: null,
  anchors: [],
  purposes: ['facilitator', 'evaluation'],
} as const satisfies DesignedQuestion['previous_rules'] | object;
const before = (changes: object, wording = { en: 'Whom?', es: '¿A quién?' }) =>
  ({ previous_rules: { ...rules, ...changes }, previous_wording: wording }) as Partial<DesignedQuestion>;

test('a series breaks where wording, scale or gate differ from the last time', () => {
  expect(breaksOf(question({}))).toEqual([]);
  expect(breaksOf(question(before({})))).toEqual([]);
  expect(breaksOf(question(before({}, { en: 'Whom?', es: '¿Quién?' })))).toEqual(['wording']);
  expect(breaksOf(question(before({ scale: 'frequency4', gate: 'know' })))).toEqual(['scale', 'gate']);
  expect(breaksOf(question({ ...before({ gate: 'know' }), is_asked: false }))).toEqual([]);
});

test('a question is gated by one that is asked before it and can be read', () => {
  const all = [
    question({}),
    question({ key: 'communicate', is_asked: false }),
    question({ key: 'sensitive', sensitivity: 'sealed' }),
    question({ key: 'worked_together' }),
  ];
  expect(gatesOf(all[3] as DesignedQuestion, all)).toEqual(['know']);
  expect(gatesOf(all[0] as DesignedQuestion, all)).toEqual([]);
});

test('a question is gated by none that is kept more strictly', () => {
  const all = [
    question({}),
    question({ key: 'communicate', sensitivity: 'limited' }),
    question({ key: 'worked_together' }),
    question({ key: 'advice', sensitivity: 'limited' }),
  ];
  expect(gatesOf(all[2] as DesignedQuestion, all)).toEqual(['know']);
  expect(gatesOf(all[3] as DesignedQuestion, all)).toEqual(['know', 'communicate', 'worked_together']);
  expect(gatesOf({ ...(all[2] as DesignedQuestion), gate: 'communicate' }, all)).toEqual([
    'know',
    'communicate',
  ]);
});

test('what is not a use of the gate is none of what lies behind it, however far', () => {
  const know = question({ purposes: ['facilitator', 'evaluation'] });
  const worked = question({
    key: 'worked_together',
    gate: 'know',
    purposes: ['map_to_members', 'evaluation', 'research'],
  });
  const advice = question({ key: 'advice', gate: 'worked_together', purposes: ['evaluation', 'research'] });
  const all = [know, worked, advice];
  expect(usesOf(know, all)).toEqual(['map_to_members', 'facilitator', 'evaluation', 'research']);
  expect(usesOf(worked, all)).toEqual(['facilitator', 'evaluation']);
  expect(usesOf(advice, all)).toEqual(['evaluation']);
  expect(planned(all).map(({ rules }) => rules.purposes)).toEqual([
    ['facilitator', 'evaluation'],
    ['evaluation'],
    ['evaluation'],
  ]);
});

test('the higher of two reports needs a scale', () => {
  expect(joinsOf(question({}))).toEqual(['or_shown']);
  expect(joinsOf(question({ scale: 'frequency4' }))).toEqual(['or_shown', 'max']);
});

test('sealed answers are sent for figures only', () => {
  const [sealed] = planned([question({ sensitivity: 'sealed' })]);
  expect(sealed?.rules.purposes).toEqual(['evaluation']);
});

test('only what is asked is sent, and standard words are left to the server', () => {
  const own = question({ key: 'advice', is_own_wording: true, wording: { en: 'Who?' } });
  expect(planned([question({}), question({ is_asked: false }), own])).toEqual([
    { key: 'know', sensitivity: 'open', wording: {}, rules },
    { key: 'advice', sensitivity: 'open', wording: { en: 'Who?' }, rules },
  ]);
});
