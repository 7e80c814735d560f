// SPDX-License-Identifier: Apache-2.0
import type { MapAttribute, MapFilter, NetworkNode } from '$lib/api/schema';
import { countryName, hasText, number, t, textOf } from '$lib/i18n/i18n.svelte';

/// What is known of the members on a map: for colors, for the order of the matrix and for narrowing down.

/** What sorts members into groups. */
export const groupings = [
  'community',
  'kind',
  'country_code',
  'subsector',
  'subgroup',
  'participates_in_programme',
  'core',
] as const satisfies MapAttribute[];

/** What the network of a wave itself says of each member; all other measures are fetched when asked for. */
export const ownMeasures = ['indegree', 'outdegree', 'betweenness', 'core'] as const satisfies MapAttribute[];
type OwnMeasure = (typeof ownMeasures)[number];
const isOwn = (by: string): by is OwnMeasure => (ownMeasures as readonly string[]).includes(by);

/** A member with the measures that were fetched, by their names. */
export type MeasuredNode = NetworkNode & { measured?: Readonly<Record<string, number | null>> };

/** What a member has of a measure; nothing where that is not known, or not fetched. */
export const measureOf = (node: MeasuredNode, measure: string): number | null =>
  isOwn(measure) ? node[measure] : (node.measured?.[measure] ?? null);

/** A measure in a few words. */
export const measureName = (measure: string): string =>
  [`network.measure.${measure}`, `measure.name.${measure}`].filter(hasText).map((key) => textOf(key))[0] ??
  measure;

/** What narrows members down by its values; everything else is a measure. */
export const attributes = [...groupings, 'answered'] as const satisfies MapAttribute[];
export const isAttribute = (by: string): by is (typeof attributes)[number] =>
  (attributes as readonly string[]).includes(by);

/** The value as text, for comparing; empty when it is not known. */
export function valueOf(node: NetworkNode, attribute: MapAttribute): string {
  const value = node[attribute];
  return value === null ? '' : String(value);
}

/** The value for a reader. */
export function valueWords(attribute: MapAttribute, value: string): string {
  if (!value) return t('network_map.unknown');
  if (attribute === 'kind') return textOf(`organization.kind.${value}`);
  if (attribute === 'country_code') return countryName(value);
  if (attribute === 'community') return t('network_map.group', { n: number(Number(value) + 1) });
  if (attribute === 'core') return t('network_map.core', { n: value });
  if (attribute === 'answered') return t(value === 'true' ? 'network.answered_yes' : 'network.no_answer');
  if (attribute === 'participates_in_programme')
    return t(value === 'true' ? 'network_map.in_programme' : 'network_map.not_in_programme');
  return value;
}

export interface Group {
  value: string;
  count: number;
}

const inOrder = (attribute: MapAttribute) => (a: Group, b: Group) => {
  if (attribute === 'community' || attribute === 'core') return Number(a.value) - Number(b.value);
  return b.count - a.count || (a.value < b.value ? -1 : 1);
};

/** The values that occur: communities and cores by number, others with the most frequent first. */
export function groupsOf(nodes: readonly NetworkNode[], attribute: MapAttribute): Group[] {
  const counts = new Map<string, number>();
  for (const node of nodes)
    counts.set(valueOf(node, attribute), (counts.get(valueOf(node, attribute)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort(inOrder(attribute));
}

export interface Palette {
  /** The token of a color. */
  colorOf: (node: NetworkNode) => string;
  /** The groups that have a color of their own: at most six, the rest is grey. */
  groups: (Group & { color: string })[];
  hasRest: boolean;
}

const hues = 6;

/** A color for each group. Values that are not known stay grey. */
export function paletteOf(nodes: readonly NetworkNode[], attribute: MapAttribute): Palette {
  const known = groupsOf(nodes, attribute).filter(({ value }) => value);
  // Communities and cores come by number; color goes to the largest.
  const largest = [...known].sort((a, b) => b.count - a.count).slice(0, hues);
  const groups = known
    .filter((group) => largest.includes(group))
    .map((group, index) => ({ ...group, color: `--cat-${index + 1}` }));
  const colors = new Map(groups.map(({ value, color }) => [value, color]));
  return {
    colorOf: (node) => colors.get(valueOf(node, attribute)) ?? '--cat-none',
    groups,
    hasRest: nodes.some((node) => !colors.has(valueOf(node, attribute))),
  };
}

/** Whether a member passes one filter: any of its values, or a measure that is known and within bounds. */
export function passes(node: MeasuredNode, { by, values, least, most }: MapFilter): boolean {
  if (isAttribute(by) && (least ?? null) === null)
    return !values.length || values.includes(valueOf(node, by));
  const value = measureOf(node, by);
  return value !== null && value >= (least ?? -Infinity) && value <= (most ?? Infinity);
}
