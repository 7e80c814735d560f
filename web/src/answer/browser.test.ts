// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isInsideApp } from './browser';

const android = 'Mozilla/5.0 (Linux; Android 13; SM-A145) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test('the browsers inside messaging and social apps are known, the phone’s own is not taken for one', () => {
  expect(
    isInsideApp(`${android} Version/4.0 Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0]`),
  ).toBe(true);
  expect(isInsideApp(`${iphone} Mobile/15E148 Instagram 330.0`)).toBe(true);
  expect(isInsideApp(`${android.replace('SM-A145', 'SM-A145; wv')} Version/4.0 Chrome/120.0 Mobile`)).toBe(
    true,
  );
  expect(isInsideApp(`${android} Chrome/120.0 Mobile Safari/537.36`)).toBe(false);
  expect(isInsideApp(`${iphone} Version/17.5 Mobile/15E148 Safari/604.1`)).toBe(false);
});
