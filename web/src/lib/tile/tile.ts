// SPDX-License-Identifier: Apache-2.0

/// The woven identity tile: five strands over five, drawn from an id alone. The server draws the same tile for the
/// pages it writes (`docs/developers/pages.md` gives the steps and a worked example); both are tested against it.

export interface Tile {
  ground: string;
  weft: string;
  warp: string;
  /** Path data of the horizontal strands where they lie on top. */
  weftPath: string;
  /** Path data of the vertical strands where they lie on top. */
  warpPath: string;
}

const palettes = [
  ['#0b4249', '#3f7b81', '#f2b233'],
  ['#5a3823', '#93705a', '#8fd3cb'],
  ['#2b4d8c', '#5d82c2', '#a8dbe4'],
  ['#6b1233', '#ab4a6e', '#f6c9a8'],
  ['#3c4912', '#7b8934', '#ece4ad'],
  ['#2b1d57', '#6957a4', '#f2b233'],
  ['#0d5a4a', '#4a9481', '#f7d9c4'],
  ['#7a3b0a', '#b97a42', '#fbe3a5'],
] as const;

const side = 5;
const cell = 12;

/** FNV-1a over the UTF-8 bytes, 32 bit. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** One step of xorshift32; never 0 for a state that is not 0. */
function next(state: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/** Whether the vertical strand lies on top at (row, column): a plain weave with a quarter of the crossings changed. */
function crossings(seed: number): boolean[][] {
  let state = seed || 1;
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => {
      state = next(state);
      return ((row + column) % 2 === 1) !== (state >>> 8) % 8 < 2;
    }),
  );
}

/** Joins neighbors of one strand into strokes: start and end in tile units, the round caps add 4.5 on each side. */
function runs(isOnTop: (place: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let place = 0; place < side; ++place) {
    if (!isOnTop(place)) continue;
    const from = place;
    while (place + 1 < side && isOnTop(place + 1)) ++place;
    found.push([from * cell + 5, (place + 1) * cell - 5]);
  }
  return found;
}

/** The tile of an id, in a view box of 60 by 60. */
export function tileOf(id: string): Tile {
  const seed = fnv1a(id);
  const vertical = crossings(seed);
  const [ground, weft, warp] = palettes[seed % palettes.length] ?? palettes[0];
  let weftPath = '';
  let warpPath = '';
  for (let line = 0; line < side; ++line) {
    const middle = line * cell + 6;
    for (const [from, to] of runs((c) => !vertical[line]?.[c])) weftPath += `M${from} ${middle}H${to}`;
    for (const [from, to] of runs((r) => vertical[r]?.[line] === true))
      warpPath += `M${middle} ${from}V${to}`;
  }
  return { ground, weft, warp, weftPath, warpPath };
}
