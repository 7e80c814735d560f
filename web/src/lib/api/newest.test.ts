// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { newest } from './newest';

/** An answer that comes when it is told to. */
function awaited() {
  let come!: (text: string) => void;
  const answer = new Promise<string>((resolve) => (come = resolve));
  return { answer, come };
}

test('an answer that comes late leaves the newer one alone', async () => {
  const answers = newest();
  const [first, second] = [awaited(), awaited()];
  const [early, late] = [answers.of(first.answer), answers.of(second.answer)];
  second.come('Dominica');
  first.come('Grenada');
  expect(await late).toBe('Dominica');
  expect(await early).toBeUndefined();
});

test('an answer that nobody wants any more is none', async () => {
  const answers = newest();
  const { answer, come } = awaited();
  const found = answers.of(answer);
  answers.drop();
  come('Grenada');
  expect(await found).toBeUndefined();
});
