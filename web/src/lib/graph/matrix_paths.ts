// SPDX-License-Identifier: Apache-2.0
import { depthOf, type Cell, type Matrix } from './matrix';

/// The cells of a matrix as paths: those that look alike are one, so that thousands of cells are a few elements.

/** Where the first cell begins, and how wide each is, in pixels. */
export interface Table {
  left: number;
  top: number;
  side: number;
}

function lookOf(cell: Cell, questions: number): string {
  if (cell.isDisputed) return 'disputed';
  if (cell.fate === 'gained' || cell.fate === 'lost') return cell.fate;
  return `${cell.isMutual ? 'both' : 'one'} depth-${depthOf(cell, questions)}`;
}

/** One path for each look, by the names of its classes. */
export function cellPaths(
  matrix: Matrix,
  questions: number,
  { left, top, side }: Table,
): { look: string; d: string }[] {
  // Where there is room, a line of ground stays between two cells.
  const inner = side > 5 ? side - 1 : side;
  const found = new Map<string, string[]>();
  for (const { row, column, cell } of matrix.filled()) {
    const look = lookOf(cell, questions);
    const squares = found.get(look) ?? [];
    squares.push(`M${left + column * side} ${top + row * side}h${inner}v${inner}h${-inner}z`);
    found.set(look, squares);
  }
  return [...found].map(([look, squares]) => ({ look, d: squares.join('') }));
}

const smallest = 6;

/** What color says, as a sign in the cell: + gained, x lost, / disputed. Empty where cells are too small for it. */
export function cellSigns(matrix: Matrix, { left, top, side }: Table): string {
  if (side < smallest) return '';
  const s = side / 4;
  const signs: string[] = [];
  for (const { row, column, cell } of matrix.filled()) {
    const [x, y] = [left + (column + 0.5) * side, top + (row + 0.5) * side];
    const slash = `M${x + s} ${y - s}L${x - s} ${y + s}`;
    if (cell.isDisputed) signs.push(slash);
    else if (cell.fate === 'lost') signs.push(`${slash}M${x - s} ${y - s}L${x + s} ${y + s}`);
    else if (cell.fate === 'gained') signs.push(`M${x - s} ${y}h${2 * s}M${x} ${y - s}v${2 * s}`);
  }
  return signs.join('');
}
