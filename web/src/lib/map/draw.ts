// SPDX-License-Identifier: Apache-2.0
import { lineHeight, namesOf, type Name } from './names';
import type { Geometry } from './projection';
import { svg } from './svg';
import {
  boxOf,
  closeUp,
  easternCaribbean,
  isWithin,
  overview,
  place,
  type Pin,
  type Placed,
  type Size,
  type View,
} from './view';

/// Draws the Caribbean with one pin per country, and the small islands once more, large, in an inset. Free of any
/// framework: the server-written pages use it as it is.

interface Frame extends Size {
  x: number;
  y: number;
}

const isNarrow = (size: Size) => size.width < 540;

/** Over the open Atlantic where the map is high enough for it, else right of the overview. */
function insetFrame(size: Size): { inset: Frame; area: Size; isLow: boolean } {
  const gap = isNarrow(size) ? 6 : 14;
  const isLow = !isNarrow(size) && size.height >= 560;
  const width = Math.min(300, Math.max(206, size.width * 0.45));
  const height = isLow ? Math.min(400, size.height * 0.54) : size.height - 2 * gap;
  const inset = { x: size.width - width - gap, y: gap, width, height };
  return { inset, isLow, area: isLow ? size : { width: inset.x, height: size.height } };
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

function nameElement({ lines, x, y }: Name): SVGElement {
  const element = svg('text', { y, class: 'k-map-label', 'text-anchor': 'middle', 'aria-hidden': 'true' });
  lines.forEach((line, index) => {
    const part = svg('tspan', { x, dy: index > 0 ? lineHeight : 0 });
    part.textContent = line;
    element.append(part);
  });
  return element;
}

/** From a pin that was pushed aside to the place it stands for; nothing for one that covers it. */
function leaders(pins: readonly Placed[]): SVGElement[] {
  return pins
    .filter(({ x, y, radius, home }) => Math.hypot(x - home.x, y - home.y) > radius)
    .map(({ x, y, home }) => svg('line', { class: 'k-leader', x1: home.x, y1: home.y, x2: x, y2: y }));
}

/** The frame on the overview that tells which part the inset shows. */
function outline(view: View): SVGElement {
  const box = boxOf(easternCaribbean);
  return svg('rect', {
    class: 'k-inset-edge',
    x: (box.left - view.left) * view.scale,
    y: (box.top - view.top) * view.scale,
    width: (box.right - box.left) * view.scale,
    height: (box.bottom - box.top) * view.scale,
    rx: 3,
  });
}

/** The small islands from north to south, as the keyboard walks through them. */
function insetOf(
  geometry: Geometry,
  ours: ReadonlySet<string>,
  pins: readonly Pin[],
  frame: Frame,
  step: number,
) {
  const { x, y, width, height } = frame;
  const view = closeUp(frame, 30);
  const placed = place(
    [...pins].sort((a, b) => b.latitude - a.latitude),
    view,
    step,
  );
  const inset = svg('svg', { x, y, width, height });
  inset.append(
    svg('rect', { class: 'k-inset-sea', width, height }),
    coasts(geometry, ours, view),
    ...namesOf(placed, ['left', 'right', 'below', 'above'], frame).map(nameElement),
    ...leaders(placed),
    ...placed.map(pinElement),
    svg('rect', { class: 'k-inset-edge', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8 }),
  );
  return inset;
}

/** A drawing of `size`. Names of the larger countries are left out below 540 px, where they would not fit. */
export function drawMap(geometry: Geometry, pins: readonly Pin[], size: Size, title: string): SVGElement {
  const small = pins.filter((pin) => isWithin(easternCaribbean, pin));
  const large = pins.filter((pin) => !isWithin(easternCaribbean, pin));
  const ours = new Set(pins.map((pin) => pin.code));
  const step = isNarrow(size) ? 2 : 3;
  const { inset, area, isLow } = insetFrame(size);
  const hasInset = small.length > 0;
  const view = overview(large, hasInset ? area : size, {
    margin: isNarrow(size) ? 10 : 30,
    isLow: hasInset && isLow,
    height: geometry.height,
  });
  const placed = place(large, view, step);
  const drawing = svg('svg', {
    viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
    role: 'group',
    'aria-label': title,
  });
  drawing.append(coasts(geometry, ours, view));
  if (!isNarrow(size))
    drawing.append(...namesOf(placed, ['below', 'above', 'right', 'left'], size).map(nameElement));
  drawing.append(...leaders(placed), ...placed.map(pinElement));
  if (hasInset) drawing.append(outline(view), insetOf(geometry, ours, small, inset, step));
  return drawing;
}
