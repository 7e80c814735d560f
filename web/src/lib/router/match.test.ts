// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fillPath, match } from './match';

test('a hole takes one part of the path', () => {
  expect(match('/waves/:wave_id/network', '/waves/w1/network')).toEqual({ wave_id: 'w1' });
});

test('another length or another word does not match', () => {
  expect(match('/waves/:wave_id', '/waves/w1/network')).toBeUndefined();
  expect(match('/waves/:wave_id', '/clusters/w1')).toBeUndefined();
});

test('a slash at the end is the same page', () => {
  expect(match('/account', '/account/')).toEqual({});
});

test('what fillPath writes, match reads back', () => {
  const path = fillPath('/clusters/:cluster_id/members', { cluster_id: 'a/b c' });
  expect(path).toBe('/clusters/a%2Fb%20c/members');
  expect(match('/clusters/:cluster_id/members', path)).toEqual({ cluster_id: 'a/b c' });
});
