// SPDX-License-Identifier: Apache-2.0
import type { NetworkNode, OrganizationKind } from '$lib/api/schema';
import { measureOf } from './attributes';

/// Places, marks and ways between the nodes of a network drawing. Units: CSS pixels.

export interface Spot {
  node: NetworkNode;
  x: number;
  y: number;
  radius: number;
}

export interface View {
  zoom: number;
  dx: number;
  dy: number;
}

/** A measure of members, or 'same'. */
export type Measure = string;

export type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'pentagon';

/** Kind as a shape, so that it can be read without color. */
const shapes: Record<OrganizationKind, Shape> = {
  firm: 'circle',
  cooperative: 'square',
  association: 'square',
  bso: 'diamond',
  public_body: 'diamond',
  academia: 'triangle',
  research: 'triangle',
  finance: 'pentagon',
  non_profit: 'pentagon',
  other: 'pentagon',
};

/** The shape of a kind; an imported network may carry kinds that the directory does not know. */
export const shapeOf = (kind: string): Shape =>
  kind in shapes ? shapes[kind as OrganizationKind] : shapes.other;

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / corners;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** The outline around the origin; all shapes of one radius have about the same area. */
export function outline(shape: Shape, radius: number): string {
  const up = -Math.PI / 2;
  if (shape === 'square') return polygon(4, radius * 1.25, Math.PI / 4);
  if (shape === 'diamond') return polygon(4, radius * 1.25, up);
  if (shape === 'triangle') return polygon(3, radius * 1.5, up);
  if (shape === 'pentagon') return polygon(5, radius * 1.14, up);
  return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** Area grows with the measure; 5 px at nothing, 15 px at the largest value. */
function radiusOf(node: NetworkNode, measure: Measure, largest: number): number {
  if (measure === 'same' || largest === 0) return 8;
  return 5 + 10 * Math.sqrt(Math.max(0, measureOf(node, measure) ?? 0) / largest);
}

/** The largest value of a measure among the members: a size means the same whoever of them is shown. */
export const largestOf = (nodes: readonly NetworkNode[], measure: Measure): number =>
  measure === 'same'
    ? 0
    : nodes.reduce((largest, node) => Math.max(largest, measureOf(node, measure) ?? 0), 0);

/** Spreads coordinates in [-1, 1] over the frame; at most 1.7 times wider than high, so that distances keep meaning. */
export function spotsOf(
  nodes: readonly NetworkNode[],
  measure: Measure,
  frame: { width: number; height: number },
  view: View,
  largest = largestOf(nodes, measure),
): Spot[] {
  const margin = 34;
  const high = Math.max(10, frame.height / 2 - margin);
  const wide = Math.max(10, Math.min(frame.width / 2 - margin, high * 1.7));
  // Many marks are smaller, so that they do not cover one another.
  const crowd = Math.min(1, Math.sqrt(150 / Math.max(1, nodes.length)));
  return nodes.map((node) => ({
    node,
    x: frame.width / 2 + view.dx + node.x * wide * view.zoom,
    y: frame.height / 2 + view.dy + node.y * high * view.zoom,
    radius: radiusOf(node, measure, largest) * crowd * Math.sqrt(view.zoom),
  }));
}

/** Zooms by a factor around a point of the frame, which stays where it is; between half and eight times. */
export function zoomed(
  view: View,
  factor: number,
  at: { x: number; y: number },
  frame: { width: number; height: number },
): View {
  const zoom = Math.min(8, Math.max(0.5, view.zoom * factor));
  const ratio = zoom / view.zoom;
  const [centerX, centerY] = [at.x - frame.width / 2, at.y - frame.height / 2];
  return { zoom, dx: centerX - (centerX - view.dx) * ratio, dy: centerY - (centerY - view.dy) * ratio };
}

export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The nearest node in a direction, sideways distance counting double; nothing when none lies there. */
export function neighborToward(spots: readonly Spot[], from: Spot, way: Way): Spot | undefined {
  const isAcross = way === 'ArrowLeft' || way === 'ArrowRight';
  const sign = way === 'ArrowRight' || way === 'ArrowDown' ? 1 : -1;
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of spots) {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const ahead = sign * (isAcross ? dx : dy);
    const distance = ahead + 2 * Math.abs(isAcross ? dy : dx);
    if (spot === from || ahead <= 0 || distance >= least) continue;
    [best, least] = [spot, distance];
  }
  return best;
}

/** The node at a place, the last drawn first; nothing on empty ground. A finger needs 14 px around the middle. */
export function spotAt(spots: readonly Spot[], at: { x: number; y: number }): Spot | undefined {
  return spots.findLast(({ x, y, radius }) => Math.hypot(x - at.x, y - at.y) <= Math.max(14, radius + 4));
}
