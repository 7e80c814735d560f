// SPDX-License-Identifier: Apache-2.0
import type { Placed, Size } from './view';

/// Where the names of the pins stand: beside, below or above, wherever nothing else is in the way.

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Name {
  lines: string[];
  /** Of the middle of the text, and the baseline of its first line. */
  x: number;
  y: number;
  box: Box;
}

export type Side = 'left' | 'right' | 'below' | 'above';

export const lineHeight = 14;
// At 13 px, for short names; good enough that nothing need be measured.
const widthOf = (line: string) => 8 + 6.2 * line.length;
const longest = 16;

/** A long name in two lines, as short as can be, parted at a space or after a hyphen. */
export function linesOf(name: string): string[] {
  if (name.length <= longest) return [name];
  const parts = name.split(/(?<=[ -])/);
  const ways = parts.map((_, index) =>
    [parts.slice(0, index).join('').trim(), parts.slice(index).join('')].filter(Boolean),
  );
  const width = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  return ways.sort((a, b) => width(a) - width(b))[0] ?? [name];
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOfPin = ({ x, y, radius }: Placed): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

function nameAt(pin: Placed, side: Side, size: Size): Name {
  const lines = linesOf(pin.name);
  const wide = Math.max(...lines.map(widthOf));
  const high = lineHeight * lines.length;
  const gap = pin.radius + 5;
  const middle = { left: pin.x - gap - wide / 2, right: pin.x + gap + wide / 2, below: pin.x, above: pin.x };
  const upper = {
    left: pin.y - high / 2,
    right: pin.y - high / 2,
    below: pin.y + gap - 2,
    above: pin.y - gap - high + 2,
  };
  // Below and above, a name may slide along its pin to stay inside.
  const isBeside = side === 'left' || side === 'right';
  const inside = Math.min(Math.max(middle[side], wide / 2 + 6), size.width - wide / 2 - 6);
  const [x, top] = [isBeside ? middle[side] : inside, upper[side]];
  return {
    lines,
    x,
    y: top + 11,
    box: { left: x - wide / 2, right: x + wide / 2, top: top + 2, bottom: top + high - 2 },
  };
}

const fits = ({ left, right, top, bottom }: Box, size: Size) =>
  left > 2 && right < size.width - 2 && top > 2 && bottom < size.height - 2;

/**
 * A name for each pin that has room for it, on the first free one of its sides.
 * @param covered  Where no name can be read.
 */
export function namesOf<P extends Placed>(
  pins: readonly P[],
  sidesOf: (pin: P) => readonly Side[],
  size: Size,
  covered: readonly Box[] = [],
): Map<P, Name> {
  const taken = [...covered, ...pins.map(boxOfPin)];
  const names = new Map<P, Name>();
  for (const pin of pins) {
    const name = sidesOf(pin)
      .map((side) => nameAt(pin, side, size))
      .find(({ box }) => fits(box, size) && !taken.some((other) => overlaps(box, other)));
    if (!name) continue;
    taken.push(name.box);
    names.set(pin, name);
  }
  return names;
}
