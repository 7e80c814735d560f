// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newcomersApart, ticksInAdvance, tickedOnlyLastTime } from './lastTime';
import type { Sheet, SheetQuestion } from './sheet';

const question = (id: string, key: string, scale: string) =>
  ({ id, key, scale, gate: null, sensitivity: 'open' }) as unknown as SheetQuestion;
const member = (id: string) => ({ id, label: id, group: 'Makers', own_group: false, by_country: false });
const know = question('q1', 'know', 'binary');
const worked = question('q4', 'worked_together', 'binary');
const sheet = {
  questions: [know, worked],
  roster: [member('a'), member('b'), member('c')],
  last_time: {
    wave_title: 'Baseline',
    known: ['a', 'b'],
    answers: [{ question_id: 'q4', alter_id: 'a', value: 1 }],
    newcomers: ['c'],
  },
} as unknown as Sheet;

test('ticks whom one knew, once', () => {
  expect(ticksInAdvance(sheet, {})).toEqual({ question: 'q1', ticks: { a: 1, b: 1 } });
  expect(ticksInAdvance(sheet, { q1: 'withdrawn' })).toBeDefined();
  expect(ticksInAdvance(sheet, { q1: 'partial' })).toBeUndefined();
  expect(ticksInAdvance({ ...sheet, last_time: null }, {})).toBeUndefined();
});

test('asks after a name that was marked then and is not now', () => {
  expect(tickedOnlyLastTime(sheet, worked, sheet.roster, {}).map(({ id }) => id)).toEqual(['a']);
  expect(tickedOnlyLastTime(sheet, worked, sheet.roster, { q4: { a: 1 } })).toEqual([]);
  expect(tickedOnlyLastTime(sheet, know, sheet.roster, {})).toEqual([]);
});

test('puts newcomers apart', () => {
  const { newcomers, others } = newcomersApart(sheet.roster, sheet);
  expect([newcomers, others].map((group) => group.map(({ id }) => id))).toEqual([['c'], ['a', 'b']]);
});
