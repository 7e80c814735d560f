// SPDX-License-Identifier: Apache-2.0
import type { QuestionKey } from '$lib/api/schema';
import { channelsOf } from '$lib/colors';
import { shapeOf, type Shape, type Spot } from './geometry';
import { pensOf, segmentOf, type Strand } from './strands';

/// What the painter is given: numbers for each line and each mark, in CSS pixels.

export type Rgb = readonly [number, number, number];

/** The color that a token stands for now. */
export type ColorOf = (token: string) => Rgb;

/** Numbers for each corner of a line: place, way along it, whether dashed, color, opacity. */
export const lineStride = 8;
/** Numbers for each mark: place, radius, shape, whether silent, whether in front, color, opacity. */
export const markStride = 10;

const shapeNumbers: Record<Shape, number> = { circle: 0, square: 1, diamond: 2, triangle: 3, pentagon: 4 };

/** Six corners for each line: two triangles as wide as its pen. */
export function lineNumbers(
  strands: readonly Strand[],
  byId: ReadonlyMap<string, Spot>,
  questions: readonly QuestionKey[],
  ego: string | undefined,
  colorOf: ColorOf,
): Float32Array {
  const numbers = new Float32Array(strands.length * 6 * lineStride);
  const penFor = pensOf(questions, ego);
  let end = 0;
  for (const strand of strands) {
    const segment = segmentOf(strand, byId);
    if (!segment) continue;
    const pen = penFor(strand);
    const { x1, y1, x2, y2 } = segment;
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [nx, ny] = [((y1 - y2) / length) * (pen.width / 2), ((x2 - x1) / length) * (pen.width / 2)];
    const [red, green, blue] = colorOf(pen.color);
    // Number by number: an array for each corner would be most of the work.
    const corner = (x: number, y: number, along: number, side: number) => {
      numbers[end] = x + side * nx;
      numbers[end + 1] = y + side * ny;
      numbers[end + 2] = along;
      numbers[end + 3] = pen.isDashed ? 1 : 0;
      numbers[end + 4] = red;
      numbers[end + 5] = green;
      numbers[end + 6] = blue;
      numbers[end + 7] = pen.opacity;
      end += lineStride;
    };
    corner(x1, y1, 0, 1);
    corner(x1, y1, 0, -1);
    corner(x2, y2, length, 1);
    corner(x2, y2, length, 1);
    corner(x1, y1, 0, -1);
    corner(x2, y2, length, -1);
  }
  return numbers.subarray(0, end);
}

/** One entry for each mark, in the order of the spots. */
export function markNumbers(
  spots: readonly Spot[],
  tokenOf: (spot: Spot) => string,
  isDim: (spot: Spot) => boolean,
  selected: string | undefined,
  colorOf: ColorOf,
): Float32Array {
  const numbers = new Float32Array(spots.length * markStride);
  spots.forEach((spot, index) => {
    const { node, x, y, radius } = spot;
    const states = [node.answered ? 0 : 1, node.id === selected ? 1 : 0];
    const look = [...states, ...colorOf(tokenOf(spot)), isDim(spot) ? 0.22 : 1];
    numbers.set([x, y, radius, shapeNumbers[shapeOf(node.kind)], ...look], index * markStride);
  });
  return numbers;
}

/** A color as numbers in [0, 1]. */
export function rgbOf(color: string): Rgb {
  const [red, green, blue] = channelsOf(color);
  return [red / 255, green / 255, blue / 255];
}
