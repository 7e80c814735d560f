// SPDX-License-Identifier: Apache-2.0
import type { NetworkTie, QuestionKey } from '$lib/api/schema';
import type { Spot } from './geometry';

/// Ties as lines: one for each pair and question, side by side where a pair has several.

/** What became of a tie since an earlier wave; a tie is compared only where both waves could have held it. */
export type Fate = 'kept' | 'gained' | 'lost' | 'uncompared';

export interface DrawnTie extends NetworkTie {
  fate?: Fate;
}

export interface Strand {
  /** The two ends, the lower id first. */
  from: string;
  to: string;
  question: QuestionKey;
  isOneSided: boolean;
  isDisputed: boolean;
  fate: Fate | undefined;
  /** Place among the lines of the pair: from -(k - 1) / 2 to (k - 1) / 2. */
  lane: number;
}

const lost = (fate: Fate | undefined) => fate === 'lost';

/** A line that one direction keeps is kept; one that is lost on one side only has become one-sided. */
function joined(a: Strand, b: Strand): Strand {
  const [first, second] = lost(a.fate) ? [b, a] : [a, b];
  return {
    ...first,
    isOneSided: lost(first.fate) === lost(second.fate) ? a.isOneSided && b.isOneSided : first.isOneSided,
    isDisputed: a.isDisputed || b.isDisputed,
    fate: a.fate === 'kept' || b.fate === 'kept' ? 'kept' : first.fate,
  };
}

function strandOf({ from, to, question, one_sided, is_disputed, fate }: DrawnTie): Strand {
  const [low, high] = from < to ? [from, to] : [to, from];
  const looks = { isOneSided: one_sided, isDisputed: is_disputed, fate };
  return { from: low, to: high, question, ...looks, lane: 0 };
}

/** The lines of a drawing. A mutual tie comes once per direction and is drawn once.
 *
 * @return Pair by pair in the order of the ties; lanes in the order of the questions' first tie.
 * @complexity O(ties).
 */
export function strandsOf(ties: readonly DrawnTie[]): Strand[] {
  const pairs = new Pairs();
  for (const tie of ties) {
    const strand = strandOf(tie);
    const pair = pairs.of(strand);
    const known = pair.find(({ question }) => question === strand.question);
    if (known) pair[pair.indexOf(known)] = joined(known, strand);
    else pair.push(strand);
  }
  for (const pair of pairs.all)
    pair.forEach((strand, index) => (strand.lane = index - (pair.length - 1) / 2));
  return pairs.all.flat();
}

/** The lines of each pair. By one end and then the other: a key made of both would be most of the work. */
class Pairs {
  readonly all: Strand[][] = [];
  private readonly byEnds = new Map<string, Map<string, Strand[]>>();

  of({ from, to }: Strand): Strand[] {
    const beside = this.byEnds.get(from) ?? new Map<string, Strand[]>();
    this.byEnds.set(from, beside);
    const known = beside.get(to);
    if (known) return known;
    const pair: Strand[] = [];
    beside.set(to, pair);
    this.all.push(pair);
    return pair;
  }
}

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const laneWidth = 4;

/** Where a line runs, moved aside by its lane; nothing when an end is not on the drawing. */
export function segmentOf(strand: Strand, byId: ReadonlyMap<string, Spot>): Segment | undefined {
  const from = byId.get(strand.from);
  const to = byId.get(strand.to);
  if (!from || !to) return undefined;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const aside = (strand.lane * laneWidth) / (Math.hypot(dx, dy) || 1);
  const [ax, ay] = [-dy * aside, dx * aside];
  return { x1: from.x + ax, y1: from.y + ay, x2: to.x + ax, y2: to.y + ay };
}

/** How a line is drawn; `color` is the token of one. */
export interface Pen {
  color: string;
  isDashed: boolean;
  width: number;
  opacity: number;
  /** A sign at its middle, so that what it means needs no color. */
  sign: 'gained' | 'lost' | 'disputed' | undefined;
}

const fates = {
  kept: { color: '--edge', opacity: 0.6, width: 1.2 },
  gained: { color: '--brand', opacity: 1, width: 1.8 },
  lost: { color: '--hot', opacity: 0.9, width: 1.2 },
  uncompared: { color: '--edge', opacity: 0.2, width: 1 },
} as const;

/** Several questions have a color each, unless color tells what became of the ties. */
export const hueOf = (questions: readonly QuestionKey[], question: QuestionKey): string =>
  questions.length > 1 ? `--cat-${(questions.indexOf(question) % 6) + 1}` : '--edge';

/** @param ego  The member in the foreground: its lines come forward, the others step back. */
export function penOf(strand: Strand, questions: readonly QuestionKey[], ego: string | undefined): Pen {
  const { fate, isDisputed } = strand;
  const plain = { color: hueOf(questions, strand.question), opacity: questions.length > 1 ? 0.75 : 0.5 };
  const base = { width: 1, ...plain, ...(fate && fates[fate]) };
  const changed = fate === 'gained' || fate === 'lost' ? fate : undefined;
  const pen: Pen = {
    ...base,
    isDashed: strand.isOneSided || fate === 'lost',
    sign: isDisputed ? 'disputed' : changed,
  };
  if (ego === undefined) return pen;
  if (ego !== strand.from && ego !== strand.to) return { ...pen, opacity: 0.1 };
  return { ...pen, opacity: 1, width: pen.width + 1, color: pen.color === '--edge' ? '--brand' : pen.color };
}

const fateOrder = [undefined, 'kept', 'gained', 'lost', 'uncompared'] as const;

/** penOf() for many lines: those that look alike have the same pen.
 *
 * @complexity O(1) for a line that looks like one before it.
 */
export function pensOf(questions: readonly QuestionKey[], ego: string | undefined): (strand: Strand) => Pen {
  const byLook = new Map<number, Pen>();
  const byPen = new Map<string, Pen>();
  return (strand) => {
    const { from, to, question, isOneSided, isDisputed, fate } = strand;
    const isEgo = from === ego || to === ego;
    const flags = (isOneSided ? 1 : 0) + (isDisputed ? 2 : 0) + (isEgo ? 4 : 0);
    const look = (questions.indexOf(question) + 1) * 40 + fateOrder.indexOf(fate) * 8 + flags;
    const known = byLook.get(look);
    if (known) return known;
    const made = penOf(strand, questions, ego);
    const name = Object.values(made).join(' ');
    const pen = byPen.get(name) ?? made;
    byPen.set(name, pen);
    byLook.set(look, pen);
    return pen;
  };
}

/** Lines that are drawn alike, as one path: thousands of ties are then a few elements. */
export interface Stroke {
  pen: Pen;
  d: string;
  /** The signs of these lines; empty when they have none. */
  signs: string;
}

const place = (value: number) => value.toFixed(1);

function signAt(sign: NonNullable<Pen['sign']>, { x1, y1, x2, y2 }: Segment): string {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  if (sign === 'gained') return `M${place(x - 4)} ${place(y)}h8M${place(x)} ${place(y - 4)}v8`;
  const slash = `M${place(x - 3.5)} ${place(y - 3.5)}l7 7`;
  return sign === 'lost'
    ? `${slash}M${place(x + 3.5)} ${place(y - 3.5)}l-7 7`
    : `M${place(x - 5)} ${place(y - 2)}h10m-10 4h10M${place(x + 3.5)} ${place(y - 5)}l-7 10`;
}

/** The lines of a drawing, those that step back first. */
export function strokesOf(
  strands: readonly Strand[],
  byId: ReadonlyMap<string, Spot>,
  questions: readonly QuestionKey[],
  ego: string | undefined,
): Stroke[] {
  const strokes = new Map<Pen, { pen: Pen; lines: string[]; signs: string[] }>();
  const penFor = pensOf(questions, ego);
  for (const strand of strands) {
    const segment = segmentOf(strand, byId);
    if (!segment) continue;
    const pen = penFor(strand);
    const stroke = strokes.get(pen) ?? { pen, lines: [], signs: [] };
    const { x1, y1, x2, y2 } = segment;
    stroke.lines.push(`M${place(x1)} ${place(y1)}L${place(x2)} ${place(y2)}`);
    if (pen.sign) stroke.signs.push(signAt(pen.sign, segment));
    strokes.set(pen, stroke);
  }
  return [...strokes.values()]
    .sort((a, b) => a.pen.opacity - b.pen.opacity)
    .map(({ pen, lines, signs }) => ({ pen, d: lines.join(''), signs: signs.join('') }));
}
