// SPDX-License-Identifier: Apache-2.0
import { spread } from './labels';
import { project, type Geometry, type Point } from './projection';
import { svg } from './svg';

/// Draws the Caribbean with one pin per country. Free of any framework: the server-written pages use it as it is.

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

interface View {
  left: number;
  top: number;
  /** Pixels per map unit. */
  scale: number;
  width: number;
  height: number;
}

interface Placed extends Pin, Point {
  radius: number;
}

// What a reader expects to see even where nobody is registered yet: Belize to Barbados, the Bahamas to Suriname.
const core = { west: -88.6, east: -54, north: 26.6, south: 3.5 };
const labelPitch = 19;
const labelMinimum = 540;

function frame(pins: readonly Pin[], width: number, height: number): View {
  const corners = [project(core.west, core.north), project(core.east, core.south)];
  const points = [...corners, ...pins.map((pin) => project(pin.longitude, pin.latitude))];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const margin = width < labelMinimum ? 10 : 30;
  // The column of names stands on the Atlantic, right of the islands.
  const names = width < labelMinimum ? 0 : 130;
  const scale = Math.min(
    (width - 2 * margin - names) / (right - left),
    (height - 2 * margin) / (bottom - top),
  );
  return {
    left: (left + right) / 2 - (width - names) / 2 / scale,
    // Never above the upper edge of the drawing: there the land ends in a straight cut.
    top: Math.max(0, (top + bottom) / 2 - height / 2 / scale),
    scale,
    width,
    height,
  };
}

/** Pushes overlapping pins apart a little: Saint Vincent and Barbados lie 3 px from each other on a phone. */
function settle(pins: Placed[]): void {
  for (let round = 0; round < 24; ++round) {
    for (const a of pins) {
      for (const b of pins) {
        if (a === b) continue;
        const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
        const distance = Math.hypot(dx, dy);
        const overlap = a.radius + b.radius - 2 - distance;
        if (overlap <= 0) continue;
        b.x += (dx / distance) * overlap * 0.5;
        b.y += (dy / distance) * overlap * 0.5;
        a.x -= (dx / distance) * overlap * 0.5;
        a.y -= (dy / distance) * overlap * 0.5;
      }
    }
  }
}

function place(pins: readonly Pin[], view: View): Placed[] {
  const step = view.width < labelMinimum ? 2 : 3;
  const placed = pins.map((pin) => {
    const at = project(pin.longitude, pin.latitude);
    const radius = 7 + step * Math.min(4, Math.sqrt(pin.count));
    return { ...pin, radius, x: (at.x - view.left) * view.scale, y: (at.y - view.top) * view.scale };
  });
  settle(placed);
  return placed;
}

function coasts(geometry: Geometry, ours: ReadonlySet<string>, view: View): SVGElement {
  const shift = `scale(${String(view.scale)}) translate(${String(-view.left)} ${String(-view.top)})`;
  const group = svg('g', { transform: shift, 'aria-hidden': 'true' });
  for (const [code, d] of Object.entries(geometry.countries)) {
    group.append(
      svg('path', { d, class: ours.has(code) ? 'k-coast is-ours' : 'k-coast', 'data-code': code }),
    );
  }
  return group;
}

function pinElement(pin: Placed): SVGElement {
  const link = svg('a', { class: 'k-pin', href: pin.href, 'aria-label': pin.summary, 'data-code': pin.code });
  if (pin.color) link.setAttribute('data-color', String(pin.color));
  link.append(svg('circle', { cx: pin.x, cy: pin.y, r: pin.radius }));
  // A fingertip needs more than a small island gives.
  link.append(svg('circle', { cx: pin.x, cy: pin.y, r: Math.max(pin.radius, 14), class: 'k-pin-reach' }));
  if (pin.count > 1) {
    const count = svg('text', { x: pin.x, y: pin.y + 4, class: 'k-pin-count' });
    count.textContent = String(pin.count);
    link.append(count);
  }
  return link;
}

function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): SVGElement {
  const element = svg('text', { x, y, class: 'k-map-label', 'text-anchor': anchor, 'aria-hidden': 'true' });
  element.textContent = text;
  return element;
}

const isEastern = (pin: Pin) => pin.longitude > -64.5 && pin.latitude > 9.8 && pin.latitude < 19;

/** The small islands get a ruled column of names on the Atlantic side, in the order of their latitudes. */
function easternLabels(pins: readonly Placed[], view: View): SVGElement[] {
  const eastern = pins.filter(isEastern).sort((a, b) => a.y - b.y || b.x - a.x);
  const widest = Math.max(...eastern.map((pin) => textWidth(pin.name)));
  const column = Math.min(
    Math.max(...eastern.map((pin) => pin.x + pin.radius)) + 42,
    view.width - widest - 4,
  );
  const heights = spread(
    eastern.map((pin) => pin.y),
    labelPitch,
  );
  return eastern.flatMap((pin, index) => {
    const y = heights[index] ?? pin.y;
    const points = `${String(pin.x + pin.radius + 2)},${String(pin.y)} ${String(column - 14)},${String(y)} ${String(column - 4)},${String(y)}`;
    return [svg('polyline', { class: 'k-leader', points }), label(pin.name, column, y + 4.5, 'start')];
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// A little more than the mean width of a letter at 13 px; the names are short, so no measuring is needed.
const textWidth = (text: string) => text.length * 6.9;

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function candidates(pin: Placed): { x: number; y: number; anchor: 'start' | 'middle' | 'end'; box: Box }[] {
  const [wide, reach] = [textWidth(pin.name), pin.radius + 6];
  const at = (x: number, y: number, anchor: 'start' | 'middle' | 'end') => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    return { x, y, anchor, box: { left, right: left + wide, top: y - 12, bottom: y + 4 } };
  };
  return [
    at(pin.x, pin.y + reach + 10, 'middle'),
    at(pin.x, pin.y - reach - 1, 'middle'),
    at(pin.x + reach, pin.y + 4, 'start'),
    at(pin.x - reach, pin.y + 4, 'end'),
  ];
}

/** The other names stand below their pins, or above or beside where something else is in the way. */
function otherLabels(pins: readonly Placed[]): SVGElement[] {
  const taken: Box[] = pins.map((pin) => ({
    left: pin.x - pin.radius,
    right: pin.x + pin.radius,
    top: pin.y - pin.radius,
    bottom: pin.y + pin.radius,
  }));
  return pins
    .filter((pin) => !isEastern(pin))
    .flatMap((pin) => {
      const free = candidates(pin).find(
        ({ box }) => box.left > 2 && !taken.some((other) => overlaps(box, other)),
      );
      if (!free) return [];
      taken.push(free.box);
      return [label(pin.name, free.x, free.y, free.anchor)];
    });
}

/** A drawing of `width` by `height` CSS pixels. Names are left out below 540 px, where they would not fit. */
export function drawMap(
  geometry: Geometry,
  pins: readonly Pin[],
  size: { width: number; height: number },
  title: string,
) {
  const view = frame(pins, size.width, size.height);
  const drawing = svg('svg', {
    viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
    role: 'group',
    'aria-label': title,
  });
  drawing.append(coasts(geometry, new Set(pins.map((pin) => pin.code)), view));
  const placed = place(pins, view);
  if (size.width >= labelMinimum) drawing.append(...easternLabels(placed, view), ...otherLabels(placed));
  drawing.append(...placed.map(pinElement));
  return drawing;
}
