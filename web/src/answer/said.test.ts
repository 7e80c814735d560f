// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Entry } from './outbox';
import { saidIn } from './said';

const entry = (path: string, sequence: number, said: Record<string, unknown>): Entry => ({
  key: path,
  owner: 'me',
  path: `/questions/${path}`,
  body: { ...said, device: 'phone', sequence },
  sequence,
  at: sequence,
});

test('what was said of one question in a row is told together, in its order', () => {
  const said = saidIn([
    entry('know/alters/a', 1, { value: 1 }),
    entry('know/alters/b', 2, { value: null }),
    entry('know', 3, { state: 'answered', values: [] }),
    entry('trust', 4, { state: 'partial', values: [{ alter_id: 'a', value: 1 }] }),
    entry('know/alters/c', 5, { value: 1 }),
  ]);
  expect(said).toEqual({
    device: 'phone',
    questions: [
      {
        question_id: 'know',
        ties: [
          { alter_id: 'a', value: 1, sequence: 1 },
          { alter_id: 'b', value: null, sequence: 2 },
        ],
        row: { state: 'answered', values: [], sequence: 3 },
      },
      {
        question_id: 'trust',
        ties: [],
        row: { state: 'partial', values: [{ alter_id: 'a', value: 1 }], sequence: 4 },
      },
      { question_id: 'know', ties: [{ alter_id: 'c', value: 1, sequence: 5 }] },
    ],
  });
});

test('a tie after the end of its question begins it anew, so that the order stays', () => {
  const said = saidIn([
    entry('know', 1, { state: 'answered_empty', values: [] }),
    entry('know/alters/a', 2, { value: 1 }),
  ]);
  expect(said.questions?.map(({ ties, row }) => [ties?.length, row?.state])).toEqual([
    [0, 'answered_empty'],
    [1, undefined],
  ]);
});
