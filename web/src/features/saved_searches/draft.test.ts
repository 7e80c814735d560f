// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { draftFrom } from './draft';

test('the link of a public list brings its filters along, the words as a name', () => {
  const draft = draftFrom(new URLSearchParams('list=organizations&q=sea+moss&country=GD'));
  expect(draft).toEqual({
    name: 'sea moss',
    list: 'organizations',
    query: 'q=sea+moss&country=GD',
    digest: 'weekly',
  });
});

test('an address without a list brings nothing', () => {
  expect(draftFrom(new URLSearchParams(''))).toBeUndefined();
  expect(draftFrom(new URLSearchParams('list=people'))).toBeUndefined();
});
