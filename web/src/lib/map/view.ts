// SPDX-License-Identifier: Apache-2.0
import { project, type Point } from './projection';

/// Which part of the map is seen, and where the pins stand in it. Units: CSS pixels, unless said otherwise.

export interface Pin {
  code: string;
  name: string;
  longitude: number;
  latitude: number;
  /** How many clusters the pin stands for; its area grows with it. */
  count: number;
  /** Read aloud and shown on hover, for instance "Grenada: 3 clusters". */
  summary: string;
  href: string;
  /** 1 to 6, or 0 for none. */
  color: number;
}

export interface Placed extends Pin, Point {
  radius: number;
  /** How far around its middle it answers to a finger. */
  reach: number;
  /** Where the country lies: crowded pins stand a little aside. */
  home: Point;
}

export interface Size {
  width: number;
  height: number;
}

/** Map units at the upper left corner, and pixels per map unit. */
export interface View {
  left: number;
  top: number;
  scale: number;
}

/** In degrees. */
export interface Region {
  west: number;
  east: number;
  north: number;
  south: number;
}

/** Antigua to Trinidad, with Saint Kitts and Barbados. */
export const easternCaribbean: Region = { west: -63.1, east: -59.3, north: 17.8, south: 9.95 };

export const isWithin = ({ west, east, north, south }: Region, pin: Pin): boolean =>
  pin.longitude > west && pin.longitude < east && pin.latitude > south && pin.latitude < north;

export function boxOf({ west, east, north, south }: Region) {
  const [from, to] = [project(west, north), project(east, south)];
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

// What a reader expects to see even where nobody is registered yet: Belize to Barbados, the Bahamas to Suriname.
const core: Region = { west: -88.6, east: -54, north: 26.6, south: 3.5 };

interface Fit {
  margin: number;
  /** At the lower edge, where an inset needs the upper one. */
  isLow: boolean;
  /** Of the whole drawing in map units: land ends there in a straight cut, which is never shown. */
  land: Size;
}

const clamp = (at: number, low: number, high: number) => Math.min(Math.max(low, at), high);

/** Everything that belongs to the directory. */
export function overview(pins: readonly Pin[], size: Size, { margin, isLow, land }: Fit): View {
  const box = boxOf(core);
  const points = pins.map((pin) => project(pin.longitude, pin.latitude));
  const xs = [box.left, box.right, ...points.map(({ x }) => x)];
  const ys = [box.top, box.bottom, ...points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const within = Math.min(
    (size.width - 2 * margin) / (right - left),
    (size.height - 2 * margin) / (bottom - top),
  );
  const scale = Math.max(within, size.height / land.height, size.width / land.width);
  const upper = isLow
    ? bottom - (size.height - margin) / scale
    : (top + bottom) / 2 - size.height / 2 / scale;
  return {
    left: clamp((left + right) / 2 - size.width / 2 / scale, 0, land.width - size.width / scale),
    top: clamp(upper, 0, land.height - size.height / scale),
    scale,
  };
}

// Of what is not coast in a close-up, the part left of it: names there are longer than the ones at the right.
const seaAtLeft = 0.61;

/** The small islands as large as the height allows, with sea for their names on both sides. */
export function closeUp(size: Size, margin: number): View {
  const box = boxOf(easternCaribbean);
  const scale = (size.height - 2 * margin) / (box.bottom - box.top);
  const sea = size.width - (box.right - box.left) * scale;
  return { left: box.left - (sea * seaAtLeft) / scale, top: box.top - margin / scale, scale };
}

/** Pushes marks apart until no finger meets two: on a phone Haiti and its neighbor lie 25 px from each other. */
function settle(pins: Placed[], size: Size): void {
  for (let round = 0; round < 24; ++round) {
    for (const [index, a] of pins.entries()) {
      for (const b of pins.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
        const distance = Math.hypot(dx, dy);
        const overlap = a.reach + b.reach - distance;
        if (overlap <= 0) continue;
        const [shiftX, shiftY] = [(dx / distance) * overlap * 0.5, (dy / distance) * overlap * 0.5];
        [b.x, b.y, a.x, a.y] = [b.x + shiftX, b.y + shiftY, a.x - shiftX, a.y - shiftY];
      }
    }
    for (const pin of pins) {
      pin.x = clamp(pin.x, pin.reach, size.width - pin.reach);
      pin.y = clamp(pin.y, pin.reach, size.height - pin.reach);
    }
  }
}

const smallestReach = 14;

/**
 * Each mark upon its place, from north to south as one reads.
 * @param step  Pixels that the radius grows with the root of the count.
 */
export function placedAt(pins: readonly Pin[], view: View, step: number, reach = smallestReach): Placed[] {
  return [...pins]
    .sort((a, b) => b.latitude - a.latitude)
    .map((pin) => {
      const at = project(pin.longitude, pin.latitude);
      const radius = 7 + step * Math.min(4, Math.sqrt(pin.count));
      const home = { x: (at.x - view.left) * view.scale, y: (at.y - view.top) * view.scale };
      return { ...pin, radius, reach: Math.max(radius, reach), ...home, home };
    });
}

/** As `placedAt`, with marks that would overlap moved apart and all of them inside of `size`. */
export function place(
  pins: readonly Pin[],
  view: View,
  size: Size,
  { step, reach }: { step: number; reach: number },
): Placed[] {
  const placed = placedAt(pins, view, step, reach);
  settle(placed, size);
  return placed;
}
