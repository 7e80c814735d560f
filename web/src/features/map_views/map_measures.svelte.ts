// SPDX-License-Identifier: Apache-2.0
import { findMeasures, pageOf } from '$features/analyses/measures';
import { newest } from '$lib/api/newest';
import type { MapScene, MeasureReport, Network, QuestionKey } from '$lib/api/schema';
import { speakRest } from '$lib/i18n/i18n.svelte';
import { isFurther, measuredNodes, measuredQuestion, measureGroups, needsMeasures } from './further_measures';

/** The pages about what the map counts itself. */
const ownPages: Record<string, string> = { core: 'core_number', indegree: 'degree', outdegree: 'degree' };

/** The network with further measures of its members, from when they are asked for or a scene shows one. */
export function mapMeasures(network: () => Network, scene: () => MapScene) {
  let isWanted = $state(false);
  let report = $state.raw<MeasureReport>();
  const isNeeded = $derived(isWanted || needsMeasures(scene()));
  const question = $derived(measuredQuestion(network(), scene()));
  const answers = newest();
  $effect(() => {
    const { wave } = network();
    if (!isNeeded) return;
    void answers.of(Promise.all([findMeasures(wave.id, { question }), speakRest()])).then((came) => {
      if (came?.[0].ok) report = came[0].value;
    });
  });
  const columns = $derived(report?.nodes ?? []);
  const groups = $derived(measureGroups(columns));
  const measured = $derived.by(() => {
    const own = network();
    return report ? { ...own, map: { ...own.map, nodes: measuredNodes(own.map.nodes, report) } } : own;
  });

  return {
    ask: () => (isWanted = true),
    /** Whether an answer is there, be it that there are none. */
    get isThere() {
      return report !== undefined;
    },
    get groups() {
      return groups;
    },
    get network() {
      return measured;
    },
    /** The question that further measures are of; nothing before they are fetched. */
    get question(): QuestionKey | undefined {
      return report?.question;
    },
    /** Whether this measure can be shown by now. */
    has: (measure: string): boolean => !isFurther(measure) || columns.some(({ id }) => id === measure),
    /** The page that explains a measure; nothing where none does. */
    helpOf(measure: string): string | undefined {
      const page = columns.find(({ id }) => id === measure)?.page ?? ownPages[measure] ?? measure;
      return measure === 'same' || !this.has(measure) ? undefined : pageOf(page);
    },
  };
}

export type MapMeasures = ReturnType<typeof mapMeasures>;
