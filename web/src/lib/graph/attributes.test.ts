// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode } from '$lib/api/schema';
import { groupsOf, paletteOf, passes } from './attributes';

const node = (country_code: string, indegree: number | null = 0, community = 0) =>
  ({ country_code, indegree, community }) as NetworkNode;

test('groups come with the most frequent first, communities by their number', () => {
  const nodes = [node('GD', 0, 2), node('VC', 0, 0), node('VC', 0, 2)];
  expect(groupsOf(nodes, 'country_code')).toEqual([
    { value: 'VC', count: 2 },
    { value: 'GD', count: 1 },
  ]);
  expect(groupsOf(nodes, 'community').map(({ value }) => value)).toEqual(['0', '2']);
});

test('six groups have a color, the smaller ones and those not known are grey', () => {
  const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const nodes = codes.flatMap((code, index) => Array.from({ length: 9 - index }, () => node(code)));
  const palette = paletteOf([...nodes, node('')], 'country_code');
  expect(palette.colorOf(node('A'))).toBe('--cat-1');
  expect(palette.colorOf(node('F'))).toBe('--cat-6');
  expect(palette.colorOf(node('G'))).toBe('--cat-none');
  expect(palette.colorOf(node(''))).toBe('--cat-none');
  expect(palette.hasRest).toBe(true);
});

test('a filter keeps any of its values; a measure that is not known is never large enough', () => {
  const countries = { by: 'country_code', values: ['GD', 'VC'], least: null, most: null };
  expect([node('GD'), node('LC')].map((each) => passes(each, countries))).toEqual([true, false]);
  const named = { by: 'indegree', values: [], least: 3, most: null };
  expect([node('GD', 3), node('GD', 2), node('GD', null)].map((each) => passes(each, named))).toEqual([
    true,
    false,
    false,
  ]);
});

test('a fetched measure is kept between two bounds; members of whom it is not known stay out', () => {
  const measured = (constraint: number | null) => ({ ...node('GD'), measured: { constraint } });
  const between = { by: 'constraint', values: [], least: 0.2, most: 0.5 };
  const pass = [0.1, 0.2, 0.5, 0.6, null].map((value) => passes(measured(value), between));
  expect(pass).toEqual([false, true, true, false, false]);
  expect(passes(node('GD'), between)).toBe(false);
  expect(passes(measured(-1), { ...between, least: null })).toBe(true);
});
