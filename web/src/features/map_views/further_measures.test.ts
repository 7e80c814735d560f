// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { MapScene, MeasureReport, Network, NetworkNode } from '$lib/api/schema';
import { measureOf } from '$lib/graph/attributes';
import { spotsOf } from '$lib/graph/geometry';
import { measuredNodes, measuredQuestion, measureGroups, needsMeasures } from './further_measures';

const column = (id: string, page: string, values: (number | null)[]) => ({
  id,
  page,
  range: '',
  values,
  standard_errors: [],
  pivots: null,
});
const report = {
  members: [{ id: 'b' }, { id: 'a' }],
  nodes: [
    column('indegree', 'degree', [1, 2]),
    column('strength_in', 'degree', [4, 9]),
    column('constraint', 'structural_holes', [0.25, 1]),
    column('community_leiden', 'communities', [0, 1]),
  ],
} as unknown as MeasureReport;
const node = (id: string) => ({ id, x: 0, y: 0, indegree: 7 }) as NetworkNode;

test('values go to the member whose they are; the map keeps what it counted itself', () => {
  const nodes = measuredNodes([node('a'), node('b'), node('c')], report);
  expect(nodes.map((each) => measureOf(each, 'constraint'))).toEqual([1, 0.25, null]);
  expect(nodes.map((each) => measureOf(each, 'indegree'))).toEqual([7, 7, 7]);
});

// sqrt(0.25 / 1) = half of the way from 5 to 15 px; whose value is not known is as small as nothing.
test('marks grow with a fetched measure', () => {
  const nodes = measuredNodes([node('a'), node('b'), node('c')], report);
  const spots = spotsOf(nodes, 'constraint', { width: 400, height: 268 }, { zoom: 1, dx: 0, dy: 0 });
  expect(spots.map(({ radius }) => radius)).toEqual([15, 10, 5]);
});

test('the list is that of the page with all measures, without what the map has already and without circles', () => {
  expect(measureGroups(report.nodes).flatMap(({ options }) => options.map(({ value }) => value))).toEqual([
    'strength_in',
    'constraint',
  ]);
});

test('a scene asks for measures only when it shows one that the network does not bring along', () => {
  const scene = (size_by: string, by?: string) =>
    ({ size_by, filters: by ? [{ by, values: [], least: 0, most: null }] : [] }) as unknown as MapScene;
  expect(['indegree', 'betweenness', 'core', 'same'].some((each) => needsMeasures(scene(each)))).toBe(false);
  expect(needsMeasures(scene('same', 'country_code'))).toBe(false);
  expect(needsMeasures(scene('constraint'))).toBe(true);
  expect(needsMeasures(scene('same', 'mean_layers'))).toBe(true);
});

test('measures are of the first open question that is drawn, else of the first that was asked', () => {
  const question = (key: string, sensitivity: string) => ({ key, sensitivity });
  const asked = {
    map: { question: 'communicate' },
    questions: [
      question('know', 'open'),
      question('communicate', 'limited'),
      question('worked_together', 'open'),
    ],
  } as unknown as Network;
  const of = (...questions: string[]) => measuredQuestion(asked, { questions } as unknown as MapScene);
  expect(of('communicate')).toBe('know');
  expect(of('communicate', 'worked_together')).toBe('worked_together');
});
