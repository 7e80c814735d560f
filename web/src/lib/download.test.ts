// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { csvCell } from './download';

test('commas and quotes are quoted', () => {
  expect(csvCell('Bean, "Bar"')).toBe('"Bean, ""Bar"""');
});

test('a formula stays a text', () => {
  expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
});

test('a number may be negative, and nothing is nothing', () => {
  expect(csvCell(-1)).toBe('-1');
  expect(csvCell(null)).toBe('');
});
