// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { hasContact } from './unlisted';

test('addresses and telephone numbers are found, years and house numbers are none', () => {
  expect(
    ['ann@mill.example', 'https://mill.example', 'Mill 473 440-1234', '+1 (473) 4401234'].filter(hasContact),
  ).toHaveLength(4);
  expect(['Mill 1897', 'Depot No. 2 of 2024', 'Route 66 Works 12'].filter(hasContact)).toEqual([]);
});
