// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readCode } from './code';

// The codes of paper_code_test.cpp: both ends have to agree.
test('a code is read as people type it', () => {
  expect(readCode('0000-0000-0012')).toBe('0000-0000-0012');
  expect(readCode(' oooo ooooo0i2 ')).toBe('0000-0000-0012');
  expect(readCode('abcdefghjkp8')).toBe('ABCD-EFGH-JKP8');
});

test('a slip of the finger is found before anything is sent', () => {
  expect(readCode('0000-0000-0013')).toBeUndefined();
  expect(readCode('abcdefghkjp8')).toBeUndefined();
  expect(readCode('0000-0000-001')).toBeUndefined();
  expect(readCode('0000-0000-00!2')).toBeUndefined();
});
