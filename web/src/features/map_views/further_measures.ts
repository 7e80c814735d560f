// SPDX-License-Identifier: Apache-2.0
import { byPage } from '$features/analyses/ranking';
import type { MapScene, MeasureReport, Network, NetworkNode, QuestionKey } from '$lib/api/schema';
import { isAttribute, measureName, ownMeasures, type MeasuredNode } from '$lib/graph/attributes';
import { textOf } from '$lib/i18n/i18n.svelte';

/// The measures of members beyond those that a network brings along: the list of the page with all measures.

export interface MeasureGroup {
  /** What it answers. */
  label: string;
  options: { value: string; label: string }[];
}

/** Names of groups are no more or less: their place on the map is the color. The others a network has itself. */
const beside = ['component_weak', 'community_leiden', 'core_undirected', ...ownMeasures] as string[];

type Nodes = MeasureReport['nodes'];

export const isFurther = (measure: string) =>
  measure !== 'same' && !isAttribute(measure) && !(ownMeasures as readonly string[]).includes(measure);

/** Whether a scene shows something that has to be fetched first. */
export const needsMeasures = ({ size_by, filters }: MapScene): boolean =>
  isFurther(size_by) || filters.some(({ by }) => isFurther(by));

/** Of which question: single members are told of by open ones. The first that is drawn, else the first asked. */
export function measuredQuestion({ map, questions }: Network, scene: MapScene): QuestionKey {
  const open = questions.filter(({ sensitivity }) => sensitivity === 'open').map(({ key }) => key);
  return scene.questions.find((key) => open.includes(key)) ?? open[0] ?? map.question;
}

/** The members with what was fetched of them. */
export function measuredNodes(
  nodes: NetworkNode[],
  { members, nodes: columns }: MeasureReport,
): MeasuredNode[] {
  const places = new Map(members.map(({ id }, place) => [id, place]));
  return nodes.map((node) => {
    const place = places.get(node.id) ?? -1;
    return {
      ...node,
      measured: Object.fromEntries(columns.map(({ id, values }) => [id, values[place] ?? null])),
    };
  });
}

/** By what they answer, as on the page with all measures. */
export const measureGroups = (columns: Nodes): MeasureGroup[] =>
  byPage(columns.filter(({ id }) => !beside.includes(id))).map(({ page, measures }) => ({
    label: textOf(`measure.of.${page}`),
    options: measures.map(({ id }) => ({ value: id, label: measureName(id) })),
  }));
