// SPDX-License-Identifier: Apache-2.0
import type { Grouping } from '$features/stories/stories';
import { api, ask } from '$lib/api/client.svelte';
import type { MeasureReport, QuestionKey } from '$lib/api/schema';
import { hasText, number, t, textOf } from '$lib/i18n/i18n.svelte';

type Graph = MeasureReport['graph'][number];

export interface MeasuresAsked {
  question: QuestionKey;
  /** The first that tells members apart, unless said. */
  grouping?: Grouping;
  key_players?: number;
}

export const findMeasures = (id: string, query: MeasuresAsked) =>
  ask(api.GET('/api/waves/{id}/measures', { params: { path: { id }, query } }));

/** What a group of measures answers, and how to read it; keyed by the page that explains it. */
export const questionOf = (page: string): string => textOf(`measure.of.${page}`);
export const readingOf = (page: string): string => textOf(`measure.reading.${page}`);

/** A measure of members in a few words; its short name where there are none. */
export const memberMeasureName = (id: string): string =>
  hasText(`measure.name.${id}`) ? textOf(`measure.name.${id}`) : id;

/** The page about a group of measures: formula, example, conventions, source. */
export const pageOf = (page: string): string => `/measures/${page}`;

/** The short name of a measure of the network; of sealed ratings with the question that they are of. */
export const graphMeasureName = ({ id, question }: Graph): string =>
  question ? `${textOf(`question.key.${question}`)}: ${id}` : id;

/** A value as tables print it; in words when there is none. */
export function valueOf({ value, suppressed, reason }: Graph): string {
  if (suppressed)
    return hasText(`network.hidden_small.${reason}`) ? textOf(`network.hidden_small.${reason}`) : '–';
  return value === null ? t('measure.undefined') : number(value, { maximumFractionDigits: 4 });
}
