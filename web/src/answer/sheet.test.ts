// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import {
  answersOf,
  askedAbout,
  groupsInOrder,
  isSearched,
  minutesLeft,
  openQuestions,
  questionsBehind,
  staysUnnamed,
  type Sheet,
  type SheetQuestion,
} from './sheet';

const member = (id: string, group: string, own_group = false) => ({
  id,
  label: id,
  group,
  own_group,
  by_country: false,
});
const question = (
  key: SheetQuestion['key'],
  gate: SheetQuestion['gate'],
  scale: SheetQuestion['scale'] = 'binary',
) =>
  ({
    id: key,
    key,
    gate,
    scale,
    sensitivity: 'open',
    purposes: ['facilitator', 'evaluation'],
    wording: {},
    state: null,
  }) as unknown as SheetQuestion;

const sheet = {
  questions: [
    question('know', null),
    question('communicate', 'know', 'frequency4'),
    question('worked_together', 'know'),
    question('competitor', 'worked_together'),
  ],
  unlisted: [] as Sheet['unlisted'],
  roster: [member('b', 'Spices'), member('a', 'Spices'), member('c', 'Cocoa', true), member('d', 'Visits')],
} as Sheet;

test('the own group stands first, then the drawn one, names in order', () => {
  const groups = groupsInOrder(sheet.roster, 'Visits', 'en');
  expect(groups.map(({ name }) => name)).toEqual(['Cocoa', 'Visits', 'Spices']);
  expect(groups[2]?.members.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a gated question asks only about those ticked before', () => {
  const asked = askedAbout(sheet.questions[1] as SheetQuestion, sheet, { know: { a: 1, c: 1 } });
  expect(asked.map(({ id }) => id)).toEqual(['a', 'c']);
});

test('organizations outside are asked about apart from the members, whoever is known', () => {
  const outside = question('external_ties', null, 'frequency4');
  const externals = [{ id: 'u', label: 'University', kind: 'university' as const }];
  const withOutside = { ...sheet, questions: [...sheet.questions, outside], externals };
  expect(askedAbout(outside, withOutside, {}).map(({ id }) => id)).toEqual(['u']);
  expect(openQuestions(withOutside, {}).map(({ key }) => key)).toEqual(['know', 'external_ties']);
  expect(openQuestions({ ...withOutside, externals: [] }, {}).map(({ key }) => key)).toEqual(['know']);
});

test('never, said in words, is no tie and opens no gate', () => {
  const keys = openQuestions(sheet, { know: { a: 1 }, worked_together: { a: 0 } }).map(({ key }) => key);
  expect(keys).toEqual(['know', 'communicate', 'worked_together']);
});

// 4 members * 2 s, then 2 known * (6 + 3) s, then nobody: 26 s. At the start a third of 4, so 2, is assumed for each
// gated question: 8 + 2 * (6 + 3 + 3) = 32 s. Both are less than a minute.
test('time left never says zero', () => {
  expect(minutesLeft(sheet, { know: { a: 1, c: 1 } }, 1)).toBe(1);
  expect(minutesLeft(sheet, {}, 0)).toBe(1);
});

// 60 members: 60 * 2 + 20 * (6 + 3 + 3) = 360 s.
test('sixty names take about six minutes', () => {
  const roster = Array.from({ length: 60 }, (_, index) => member(String(index), 'Spices'));
  expect(minutesLeft({ ...sheet, roster }, {}, 0)).toBe(6);
});

test('answers stay unnamed without consent, under seal, and where they are not for the facilitator', () => {
  const asked = sheet.questions[0] as SheetQuestion;
  expect(staysUnnamed(asked, 'aggregate')).toBe(false);
  expect(staysUnnamed({ ...asked, sensitivity: 'limited' }, 'aggregate')).toBe(true);
  expect(staysUnnamed({ ...asked, sensitivity: 'limited' }, 'facilitator')).toBe(false);
  expect(staysUnnamed({ ...asked, purposes: ['evaluation'] }, 'facilitator')).toBe(true);
});

test('behind a gate stands what it opens, and what that opens in turn', () => {
  const keys = questionsBehind(sheet.questions[0] as SheetQuestion, sheet).map(({ key }) => key);
  expect(keys).toEqual(['communicate', 'worked_together', 'competitor']);
  expect(questionsBehind(sheet.questions[1] as SheetQuestion, sheet)).toEqual([]);
});

// 301 names are searched, not read: 150 s, and 25 known * (6 + 3 + 3) s; at half the pace 225 s.
test('a roster that is searched takes no longer for being long, and the own pace counts', () => {
  const roster = Array.from({ length: 301 }, (_, index) => member(String(index), 'Spices'));
  const long = { ...sheet, roster };
  expect(minutesLeft(long, {}, 0)).toBe(8);
  expect(minutesLeft(long, {}, 0, 0.5)).toBe(4);
  const [know, communicate] = long.questions as [SheetQuestion, SheetQuestion];
  expect([isSearched(know, long), isSearched(communicate, long), isSearched(know, sheet)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('what was added is asked about behind its gate, and never under the seal', () => {
  const answers = [{ question_id: 'know', value: 1 }];
  const added = {
    ...sheet,
    answers: [],
    unlisted: [{ id: 'x', name: 'Mill', country_code: null, answers }],
  } as Sheet;
  const known = answersOf(added);
  expect(known).toEqual({ know: { x: 1 } });
  const [, communicate] = added.questions as [SheetQuestion, SheetQuestion];
  expect(askedAbout(communicate, added, known).map(({ label }) => label)).toEqual(['Mill']);
  expect(askedAbout({ ...communicate, sensitivity: 'sealed' }, added, known)).toEqual([]);
});
