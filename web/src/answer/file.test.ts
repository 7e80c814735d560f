// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { entriesIn, fileOf } from './file';
import type { Entry } from './outbox';

const waiting: Entry = {
  key: 'me /questions/q',
  owner: 'me',
  path: '/questions/q',
  body: { state: 'answered', values: [{ alter_id: 'm', value: 1 }] },
  sequence: 7,
  at: 7,
};

test('what waits comes back from its file as it was', async () => {
  expect(entriesIn(await fileOf('me', [waiting]).text(), 'me')).toEqual([waiting]);
});

test('a file of another member, a damaged one and another kind of file are refused', async () => {
  const text = await fileOf('me', [waiting]).text();
  expect(entriesIn(text, 'somebody else')).toBeUndefined();
  expect(entriesIn(text.slice(0, -4), 'me')).toBeUndefined();
  expect(entriesIn('{"kind":"something"}', 'me')).toBeUndefined();
  expect(entriesIn(text.replace('"owner":"me","path"', '"owner":"you","path"'), 'me')).toBeUndefined();
});
