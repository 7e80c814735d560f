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

/** A name as a map writes it: cut after 34 characters, for the table beside it has all of it. */
export function shortened(name: string): string {
  const characters = [...name];
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
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
 * @complexity O(n^2), for a few hundred nodes.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: { width: number; height: number },
  letter = { width: 6.7, height: 15 },
): PlacedLabel[] {
  const taken: Box[] = wishes.map(({ x, y, radius: r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
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
        !taken.some((other) => overlaps(box, other)),
    );
    if (!free) continue;
    taken.push(free.box);
    placed.push(free.label);
  }
  return placed;
}
