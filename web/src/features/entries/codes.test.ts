// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { readCodes, writeCodes } from './codes';

const codes = new Set([1, 2, 3, 7, 12, 15]);
const read = (typed: string, hasFrequency = false) => {
  const { state, values, unread } = readCodes(typed, codes, hasFrequency);
  return { state, values: Object.fromEntries(values), unread };
};

describe('codes of a paper form', () => {
  it('are numbers of members, apart by blanks, commas or semicolons', () => {
    expect(read(' 3 7, 12;15 ')).toEqual({
      state: 'answered',
      values: { 3: 1, 7: 1, 12: 1, 15: 1 },
      unread: [],
    });
  });

  it('say how often with a letter of any language, a few times a year without one', () => {
    expect(read('3 7y 12M 15s', true).values).toEqual({ 3: 1, 7: 1, 12: 2, 15: 3 });
  });

  it('are marked when nobody has that number, or how often is not asked', () => {
    expect(read('3 99 12m x').unread).toEqual(['99', '12m', 'x']);
    expect(read('12q', true).unread).toEqual(['12q']);
  });

  it('say nobody with a nought or a dash, and only alone', () => {
    expect(read('0').state).toBe('answered_empty');
    expect(read('-').state).toBe('answered_empty');
    expect(read('0 3')).toEqual({ state: 'answered', values: { 3: 1 }, unread: ['0'] });
  });

  it('come back as they were typed, in order', () => {
    for (const typed of ['1 3 12m 15w', '0', '', '7 99'])
      expect(writeCodes(readCodes(typed, codes, true))).toBe(typed);
  });
});
