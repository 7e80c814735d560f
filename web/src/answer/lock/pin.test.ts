// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isPin, keyOf, seal, unseal } from './pin';

const rounds = 1000; // the test has no time for more

test('a PIN has four to six digits', () => {
  expect(['1234', '123456'].every(isPin)).toBe(true);
  expect(['123', '1234567', '12a4', ''].some(isPin)).toBe(false);
});

test('the same PIN opens what it sealed, another one nothing', async () => {
  const made = await keyOf('4711', undefined, rounds);
  const sealed = await seal(made, 'know: Concord');
  expect(await unseal((await keyOf('4711', sealed.salt, rounds)).key, sealed)).toBe('know: Concord');
  expect(await unseal((await keyOf('4712', sealed.salt, rounds)).key, sealed)).toBeUndefined();
});

test('what is kept tells neither the PIN nor the answers, and its key stays in the browser', async () => {
  const made = await keyOf('4711', undefined, rounds);
  const sealed = await seal(made, 'know: Concord');
  const kept = [sealed.salt, sealed.iv, sealed.data]
    .map((part) => new TextDecoder('latin1').decode(part))
    .join('');
  expect(kept).not.toContain('Concord');
  expect(kept).not.toContain('4711');
  await expect(crypto.subtle.exportKey('raw', made.key)).rejects.toThrow();
});
