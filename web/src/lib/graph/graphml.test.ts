// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { NetworkNode } from '$lib/api/schema';
import { graphml } from './graphml';
import type { DrawnTie } from './strands';

const node = (id: string, label: string) =>
  ({ id, label, kind: 'firm', community: 0, indegree: null, subsector: null, x: 0.5, y: -1 }) as NetworkNode;
const tie = { from: 'a', to: 'b', question: 'know', value: 1, mutual: false, is_disputed: false } as DrawnTie;

test('a network with what is known of it; what is not known is left out', () => {
  const text = graphml([node('a', 'Salt & Sons <1>'), node('b', 'B\u0001')], [tie], 'Cluster · Wave');
  expect(text).toContain('<desc>Cluster · Wave</desc>');
  expect(text).toContain('<data key="node_label">Salt &amp; Sons &lt;1&gt;</data>');
  expect(text).toContain('<data key="node_label">B</data>');
  expect(text).toContain('<edge id="e0" source="a" target="b"><data key="edge_question">know</data>');
  expect(text).toContain('<data key="edge_mutual">false</data>');
  expect(text).not.toContain('key="node_subsector">');
  expect(text).not.toContain('edge_fate">');
});

test('who matters does not travel', () => {
  const known = { ...node('a', 'A'), indegree: 7, outdegree: 3, betweenness: 0.5 } as NetworkNode;
  expect(graphml([known], [], '')).not.toMatch(/degree|betweenness/);
});

test('nobody is a network too', () => {
  expect(graphml([], [], '')).toContain('<graph id="network" edgedefault="directed">\n  </graph>');
});
