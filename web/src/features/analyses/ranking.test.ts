// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { byPage, ranked } from './ranking';

const member = (label: string) => ({ id: label, label, answered: true });

test('equal values share a rank, and members without a value come last without one', () => {
  const rows = ranked([member('Bay'), member('Cove'), member('Alm'), member('Dune')], {
    id: 'degree',
    page: 'degree',
    range: '0..n-1',
    values: [2, 5, 2, null],
    standard_errors: [],
    pivots: null,
  });
  expect(rows.map(({ label, rank }) => [label, rank])).toEqual([
    ['Cove', 1],
    ['Alm', 2],
    ['Bay', 2],
    ['Dune', null],
  ]);
});

test('measures stand together by what they are about, in the order of the first', () => {
  const groups = byPage([
    { page: 'size', id: 'n' },
    { page: 'density', id: 'density' },
    { page: 'size', id: 'm' },
  ]);
  expect(groups.map(({ page, measures }) => [page, measures.map(({ id }) => id)])).toEqual([
    ['size', ['n', 'm']],
    ['density', ['density']],
  ]);
});
