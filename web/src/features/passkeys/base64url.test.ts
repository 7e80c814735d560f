// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';

test('bytes survive the way there and back, in the alphabet of addresses', () => {
  const bytes = Uint8Array.from([0xfb, 0xff, 0xfe, 0, 1]);
  expect(toBase64url(bytes.buffer)).toBe('-__-AAE');
  expect([...fromBase64url('-__-AAE')]).toEqual([...bytes]);
  expect(toBase64url(new ArrayBuffer(0))).toBe('');
});
