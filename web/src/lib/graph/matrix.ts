// SPDX-License-Identifier: Apache-2.0
import type { MapAttribute, NetworkNode, QuestionKey } from '$lib/api/schema';
import { groupsOf, valueOf } from './attributes';
import type { DrawnTie, Fate } from './strands';

/// The network as a table: who names whom, row by row. What a drawing hides in crossings stands here in order.

export interface Block {
  value: string;
  /** Places of the first member and of the one after the last. */
  start: number;
  end: number;
}

export interface Order {
  nodes: NetworkNode[];
  blocks: Block[];
}

const byName = (a: NetworkNode, b: NetworkNode) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1);

/** Members group by group, by name within each; cores from the inside out. By name alone there are no groups. */
export function orderedBy(nodes: readonly NetworkNode[], attribute: MapAttribute): Order {
  if (attribute === 'label') return { nodes: [...nodes].sort(byName), blocks: [] };
  const groups = groupsOf(nodes, attribute);
  if (attribute === 'core') groups.reverse();
  const ordered: NetworkNode[] = [];
  const blocks = groups.map(({ value }) => {
    const start = ordered.length;
    ordered.push(...nodes.filter((node) => valueOf(node, attribute) === value).sort(byName));
    return { value, start, end: ordered.length };
  });
  return { nodes: ordered, blocks };
}

export interface Cell {
  ties: DrawnTie[];
  isMutual: boolean;
  isDisputed: boolean;
  fate: Fate | undefined;
}

const fateOf = (ties: readonly DrawnTie[]): Fate | undefined => {
  const fates = new Set(ties.map(({ fate }) => fate));
  return (['kept', 'gained', 'lost', 'uncompared'] as const).find((fate) => fates.has(fate));
};

/** Who names whom. */
export class Matrix {
  private readonly cells = new Map<number, Cell>();
  private readonly questions: readonly QuestionKey[];
  readonly nodes: NetworkNode[];
  readonly blocks: Block[];

  /** @param ties  Of the questions to show; those of members who are not shown are left out. */
  constructor({ nodes, blocks }: Order, ties: readonly DrawnTie[], questions: readonly QuestionKey[]) {
    [this.nodes, this.blocks, this.questions] = [nodes, blocks, questions];
    const places = new Map(nodes.map(({ id }, place) => [id, place]));
    const found = new Map<number, DrawnTie[]>();
    for (const tie of ties) {
      const [row, column] = [places.get(tie.from), places.get(tie.to)];
      if (row === undefined || column === undefined) continue;
      const key = row * nodes.length + column;
      found.set(key, [...(found.get(key) ?? []), tie]);
    }
    for (const [key, own] of found) this.cells.set(key, this.cellOf(own));
  }

  private cellOf(ties: DrawnTie[]): Cell {
    return {
      ties,
      isMutual: ties.some(({ mutual }) => mutual),
      isDisputed: ties.some(({ is_disputed }) => is_disputed),
      fate: fateOf(ties),
    };
  }

  get size(): number {
    return this.nodes.length;
  }
  at(row: number, column: number): Cell | undefined {
    return this.cells.get(row * this.size + column);
  }
  /** Whether this member answered any of the questions by name: else an empty cell says nothing. */
  isKnown(row: number): boolean {
    return this.questions.some((question) => this.nodes[row]?.known_rows.includes(question));
  }
  *filled(): Iterable<{ row: number; column: number; cell: Cell }> {
    for (const [key, cell] of this.cells)
      yield { row: Math.floor(key / this.size), column: key % this.size, cell };
  }
}

/** How dark a cell is, in four steps: how many of the questions name the other. @return 1 to 4. */
export function depthOf({ ties }: Cell, questions: number): number {
  const named = new Set(ties.filter(({ fate }) => fate !== 'lost').map(({ question }) => question)).size;
  return Math.max(1, Math.ceil((named / Math.max(1, questions)) * 4));
}

export type Way =
  'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown';

export interface Cursor {
  row: number;
  column: number;
}

/** Where a key takes the cursor: one cell, to the ends of a row, or a group further; it stays inside. */
export function moved({ row, column }: Cursor, way: string, { size, blocks }: Matrix): Cursor | undefined {
  const last = size - 1;
  const next = blocks.find(({ start }) => start > row)?.start ?? last;
  const previous = blocks.findLast(({ start }) => start < row)?.start ?? 0;
  const ways: Record<Way, Cursor> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: last },
    PageUp: { row: previous, column },
    PageDown: { row: next, column },
  };
  if (!(way in ways)) return undefined;
  const to = ways[way as Way];
  const inside = (place: number) => Math.min(last, Math.max(0, place));
  return { row: inside(to.row), column: inside(to.column) };
}
