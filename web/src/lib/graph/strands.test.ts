// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode, QuestionKey } from '$lib/api/schema';
import type { Spot } from './geometry';
import { penOf, segmentOf, strandsOf, strokesOf, type DrawnTie } from './strands';

const tie = (
  from: string,
  to: string,
  question: QuestionKey = 'know',
  rest: Partial<DrawnTie> = {},
): DrawnTie => ({
  from,
  to,
  question,
  value: 1,
  one_sided: true,
  mutual: false,
  is_disputed: false,
  ...rest,
});
const spot = (id: string, x: number, y: number): [string, Spot] => [
  id,
  { node: { id } as NetworkNode, x, y, radius: 5 },
];
const byId = new Map([spot('a', 0, 0), spot('b', 100, 0)]);

test('a tie that both named is one line', () => {
  const both = { one_sided: false, mutual: true };
  const strands = strandsOf([tie('a', 'b', 'know', both), tie('b', 'a', 'know', both)]);
  expect(strands).toMatchObject([{ from: 'a', to: 'b', isOneSided: false, lane: 0 }]);
});

// Two lines, 4 px apart around the straight one: 2 px to either side.
test('several questions of one pair run side by side, whoever named whom', () => {
  const strands = strandsOf([tie('a', 'b'), tie('b', 'a', 'communicate')]);
  expect(strands.map(({ lane }) => lane)).toEqual([-0.5, 0.5]);
  expect(strands.map((strand) => segmentOf(strand, byId)?.y1)).toEqual([-2, 2]);
});

test('a disputed tie has a sign of its own, and one side is dashed', () => {
  const pens = strandsOf([tie('a', 'b', 'know', { is_disputed: true })]).map((strand) =>
    penOf(strand, ['know'], undefined),
  );
  expect(pens[0]).toMatchObject({ isDashed: true, sign: 'disputed' });
});

test('what one side keeps is kept', () => {
  const [strand] = strandsOf([
    tie('a', 'b', 'know', { fate: 'lost' }),
    tie('b', 'a', 'know', { fate: 'kept' }),
  ]);
  expect(strand).toMatchObject({ fate: 'kept', isOneSided: true });
});

test('lines that look alike are one path, those in front last', () => {
  const ties = [tie('a', 'b'), tie('a', 'c'), tie('c', 'b')];
  const all = new Map([...byId, spot('c', 50, 50)]);
  expect(strokesOf(strandsOf(ties), all, ['know'], undefined)).toHaveLength(1);
  const strokes = strokesOf(strandsOf(ties), all, ['know'], 'a');
  expect(strokes.map(({ pen }) => pen.opacity)).toEqual([0.1, 1]);
  expect(strokes[0]?.d).toBe('M100.0 0.0L50.0 50.0');
});

test('a tie to somebody who is not shown is no line', () => {
  expect(strokesOf(strandsOf([tie('a', 'z')]), byId, ['know'], undefined)).toEqual([]);
});
