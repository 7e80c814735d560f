// SPDX-License-Identifier: Apache-2.0
import type { NetworkNode, NetworkTie } from '$lib/api/schema';
import { t, textOf } from '$lib/i18n/i18n.svelte';
import { outline, shapeOf, type Measure, type Shape } from './geometry';

/** One line of a map's legend: what is drawn, around the origin within 10 px, and what it means. */
export interface LegendMark {
  look: 'shape' | 'silent' | 'dashed' | 'line' | 'words';
  path: string;
  text: string;
}

function shapeMarks(nodes: readonly NetworkNode[]): LegendMark[] {
  const kinds = new Map<Shape, Set<string>>();
  for (const { kind } of nodes) kinds.set(shapeOf(kind), (kinds.get(shapeOf(kind)) ?? new Set()).add(kind));
  return [...kinds].map(([shape, own]) => ({
    look: 'shape',
    path: outline(shape, 7),
    text: [...own].map((kind) => textOf(`organization.kind.${kind}`)).join(', '),
  }));
}

const words = (text: string): LegendMark => ({ look: 'words', path: '', text });

/** Names only the marks that this map shows: shapes, members without an answer, lines, size and color. */
export function legendOf(
  nodes: readonly NetworkNode[],
  ties: readonly NetworkTie[],
  measure: Measure,
): LegendMark[] {
  const marks = shapeMarks(nodes);
  if (nodes.some((node) => !node.answered))
    marks.push({ look: 'silent', path: outline('circle', 7), text: t('network.no_answer') });
  if (ties.some((tie) => !tie.one_sided))
    marks.push({ look: 'line', path: 'M-10 0H10', text: t('network.mutual') });
  if (ties.some((tie) => tie.one_sided))
    marks.push({ look: 'dashed', path: 'M-10 0H10', text: t('network.one_sided') });
  if (measure !== 'same')
    marks.push(words(t('network.size', { measure: textOf(`network.measure.${measure}`) })));
  return [...marks, words(t('network.colors'))];
}
