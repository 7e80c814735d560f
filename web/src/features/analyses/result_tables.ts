// SPDX-License-Identifier: Apache-2.0
import type { Analysis, Likeness } from '$lib/api/schema';
import { number, percent, t, textOf } from '$lib/i18n/i18n.svelte';
import { chanceOf, density, groupName, questionName, termName } from './analyses';

/// The numbers behind an answer, as tables for the screen and for a file.

export type ResultTable = {
  header?: string[];
  rows: string[][];
  /** How many cells of a row name it; one unless said. */
  names?: number;
};

type Result = NonNullable<Analysis['result']>;

const figure = (value: number | null): string =>
  value === null ? '–' : number(value, { maximumFractionDigits: 3 });
const shown = (value: number | null, words: (value: number) => string): string =>
  value === null ? '–' : words(value);

const testTable = (kind: string, test: NonNullable<Result['test']>): ResultTable => ({
  rows: [
    [textOf(`analysis.observed.${kind}`), figure(test.observed)],
    [t('analysis.by_chance'), `${figure(test.mean)} ± ${figure(test.sd)}`],
    [t('analysis.p_ge'), chanceOf(test.p_ge)],
    [t('analysis.p_le'), chanceOf(test.p_le)],
  ],
});

const termTable = (terms: Result['terms']): ResultTable => ({
  header: [t('analysis.term'), t('analysis.estimate'), t('analysis.p_two')],
  rows: terms.map(({ name, estimate, p_two }) => [
    termName(name),
    figure(estimate),
    p_two === null ? '' : chanceOf(p_two),
  ]),
});

const blockTable = (blocks: Result['blocks']): ResultTable => ({
  header: [t('analysis.block'), t('analysis.cells'), t('analysis.before'), t('analysis.after')],
  rows: blocks.map(({ name, cells, ties_before, ties_after }) => [
    textOf(`analysis.block.${name}`),
    number(cells),
    density(ties_before, cells),
    density(ties_after, cells),
  ]),
});

const ratioTable = (ratios: Result['ratios']): ResultTable => ({
  rows: ratios.map(({ name, value }) => [textOf(`analysis.ratio.${name}`), figure(value)]),
});

/** From group to group: ties, density and odds. */
export function groupTable(groups: Result['groups'], grouping: Likeness | undefined): ResultTable {
  const name = (code: string) => groupName(code, grouping);
  return {
    names: 2,
    header: [
      t('analysis.group_from'),
      t('analysis.group_to'),
      t('analysis.group_ties'),
      t('analysis.group_possible'),
      t('analysis.density'),
      t('analysis.odds'),
    ],
    rows: groups.map(({ from, to, ties, possible, odds }) => [
      name(from),
      name(to),
      number(ties),
      number(possible),
      density(ties, possible),
      figure(odds),
    ]),
  };
}

const layerTable = (layers: Result['layers']): ResultTable => ({
  header: [
    t('analysis.layers'),
    t('analysis.layer_shared'),
    t('analysis.layer_jaccard'),
    t('analysis.correlation'),
    t('analysis.p_ge'),
  ],
  rows: layers.map(({ one, other, shared, jaccard, correlation, p_ge }) => [
    `${questionName(one)} · ${questionName(other)}`,
    number(shared),
    shown(jaccard, percent),
    figure(correlation),
    shown(p_ge, chanceOf),
  ]),
});

const signatureTable = (signatures: Result['signatures']): ResultTable => ({
  header: [t('analysis.signature'), t('analysis.cells')],
  rows: signatures.map(({ questions, pairs }) => [questions.map(questionName).join(' + '), number(pairs)]),
});

/** Every table that the answer has, in the order of reading. */
export function tablesOf(analysis: Analysis): ResultTable[] {
  const { result, asked } = analysis;
  if (!result) return [];
  const tables = [
    termTable(result.terms),
    blockTable(result.blocks),
    ratioTable(result.ratios),
    groupTable(result.groups, asked.likenesses?.[0]),
    layerTable(result.layers),
    signatureTable(result.signatures),
  ];
  if (result.test) tables.unshift(testTable(asked.kind, result.test));
  return tables.filter(({ rows }) => rows.length > 0);
}

/** What goes beside the tables in a sentence: R², odds within groups. */
export function notesOf({ result }: Analysis): string[] {
  if (!result) return [];
  const { r2, odds_ratio } = result;
  return [
    ...(r2 === null ? [] : [t('analysis.r2', { r2: figure(r2) })]),
    ...(odds_ratio === null ? [] : [t('analysis.odds_ratio', { ratio: figure(odds_ratio) })]),
  ];
}

/** How it was worked out, for an evaluator to quote. */
export function methodsOf({ asked, result, engine_version, input_sha256 }: Analysis): string {
  // Where several tests stand behind an answer, each has as many.
  const ofEach = asked.kind === 'explained' || asked.kind === 'layered' ? 2000 : 5000;
  const shuffles = number(result?.test?.count ?? ofEach);
  return [
    textOf(`analysis.methods.${asked.kind}`, { shuffles }),
    t('analysis.stamp', { version: engine_version, hash: input_sha256.slice(0, 12) }),
  ].join(' ');
}
