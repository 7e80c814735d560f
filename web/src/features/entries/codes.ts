// SPDX-License-Identifier: Apache-2.0

/// What stands on a paper form, as it is typed: "3 7 12m 15w". Members are called by their numbers, a letter behind
/// a number says how often. The letters of every language are understood: they do not collide.

const frequencies: Record<string, number> = { y: 1, a: 1, m: 2, w: 3, s: 3 };

/** Said instead of numbers: "none of these". */
const none = /^[0-]$/;

/** One question as it was read. */
export interface ReadRow {
  state: 'answered' | 'answered_empty';
  /** How often, by the number of the member; 1 where nothing else is asked. */
  values: Map<number, number>;
  /** What is no number of a member, or says how often where that is not asked. */
  unread: string[];
}

/** @param codes  The numbers that can be named: of everybody but the member itself.
 *  @param hasFrequency  Whether a letter may say how often; a number without one then means a few times a year. */
export function readCodes(typed: string, codes: ReadonlySet<number>, hasFrequency: boolean): ReadRow {
  const tokens = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const row: ReadRow = { state: 'answered', values: new Map(), unread: [] };
  if (tokens.length === 1 && none.test(tokens[0] ?? '')) return { ...row, state: 'answered_empty' };
  for (const token of tokens) {
    const parts = /^(\d{1,4})([a-z]?)$/.exec(token);
    const code = Number(parts?.[1]);
    const value = parts?.[2] ? (hasFrequency ? frequencies[parts[2]] : undefined) : 1;
    if (codes.has(code) && value) row.values.set(code, value);
    else row.unread.push(token);
  }
  return row;
}

const letters = ['', '', 'm', 'w'];

/** The row as it could have been typed. */
export function writeCodes({ state, values, unread }: ReadRow): string {
  if (state === 'answered_empty') return '0';
  const ticked = [...values]
    .sort(([a], [b]) => a - b)
    .map(([code, value]) => `${code}${letters[value] ?? ''}`);
  return [...ticked, ...unread].join(' ');
}
