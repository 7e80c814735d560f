// SPDX-License-Identifier: Apache-2.0
import { placedAt, type Pin, type Placed, type View } from './view';

/// Marks of places that lie close together stand beside their place, in the sea, and are joined to it by a line:
/// the island stays to be seen, and no mark hides another.

/** A mark that stands beside its place. */
export interface Callout extends Placed {
  side: 'left' | 'right';
}

interface Room {
  /** Pixels from the middle of one mark to that of the next. */
  gap: number;
  /** Pixels between a place and its mark. */
  lead: number;
  /** Of the drawing, in pixels. */
  height: number;
}

interface Block {
  sum: number;
  size: number;
}

const meanOf = ({ sum, size }: Block) => sum / size;

/** Neighbors that would overlap share one block, which stands where its members want to be on average. */
function blocksOf(wanted: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const at of wanted) {
    let block = { sum: at, size: 1 };
    for (let above = blocks.at(-1); above && meanOf(above) > meanOf(block); above = blocks.at(-1)) {
      block = { sum: above.sum + block.sum, size: above.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks;
}

/**
 * Moves numbers apart until each is at least `gap` from the next, between `low` and `high`, with the least sum of
 * squared shifts; where there is too little room, the last ones stand beyond `high`.
 * @param wanted  Ascending.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const highest = Math.max(low, high - (wanted.length - 1) * gap);
  return blocksOf(wanted.map((at, index) => at - index * gap))
    .flatMap((block) => Array<number>(block.size).fill(meanOf(block)))
    .map((at, index) => Math.min(Math.max(at, low), highest) + index * gap);
}

// Closer than this, neighbors stand rather above than beside each other.
const beside = 20;

/** To the left, unless another place lies there. */
function sideOf(pin: Placed, pins: readonly Placed[], gap: number): Callout['side'] {
  const isTaken = pins.some(
    ({ home }) => Math.abs(home.y - pin.home.y) < gap && pin.home.x - home.x > beside,
  );
  return isTaken ? 'right' : 'left';
}

/**
 * Marks beside their places, from north to south.
 * @param step  Pixels that the radius grows with the root of the count.
 */
export function callouts(pins: readonly Pin[], view: View, step: number, room: Room): Callout[] {
  const { gap, lead, height } = room;
  const placed = placedAt(pins, view, step, gap / 2);
  const sided = placed.map((pin) => ({ ...pin, side: sideOf(pin, placed, gap) }));
  const along = (side: Callout['side']) => {
    const column = sided.filter((pin) => pin.side === side);
    const rows = spread(
      column.map(({ home }) => home.y),
      gap,
      gap / 2,
      height - gap / 2,
    );
    const shift = side === 'left' ? -lead : lead;
    return column.map((pin, index) => ({ ...pin, x: pin.home.x + shift, y: rows[index] ?? pin.home.y }));
  };
  return [...along('left'), ...along('right')].sort((a, b) => b.latitude - a.latitude);
}
