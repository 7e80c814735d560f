// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { stamped } from './stamping';

afterEach(() => vi.unstubAllGlobals());

test('the stamp is of the table', async () => {
  const line = await stamped([['a', 'b']], (sha256) => Promise.resolve({ ok: true, value: sha256 }));
  // printf 'a,b\r\n' | sha256sum
  expect(line).toEqual({
    ok: true,
    value: 'fbf6b30113a4b6418c623a96ed6844f17ef5751b908a16abaa919d0bcd6b7784',
  });
});

test('where the browser reckons no hash nothing is noted and the reader is told', async () => {
  vi.stubGlobal('crypto', {});
  const stamper = vi.fn();
  const refused = await stamped([['a']], stamper);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'insecure_page' } });
  expect(stamper).not.toHaveBeenCalled();
});

test('a page without stamps saves its tables all the same', async () => {
  vi.stubGlobal('crypto', {});
  expect(await stamped([['a']], undefined)).toEqual({ ok: true, value: '' });
});
