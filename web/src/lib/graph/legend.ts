// SPDX-License-Identifier: Apache-2.0
import type { MapAttribute, MapScene, NetworkNode, QuestionKey } from '$lib/api/schema';
import type { LegendLine } from '$lib/download';
import { t, textOf } from '$lib/i18n/i18n.svelte';
import { measureName, valueWords, type Palette } from './attributes';
import { outline, shapeOf, type Measure, type Shape } from './geometry';
import type { Matrix } from './matrix';
import { hueOf, strandsOf, type DrawnTie, type Fate, type Strand } from './strands';

export type LegendMark = LegendLine;

function shapeMarks(nodes: readonly NetworkNode[]): LegendMark[] {
  const kinds = new Map<Shape, Set<string>>();
  for (const { kind } of nodes) kinds.set(shapeOf(kind), (kinds.get(shapeOf(kind)) ?? new Set()).add(kind));
  return [...kinds].map(([shape, own]) => ({
    look: 'shape',
    path: outline(shape, 7),
    text: [...own].map((kind) => textOf(`organization.kind.${kind}`)).join(', '),
  }));
}

const silentMarks = (nodes: readonly NetworkNode[]): LegendMark[] =>
  nodes.every(({ answered }) => answered)
    ? []
    : [{ look: 'silent', path: outline('circle', 7), text: t('network.no_answer') }];

const words = (text: string): LegendMark => ({ look: 'words', path: '', text });

function colorMarks({ groups, hasRest }: Palette, attribute: MapAttribute): LegendMark[] {
  const path = outline('circle', 7);
  const own = groups.map(({ value, color }): LegendMark => {
    return { look: 'shape', path, color, text: valueWords(attribute, value) };
  });
  const rest: LegendMark = { look: 'shape', path, text: t('network_map.other_groups') };
  return hasRest ? [...own, rest] : own;
}

/** How a fate or a dispute is drawn beside a line of the legend. */
const signs = {
  gained: { path: 'M-10 0H10M0 -4V4', color: '--brand' },
  lost: { path: 'M-10 0h5m2 0h6m2 0h5M-4 -4L4 4M4 -4L-4 4', color: '--hot' },
  disputed: { path: 'M-10 0H10M-5 -2h10M-5 2h10M4 -5L-4 5', color: '--hot' },
} as const;

function lineMarks(
  strands: readonly Strand[],
  questions: readonly QuestionKey[],
  words: Words,
): LegendMark[] {
  const marks: LegendMark[] = [];
  const add = (look: LegendMark['look'], path: string, text: string, color?: string) =>
    marks.push({ look, path, text, ...(color && { color }) });
  // Where color tells what became of ties, it tells no questions.
  if (questions.length > 1 && strands.every(({ fate }) => !fate))
    for (const question of questions)
      add('line', 'M-10 0H10', words.questionName(question), hueOf(questions, question));
  if (strands.some((strand) => !strand.isOneSided)) add('line', 'M-10 0H10', t('network.mutual'));
  if (strands.some((strand) => strand.isOneSided)) add('dashed', 'M-10 0H10', t('network.one_sided'));
  if (strands.some((strand) => strand.isDisputed))
    add('line', signs.disputed.path, t('network_map.disputed'), signs.disputed.color);
  for (const fate of ['gained', 'lost'] as const)
    if (strands.some((strand) => strand.fate === fate))
      add('line', signs[fate].path, t(`network_map.${fate}`, { wave: words.earlier }), signs[fate].color);
  if (strands.some(({ fate }) => fate === 'uncompared'))
    marks.push({ look: 'words', path: '', text: t('network_map.uncompared') });
  return marks;
}

interface Words {
  questionName: (question: QuestionKey) => string;
  /** The title of the wave that is compared with; empty without one. */
  earlier: string;
  /** What sizes show, where its name says too little. */
  size?: string;
}

/** Names only the marks that a plain map shows: shapes, members without an answer, lines, size and color. */
export function legendOf(
  nodes: readonly NetworkNode[],
  ties: readonly DrawnTie[],
  measure: Measure,
): LegendMark[] {
  const marks = [...shapeMarks(nodes), ...silentMarks(nodes)];
  marks.push(...lineMarks(strandsOf(ties), [], { questionName: String, earlier: '' }));
  if (measure !== 'same') marks.push(words(t('network.size', { measure: measureName(measure) })));
  return [...marks, words(t('network.colors'))];
}

/** As above for a map that its reader has set up: the colors, questions and changes that it shows. */
export function sceneLegendOf(
  nodes: readonly NetworkNode[],
  strands: readonly Strand[],
  scene: MapScene,
  palette: Palette,
  wording: Words,
): LegendMark[] {
  const marks = shapeMarks(nodes);
  if (scene.color_by !== 'kind') marks.push(...colorMarks(palette, scene.color_by));
  marks.push(...silentMarks(nodes), ...lineMarks(strands, scene.questions, wording));
  if (scene.size_by !== 'same')
    marks.push(words(t('network.size', { measure: wording.size ?? measureName(scene.size_by) })));
  if (scene.color_by === 'community') marks.push(words(t('network.colors')));
  return marks;
}

/** Looks of cells and what they mean, as far as this matrix has them. */
export function matrixLegendOf(matrix: Matrix, questions: number, wording: Words): LegendMark[] {
  const cells = [...matrix.filled()].map(({ cell }) => cell);
  const square = 'M-7 -7h14v14h-14z';
  const fated = (fate: Fate) => cells.some((cell) => cell.fate === fate && !cell.isDisputed);
  const plain = cells.filter(({ fate, isDisputed }) => fate !== 'gained' && fate !== 'lost' && !isDisputed);
  const marks: LegendMark[] = [];
  const add = (isThere: boolean, color: string, text: string, sign = '') => {
    if (isThere) marks.push({ look: 'shape', path: square + sign, color, text });
  };
  add(
    plain.some(({ isMutual }) => isMutual),
    '--brand',
    t('network.mutual'),
  );
  add(
    plain.some(({ isMutual }) => !isMutual),
    '--cat-4',
    t('network.one_sided'),
  );
  add(fated('gained'), '--cat-2', t('network_map.gained', { wave: wording.earlier }), 'M-4 0H4M0 -4V4');
  add(fated('lost'), '--hot-soft', t('network_map.lost', { wave: wording.earlier }), 'M-4 -4L4 4M4 -4L-4 4');
  add(
    cells.some(({ isDisputed }) => isDisputed),
    '--sun-soft',
    t('network_map.disputed'),
    'M4 -4L-4 4',
  );
  if (matrix.nodes.some((_, row) => !matrix.isKnown(row)))
    marks.push({ look: 'silent', path: square, text: t('network_map.row_unknown') });
  return questions > 1 ? [...marks, words(t('network_map.depth'))] : marks;
}
