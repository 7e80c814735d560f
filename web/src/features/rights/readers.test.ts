// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readersIn } from './readers';

test('names of readers are told apart by commas, and empty ones are none', () => {
  expect(readersIn(' Ministry of Trade ,, CDB, ')).toEqual(['Ministry of Trade', 'CDB']);
  expect(readersIn(' ')).toEqual([]);
});
