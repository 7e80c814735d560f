// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { reasonOf } from './validity';

const control = (wrong: keyof ValidityState, rest: object = {}) =>
  ({ type: 'text', validity: { [wrong]: true }, ...rest }) as unknown as HTMLInputElement;

test('each way of being wrong has its own words', () => {
  expect(reasonOf(control('valueMissing'))).toEqual(['form.wrong.missing', {}]);
  expect(reasonOf(control('typeMismatch', { type: 'email' }))).toEqual(['form.wrong.email', {}]);
  expect(reasonOf(control('typeMismatch', { type: 'url' }))).toEqual(['form.wrong.url', {}]);
  expect(reasonOf(control('tooShort', { minLength: 15 }))).toEqual(['form.wrong.short', { n: 15 }]);
  expect(reasonOf(control('rangeUnderflow', { min: '1' }))).toEqual(['form.wrong.least', { n: '1' }]);
  expect(reasonOf(control('rangeOverflow', { max: '180' }))).toEqual(['form.wrong.most', { n: '180' }]);
});

test('what the browser cannot read otherwise is said to be written differently', () => {
  for (const wrong of ['badInput', 'stepMismatch', 'patternMismatch'] as const)
    expect(reasonOf(control(wrong))).toEqual(['form.wrong.pattern', {}]);
});
