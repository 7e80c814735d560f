// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { csvCell, wordLines } from './download';

test('commas and quotes are quoted', () => {
  expect(csvCell('Bean, "Bar"')).toBe('"Bean, ""Bar"""');
});

test('a formula stays a text', () => {
  expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
  for (const start of ['+', '-', '@', '\t', '＝', '＋', '－', '＠', ' =', "'=", ' +'])
    expect(csvCell(`${start}1+1`)).toBe(`'${start}1+1`);
  for (const start of ['\r', '\n', '"=']) expect(csvCell(`${start}1`)).toMatch(/^"'/);
  expect(csvCell(-1)).toBe('-1');
});

test('a number may be negative, and nothing is nothing', () => {
  expect(csvCell(-1)).toBe('-1');
  expect(csvCell(null)).toBe('');
});

test('a long text becomes lines of at most 88 characters, and none of it is lost', () => {
  const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
  const lines = wordLines(text).map((line) => line.text);
  expect(lines.every((line) => line.length <= 88)).toBe(true);
  expect(lines.join(' ')).toBe(text);
  expect(wordLines('')).toEqual([]);
});
