// SPDX-License-Identifier: Apache-2.0
import type { MapScene, Network, NetworkNode } from '$lib/api/schema';
import { passes } from '$lib/graph/attributes';
import type { DrawnTie } from '$lib/graph/strands';

/// What of a network a map shows, as its reader has set it up.

/** How a map opens: the ties of its own question, everybody, sizes as far as the answers carry them. */
export function openingScene({ map, response }: Network): MapScene {
  return {
    form: 'drawing',
    questions: [map.question],
    size_by: response.level === 'interval_only' ? 'same' : 'indegree',
    color_by: 'community',
    order_by: 'community',
    filters: [],
    hidden: [],
    selected: null,
    is_ego: false,
    compared_with: null,
    zoom: 1,
    dx: 0,
    dy: 0,
  };
}

/** A view that was saved, as far as this network still has what it names. */
export function fittingScene(saved: MapScene, { map, questions }: Network): MapScene {
  const ids = new Set(map.nodes.map(({ id }) => id));
  const shown = saved.questions.filter((key) => questions.some((question) => question.key === key));
  return {
    ...saved,
    questions: shown.length ? shown : [map.question],
    hidden: saved.hidden.filter((id) => ids.has(id)),
    selected: saved.selected && ids.has(saved.selected) ? saved.selected : null,
  };
}

const around = (ties: readonly DrawnTie[], id: string): Set<string> =>
  new Set([id, ...ties.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))]);

/** What narrows the members down. */
export type Narrowing = Pick<MapScene, 'hidden' | 'filters' | 'selected' | 'is_ego'>;

/** The members on the map: not hidden, through every filter, and in the ego view only those around the chosen one.
 *
 * @return The same list where nobody is left out: what was worked out from it then stands.
 */
export function membersShown(
  nodes: NetworkNode[],
  ties: readonly DrawnTie[],
  { hidden: away, filters, selected, is_ego }: Narrowing,
): NetworkNode[] {
  const hidden = new Set(away);
  const near = is_ego && selected ? around(ties, selected) : undefined;
  const shown = nodes.filter(
    (node) =>
      !hidden.has(node.id) &&
      (near?.has(node.id) ?? true) &&
      (node.id === selected || filters.every((filter) => passes(node, filter))),
  );
  return shown.length === nodes.length ? nodes : shown;
}

/** The ties between members who are shown; the same list where these are all. */
export function tiesBetween(ties: DrawnTie[], nodes: readonly NetworkNode[]): DrawnTie[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const between = ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return between.length === ties.length ? ties : between;
}
