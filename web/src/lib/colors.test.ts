// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { channelsOf } from './colors';

test('a color has the same parts however it is written', () => {
  expect(channelsOf(' #ff0033')).toEqual([255, 0, 51, 1]);
  expect(channelsOf('#fff')).toEqual([255, 255, 255, 1]);
  expect(channelsOf('rgb(255, 0, 51)')).toEqual([255, 0, 51, 1]);
  expect(channelsOf('rgba(0, 0, 0, 0)')).toEqual([0, 0, 0, 0]);
  expect(channelsOf('rgb(15 42 48 / 70%)')).toEqual([15, 42, 48, 0.7]);
});
