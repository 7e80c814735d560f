// SPDX-License-Identifier: Apache-2.0

/// Where names of nodes can stand without covering a node or each other.

export interface LabelWish {
  id: string;
  text: string;
  x: number;
  y: number;
  /** Radius of the node's mark. */
  radius: number;
  /** Larger first; equal ones by id, so that the same map always has the same names. */
  priority: number;
}

export interface PlacedLabel {
  id: string;
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

const longest = 34;

/** A name as a map writes it: cut after so many characters, for the table beside it has all of it. */
export function shortened(name: string, most = longest): string {
  const characters = [...name];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : name;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes by the squares of the frame that they touch: whether a place is free is asked thousands of times. */
class Taken {
  private readonly squares = new Map<number, Box[]>();
  private readonly side = 64;

  add(box: Box): void {
    for (const square of this.touched(box)) {
      const there = this.squares.get(square);
      if (there) there.push(box);
      else this.squares.set(square, [box]);
    }
  }
  isFree(box: Box): boolean {
    for (const square of this.touched(box))
      if (this.squares.get(square)?.some((other) => overlaps(box, other))) return false;
    return true;
  }
  private *touched({ left, right, top, bottom }: Box): Iterable<number> {
    const first = Math.floor(left / this.side);
    const last = Math.floor(right / this.side);
    for (let row = Math.floor(top / this.side); row <= Math.floor(bottom / this.side); row += 1)
      for (let column = first; column <= last; column += 1) yield row * 65_536 + column;
  }
}

function candidates(
  { id, text, x, y, radius }: LabelWish,
  wide: number,
  high: number,
): { label: PlacedLabel; box: Box }[] {
  const gap = radius + 4;
  const middle = y + high * 0.32;
  const at = (atX: number, atY: number, anchor: PlacedLabel['anchor']) => {
    const left = anchor === 'start' ? atX : anchor === 'end' ? atX - wide : atX - wide / 2;
    const box = { left, right: left + wide, top: atY - high * 0.8, bottom: atY + high * 0.2 };
    return { label: { id, text, x: atX, y: atY, anchor }, box };
  };
  return [
    at(x + gap, middle, 'start'),
    at(x - gap, middle, 'end'),
    at(x, y + gap + high * 0.75, 'middle'),
    at(x, y - gap, 'middle'),
  ];
}

/** Places as many names as fit, the most important first; the others are left out rather than drawn over something.
 *
 * @param wishes  One per node. Nodes whose name is not wanted (empty text) still keep their room.
 * @param frame   Names stay inside 0..width and 0..height.
 * @param letter  Mean width of a letter and height of a line, in the units of the drawing.
 * @return In the order they were placed. Empty for no wishes.
 * @complexity O(n log n) where nodes are spread; for some thousand nodes.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: { width: number; height: number },
  letter = { width: 6.7, height: 15 },
): PlacedLabel[] {
  const taken = new Taken();
  for (const { x, y, radius: r } of wishes)
    taken.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  const placed: PlacedLabel[] = [];
  const order = wishes
    .filter(({ text }) => text)
    .sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const wish of order) {
    const free = candidates(wish, wish.text.length * letter.width, letter.height).find(
      ({ box }) =>
        box.left >= 0 &&
        box.right <= frame.width &&
        box.top >= 0 &&
        box.bottom <= frame.height &&
        taken.isFree(box),
    );
    if (!free) continue;
    taken.add(free.box);
    placed.push(free.label);
  }
  return placed;
}
