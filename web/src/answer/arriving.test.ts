// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { arriving } from './arriving';

test('a part that did not come is asked for until it does', async () => {
  let asked = 0;
  const load = () => (++asked < 3 ? Promise.reject(new Error('no signal')) : Promise.resolve('part'));
  expect(await arriving(load, 1)).toBe('part');
  expect(asked).toBe(3);
});
