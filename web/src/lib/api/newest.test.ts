// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newest } from './newest';

/** An answer that comes when it is told to. */
function awaited() {
  let come = (_: string) => {};
  const answer = new Promise<string>((resolve) => (come = resolve));
  return { answer, come };
}

test('an answer that comes late leaves the newer one alone', async () => {
  const [first, second, answers] = [awaited(), awaited(), newest()];
  const [early, late] = [answers.of(first.answer), answers.of(second.answer)];
  second.come('Dominica');
  first.come('Grenada');
  expect(await late).toBe('Dominica');
  expect(await early).toBeUndefined();
});

test('an answer that nobody wants any more is none', async () => {
  const [only, answers] = [awaited(), newest()];
  const found = answers.of(only.answer);
  answers.drop();
  only.come('Grenada');
  expect(await found).toBeUndefined();
});
