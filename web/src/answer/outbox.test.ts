// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { flush, retryDelay, type Entry, type Store } from './outbox';

function memory(entries: Entry[]): Store & { kept: Map<string, Entry> } {
  const kept = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    kept,
    put: async (entry) => void kept.set(entry.key, entry),
    remove: async (key, sequence) => {
      if (kept.get(key)?.sequence === sequence) kept.delete(key);
    },
    all: async (owner) =>
      [...kept.values()].filter((entry) => entry.owner === owner).sort((a, b) => a.sequence - b.sequence),
  };
}
const entry = (path: string, sequence: number, owner = 'me'): Entry => ({
  key: `${owner} ${path}`,
  owner,
  path,
  body: {},
  sequence,
  at: sequence,
});

test('what was sent is gone, in the order it was tapped', async () => {
  const store = memory([entry('b', 2), entry('a', 1)]);
  const sent: string[] = [];
  const result = await flush(store, 'me', async ({ path }) => {
    sent.push(path);
    return { status: 204 };
  });
  expect(sent).toEqual(['a', 'b']);
  expect(result).toEqual({ sent: 2, waiting: 0, refused: 0 });
  expect(store.kept.size).toBe(0);
});

test('without a connection everything waits and nothing is lost', async () => {
  const store = memory([entry('a', 1), entry('b', 2)]);
  const result = await flush(store, 'me', () => Promise.reject(new TypeError('no network')));
  expect(result).toEqual({ sent: 0, waiting: 2, refused: 0, waitingSince: 1 });
  expect(store.kept.size).toBe(2);
});

test('a refused tap is kept and said, and does not hold up the others', async () => {
  const store = memory([entry('a', 1), entry('b', 2)]);
  const result = await flush(store, 'me', async ({ path }) =>
    path === 'a' ? { status: 422, code: 'invalid' } : { status: 204 },
  );
  expect(result).toEqual({ sent: 1, waiting: 0, refused: 1 });
  expect(store.kept.get('me a')?.refused).toBe('invalid');
});

test('a closed wave stops the sending and keeps what was tapped', async () => {
  const store = memory([entry('a', 1), entry('b', 2)]);
  const result = await flush(store, 'me', async () => ({ status: 409, code: 'wave_closed' }));
  expect(result).toEqual({ sent: 0, waiting: 2, refused: 0, stopped: 'wave_closed', waitingSince: 1 });
});

test('a newer tap made while the older one travels is kept', async () => {
  const store = memory([entry('a', 1)]);
  await flush(store, 'me', async () => {
    await store.put(entry('a', 5));
    return { status: 204 };
  });
  expect(store.kept.get('me a')?.sequence).toBe(5);
});

test('the taps of another link on this phone are left alone', async () => {
  const store = memory([entry('a', 1, 'somebody else')]);
  expect(await flush(store, 'me', async () => ({ status: 204 }))).toEqual({
    sent: 0,
    waiting: 0,
    refused: 0,
  });
  expect(store.kept.size).toBe(1);
});

// Half of the time at least, so that it is later than the try before; 1, 2, 4, 8, 16 s and then 30.
test('what waits is tried again soon at first, then twice a minute', () => {
  expect([0, 1, 4, 5, 50].map((tries) => retryDelay(tries, 1))).toEqual([1000, 2000, 16_000, 30_000, 30_000]);
  expect([0, 5].map((tries) => retryDelay(tries, 0))).toEqual([500, 15_000]);
});

test('the receipt comes with the end of the survey, after everything before it', async () => {
  const store = memory([entry('/questions/a', 1), { ...entry('/finish', 2), method: 'POST' }]);
  const result = await flush(store, 'me', async ({ path }) =>
    path === '/finish' ? { status: 200, receipt: 'QK7' } : { status: 200 },
  );
  expect(result).toEqual({ sent: 2, waiting: 0, refused: 0, receipt: 'QK7' });
});

test('without consent nothing is refused for good: the respondent reads the text first', async () => {
  const store = memory([entry('a', 1), entry('b', 2)]);
  const result = await flush(store, 'me', async () => ({ status: 409, code: 'consent_missing' }));
  expect([result.stopped, result.refused, store.kept.size]).toEqual(['consent_missing', 0, 2]);
});

test('answers that follow one another travel together, and one by one when that is refused', async () => {
  const entry = (path: string, sequence: number): Entry => ({
    key: path,
    owner: 'me',
    path,
    body: {},
    sequence,
    at: sequence,
  });
  const waiting = () => [
    entry('/consent', 1),
    entry('/questions/q/alters/a', 2),
    entry('/questions/q/alters/b', 3),
    entry('/questions/q', 4),
    entry('/questions/r/alters/a', 5),
    entry('/questions/r/unlisted/n', 6),
  ];
  for (const takesTogether of [true, false]) {
    const said: string[] = [];
    const store = { put: async () => {}, remove: async () => {}, all: async () => waiting() };
    const send = async ({ path }: Entry) => (said.push(path), { status: 204 });
    const result = await flush(store, 'me', send, async (answers) => {
      if (takesTogether) said.push(answers.map(({ path }) => path.split('/').at(-1)).join('+'));
      return takesTogether;
    });
    assertSent(said, takesTogether);
    expect(result).toEqual({ sent: 6, waiting: 0, refused: 0 });
  }
});

const assertSent = (said: string[], together: boolean) =>
  expect(said).toEqual(
    together
      ? ['/consent', 'a+b+q+a', '/questions/r/unlisted/n']
      : [
          '/consent',
          '/questions/q/alters/a',
          '/questions/q/alters/b',
          '/questions/q',
          '/questions/r/alters/a',
          '/questions/r/unlisted/n',
        ],
  );
