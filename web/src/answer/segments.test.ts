// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { findNames, segmentsOf } from './segments';

const member = (label: string) => ({
  id: label,
  label,
  group: 'Makers',
  own_group: false,
  by_country: false,
});
const labels = (members: { label: string }[]) => members.map(({ label }) => label);

const roster = ['Belmont Estate', 'Café Martínez', 'Grand Étang Honey', 'The Belmont Press'].map(member);

test('a name is found by the beginning of any word, whatever the accents and capitals', () => {
  expect(labels(findNames(roster, 'ETANG'))).toEqual(['Grand Étang Honey']);
  expect(labels(findNames(roster, 'mart cafe'))).toEqual(['Café Martínez']);
  expect(labels(findNames(roster, 'mont'))).toEqual([]);
});

test('whose name begins so comes first, and nothing typed finds nobody', () => {
  expect(labels(findNames([...roster].reverse(), 'bel'))).toEqual(['Belmont Estate', 'The Belmont Press']);
  expect(findNames(roster, ' . ')).toEqual([]);
});

// 130 names make three parts of 44, 44 and 42.
test('a group that is too long is shown in parts, named by their letters', () => {
  const many = Array.from({ length: 130 }, (_, at) =>
    member(`${String.fromCharCode(65 + Math.floor(at / 5))}${String(at)}`),
  );
  const groups = [
    { name: 'Makers', members: many },
    { name: 'Visits', members: roster },
  ];
  const segments = segmentsOf(groups, ({ name }) => name);
  expect(segments.map(({ name, members }) => [name, members.length])).toEqual([
    ['Makers A–I', 44],
    ['Makers I–R', 44],
    ['Makers R–Z', 42],
    ['Visits', 4],
  ]);
});
