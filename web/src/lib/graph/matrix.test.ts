// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode } from '$lib/api/schema';
import { depthOf, Matrix, moved, orderedBy } from './matrix';
import { cellPaths, cellSigns } from './matrix_paths';
import type { DrawnTie } from './strands';

const node = (id: string, community: number, core = 0) =>
  ({
    id,
    label: id.toUpperCase(),
    community,
    core,
    known_rows: id === 'd' ? [] : ['know'],
  }) as unknown as NetworkNode;
const tie = (from: string, to: string, rest: Partial<DrawnTie> = {}) =>
  ({ from, to, question: 'know', value: 1, mutual: false, is_disputed: false, ...rest }) as DrawnTie;

const nodes = [node('c', 1, 3), node('b', 0, 2), node('a', 0, 3), node('d', 1, 1)];

test('members stand group by group, and by name within', () => {
  const { nodes: ordered, blocks } = orderedBy(nodes, 'community');
  expect(ordered.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(blocks).toEqual([
    { value: '0', start: 0, end: 2 },
    { value: '1', start: 2, end: 4 },
  ]);
  expect(orderedBy(nodes, 'core').nodes.map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
  expect(orderedBy(nodes, 'label').blocks).toEqual([]);
});

test('a row says whom its member names, and whether it is known at all', () => {
  const order = orderedBy(nodes, 'community');
  const matrix = new Matrix(order, [tie('a', 'c', { mutual: true }), tie('a', 'z')], ['know']);
  expect(matrix.at(0, 2)).toMatchObject({ isMutual: true });
  expect(matrix.at(2, 0)).toBeUndefined();
  expect([...matrix.filled()]).toHaveLength(1);
  expect([0, 3].map((row) => matrix.isKnown(row))).toEqual([true, false]);
});

// One of two questions: half of four steps.
test('a cell is darker the more questions name the other', () => {
  const one = { ties: [tie('a', 'b')], isMutual: false, isDisputed: false, fate: undefined };
  expect(depthOf(one, 2)).toBe(2);
  expect(depthOf(one, 1)).toBe(4);
});

test('the cursor stays inside and goes from group to group', () => {
  const matrix = new Matrix(orderedBy(nodes, 'community'), [], ['know']);
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', matrix)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 1 }, 'PageDown', matrix)).toEqual({ row: 2, column: 1 });
  expect(moved({ row: 3, column: 1 }, 'PageUp', matrix)).toEqual({ row: 2, column: 1 });
  expect(moved({ row: 1, column: 1 }, 'End', matrix)).toEqual({ row: 1, column: 3 });
  expect(moved({ row: 1, column: 1 }, 'x', matrix)).toBeUndefined();
});

// Cells of 8 px from (100, 50) on: row 1, column 2 begins at (116, 58); its sign reaches 2 px around (120, 62).
test('cells that look alike are one path, and what has changed has a sign', () => {
  const ties = [tie('a', 'b'), tie('b', 'c', { fate: 'gained' }), tie('c', 'a')];
  const matrix = new Matrix(orderedBy(nodes, 'label'), ties, ['know']);
  const table = { left: 100, top: 50, side: 8 };
  const paths = cellPaths(matrix, 1, table);
  expect(paths.map(({ look }) => look).sort()).toEqual(['gained', 'one depth-4']);
  expect(paths.find(({ look }) => look === 'gained')?.d).toBe('M116 58h7v7h-7z');
  expect(cellSigns(matrix, table)).toBe('M118 62h4M120 60v4');
  expect(cellSigns(matrix, { ...table, side: 4 })).toBe('');
});
