// SPDX-License-Identifier: Apache-2.0
import type { NetworkNode } from '$lib/api/schema';
import type { DrawnTie } from './strands';

/// A network as GraphML, the file that Gephi, yEd, igraph and networkx read. Without measures of members: who matters
/// is for the facilitator's work, not for a list that travels.

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Control characters have no place in XML, whoever typed them; tabs and ends of lines do.
const isAllowed = (character: string) => character >= ' ' || '\t\n\r'.includes(character);

/** Text between tags. */
export const escaped = (text: string): string =>
  [...text]
    .filter(isAllowed)
    .map((each) => escapes[each] ?? each)
    .join('');

type Value = string | number | boolean | null;
type Column<T> = readonly [
  name: string,
  type: 'string' | 'int' | 'double' | 'boolean',
  read: (of: T) => Value,
];

const ofNodes: Column<NetworkNode>[] = [
  ['label', 'string', ({ label }) => label],
  ['kind', 'string', ({ kind }) => kind],
  ['country_code', 'string', ({ country_code }) => country_code],
  ['subsector', 'string', ({ subsector }) => subsector],
  ['subgroup', 'string', ({ subgroup }) => subgroup],
  ['participates_in_programme', 'boolean', ({ participates_in_programme }) => participates_in_programme],
  ['answered', 'boolean', ({ answered }) => answered],
  ['community', 'int', ({ community }) => community],
  ['core', 'int', ({ core }) => core],
  ['x', 'double', ({ x }) => x],
  ['y', 'double', ({ y }) => y],
];

const ofTies: Column<DrawnTie>[] = [
  ['question', 'string', ({ question }) => question],
  ['value', 'int', ({ value }) => value],
  ['mutual', 'boolean', ({ mutual }) => mutual],
  ['is_disputed', 'boolean', ({ is_disputed }) => is_disputed],
  ['fate', 'string', ({ fate }) => fate ?? null],
];

const keysOf = <T>(scope: 'node' | 'edge', columns: readonly Column<T>[]) =>
  columns.map(
    ([name, type]) => `  <key id="${scope}_${name}" for="${scope}" attr.name="${name}" attr.type="${type}"/>`,
  );

/** What is not known is left out: a reader takes a missing value for missing, and zero for zero. */
const dataOf = <T>(scope: string, columns: readonly Column<T>[], record: T) =>
  columns
    .map(([name, , read]) => [name, read(record)] as const)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<data key="${scope}_${name}">${escaped(String(value))}</data>`)
    .join('');

/** @param about  What the file says of itself: cluster, wave, answers, date. */
export function graphml(nodes: readonly NetworkNode[], ties: readonly DrawnTie[], about: string): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `  <desc>${escaped(about)}</desc>`,
    ...keysOf('node', ofNodes),
    ...keysOf('edge', ofTies),
    '  <graph id="network" edgedefault="directed">',
    ...nodes.map((node) => `    <node id="${node.id}">${dataOf('node', ofNodes, node)}</node>`),
    ...ties.map(
      (tie, index) =>
        `    <edge id="e${index}" source="${tie.from}" target="${tie.to}">${dataOf('edge', ofTies, tie)}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ];
  return lines.join('\n');
}
