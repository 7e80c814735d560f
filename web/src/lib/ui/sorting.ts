// SPDX-License-Identifier: Apache-2.0

/// Order of two cells: numbers by size, texts by the language's alphabet, empty cells last in both directions.
export type Cell = string | number | null | undefined;

export function compareCells(a: Cell, b: Cell, isDescending: boolean, collator: Intl.Collator): number {
  const isEmpty = (cell: Cell) => cell === null || cell === undefined || cell === '';
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return isDescending ? -order : order;
}
