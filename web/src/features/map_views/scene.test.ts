// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { MapScene, Network, NetworkNode } from '$lib/api/schema';
import type { DrawnTie } from '$lib/graph/strands';
import { fittingScene, membersShown, openingScene, tiesBetween } from './scene';
import { SceneDesk } from './scene_desk.svelte';

const nodes = ['a', 'b', 'c', 'd'].map((id, place) => ({ id, kind: 'firm', indegree: place }) as NetworkNode);
const ties = [
  { from: 'a', to: 'b' },
  { from: 'c', to: 'a' },
] as DrawnTie[];
const network = {
  map: { nodes, ties, question: 'know' },
  questions: [{ key: 'know' }],
  response: { level: 'full' },
} as unknown as Network;
const scene = (change: Partial<MapScene>): MapScene => ({ ...openingScene(network), ...change });
const shown = (change: Partial<MapScene>) => membersShown(nodes, ties, scene(change)).map(({ id }) => id);

test('whoever is hidden or filtered out is not on the map; the chosen one stays', () => {
  expect(shown({ hidden: ['b'] })).toEqual(['a', 'c', 'd']);
  const often = [{ by: 'indegree', values: [], least: 2, most: null }];
  expect(shown({ filters: often })).toEqual(['c', 'd']);
  expect(shown({ filters: often, selected: 'a' })).toEqual(['a', 'c', 'd']);
});

test('the ego view shows the chosen member and those tied to it', () => {
  expect(shown({ is_ego: true, selected: 'a' })).toEqual(['a', 'b', 'c']);
  expect(shown({ is_ego: true })).toHaveLength(4);
});

test('ties of members who are not shown are not shown', () => {
  expect(tiesBetween(ties, nodes.slice(0, 2))).toEqual([ties[0]]);
});

test('a saved view forgets members and questions that are gone', () => {
  const saved = scene({ hidden: ['a', 'z'], selected: 'y', questions: ['communicate'], zoom: 2 });
  expect(fittingScene(saved, network)).toMatchObject({
    hidden: ['a'],
    selected: null,
    questions: ['know'],
    zoom: 2,
  });
});

test('changes are undone one by one and done again; a drag is one change', () => {
  const desk = new SceneDesk(openingScene(network));
  desk.change({ color_by: 'kind' });
  desk.look({ zoom: 1, dx: 0.1, dy: 0 });
  desk.look({ zoom: 1, dx: 0.2, dy: 0 });
  desk.undo();
  expect(desk.scene).toMatchObject({ dx: 0, color_by: 'kind' });
  desk.undo();
  expect([desk.scene.color_by, desk.canUndo, desk.canRedo]).toEqual(['community', false, true]);
  desk.redo();
  desk.redo();
  expect(desk.scene).toMatchObject({ dx: 0.2, color_by: 'kind' });
  desk.undo();
  desk.change({ hidden: ['a'] });
  expect(desk.canRedo).toBe(false);
});
