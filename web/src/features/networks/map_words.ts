// SPDX-License-Identifier: Apache-2.0
import type { MapScene, Network, NetworkNode, QuestionKey } from '$lib/api/schema';
import type { Matrix } from '$lib/graph/matrix';
import type { DrawnTie } from '$lib/graph/strands';
import { countryName, list, number, plural, t, textOf } from '$lib/i18n/i18n.svelte';
import { relationOf } from './networks';

/// What the marks of a map say, in words and tables.

const country = ({ country_code }: NetworkNode) => (country_code ? countryName(country_code) : '');
const kind = (node: NetworkNode) => textOf(`organization.kind.${node.kind}`);

/** A member for whoever hears the map: "Spice Mill, Firm, Grenada, Named by 4 members". */
export const memberWords = (node: NetworkNode): string =>
  [
    node.label,
    kind(node),
    country(node),
    node.indegree === null ? '' : plural('network.named_by', node.indegree),
    node.answered ? '' : t('network.no_answer'),
  ]
    .filter(Boolean)
    .join(', ');

const fateWords = ({ fate }: DrawnTie): string => (fate ? textOf(`network_map.fate.${fate}`) : '');

function namedWords(network: Network, tie: DrawnTie): string {
  const notes = [fateWords(tie), tie.is_disputed ? t('network_map.disputed') : ''].filter(Boolean);
  const relation = relationOf(network, tie.question);
  return notes.length ? `${relation} (${notes.join(', ')})` : relation;
}

/** What a cell of the matrix says: who names whom in which questions, or that this is not known. */
export function cellWords(
  network: Network,
  scene: MapScene,
  matrix: Matrix,
  row: number,
  column: number,
): string {
  const [from, to] = [matrix.nodes[row]?.label ?? '', matrix.nodes[column]?.label ?? ''];
  if (row === column) return from;
  const cell = matrix.at(row, column);
  if (cell) {
    const what = list(cell.ties.map((tie) => namedWords(network, tie)));
    return t('network_map.cell', { from, to, what });
  }
  return matrix.isKnown(row)
    ? t('network_map.cell_empty', { from, to })
    : t('network_map.cell_unknown', { from, to });
}

/** What a map shows, as its heading. */
export function mapTitle(network: Network, questions: readonly QuestionKey[]): string {
  const [only] = questions;
  if (questions.length > 1)
    return t('network_map.title', {
      relations: questions.map((key) => relationOf(network, key)).join(' · '),
    });
  const relation = network.questions.find(({ key }) => key === only)?.relation;
  return relation ? t('network.map.relation', { relation }) : textOf(`network.map.${only ?? ''}`);
}

export type Row = (string | number | null)[];
export interface Table {
  header: string[];
  rows: Row[];
}

const byName = (a: NetworkNode, b: NetworkNode) => a.label.localeCompare(b.label);

const memberHeader = () => [
  t('membership.label'),
  t('organization.kind'),
  t('membership.country_code'),
  t('membership.subsector'),
  t('network.answered'),
];

const memberRow = (node: NetworkNode): Row => [
  node.label,
  kind(node),
  country(node) || t('network.country_unknown'),
  node.subsector,
  node.answered ? t('network.answered_yes') : t('network.no_answer'),
];

/** The members of the drawing by name, as a file takes them along: who is named most stays on the screen. */
export const memberList = (nodes: readonly NetworkNode[]): Table => ({
  header: memberHeader(),
  rows: [...nodes].sort(byName).map(memberRow),
});

/** The members of the drawing: the most named first where the answers carry ranks, else by name. */
export function memberTable(nodes: readonly NetworkNode[], isRanked: boolean): Table {
  return {
    header: [
      ...memberHeader(),
      t('network.measure.indegree'),
      t('network.share'),
      t('network.measure.outdegree'),
    ],
    rows: [...nodes]
      .sort((a, b) => (isRanked ? (b.indegree ?? -1) - (a.indegree ?? -1) : 0) || byName(a, b))
      .map((node) => [
        ...memberRow(node),
        node.indegree,
        node.indegree_share === null ? null : number(node.indegree_share, { maximumFractionDigits: 2 }),
        node.outdegree,
      ]),
  };
}

/** The cells of the matrix that are not empty, in its order. */
export function tieTable(network: Network, nodes: readonly NetworkNode[], ties: readonly DrawnTie[]): Table {
  const places = new Map(nodes.map(({ id, label }, place) => [id, { label, place }]));
  const at = (id: string) => places.get(id)?.place ?? 0;
  const label = (id: string) => places.get(id)?.label ?? '';
  return {
    header: [
      t('network_map.from'),
      t('network_map.to'),
      t('network.question'),
      t('network_map.value'),
      t('network.mutual'),
      t('network_map.note'),
    ],
    rows: [...ties]
      .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
      .map((tie) => [
        label(tie.from),
        label(tie.to),
        relationOf(network, tie.question),
        tie.value,
        t(tie.mutual ? 'network_map.yes' : 'network_map.no'),
        [fateWords(tie), tie.is_disputed ? t('network_map.disputed') : ''].filter(Boolean).join(', '),
      ]),
  };
}
