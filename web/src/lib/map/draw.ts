// SPDX-License-Identifier: Apache-2.0
import { callouts, type Callout } from './callouts';
import { lineHeight, namesOf, type Box, type Name, type Side } from './names';
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

/// Draws the Caribbean with one mark per country, and the small islands once more, large: in an inset, or on a narrow
/// screen in turn with the whole. Free of any framework: the server-written pages use it as it is.

/** What a narrow drawing shows. */
export type Part = 'region' | 'islands';

interface Frame extends Size {
  x: number;
  y: number;
}

interface Chart {
  geometry: Geometry;
  /** The countries that have a mark. */
  ours: ReadonlySet<string>;
}

const isNarrow = (size: Size) => size.width < 600;

/** In pixels: a finger needs 44, a mouse less. */
const measuresOf = (size: Size) =>
  isNarrow(size)
    ? { step: 2, reach: 22, lead: 30, margin: 10 }
    : { step: 3, reach: 14, lead: 26, margin: 30 };

const isSmall = (pin: Pin) => isWithin(easternCaribbean, pin);

/** Whether a drawing of `size` has no room for the small islands beside the whole, and shows one part at a time. */
export const isSwitched = (pins: readonly Pin[], size: Size): boolean =>
  isNarrow(size) && pins.some(isSmall) && !pins.every(isSmall);

/** Over the open Atlantic where the map is high enough for it, else right of the overview. */
function insetFrame(size: Size): { inset: Frame; area: Size; isLow: boolean } {
  const gap = 14;
  const isLow = size.height >= 560;
  const width = Math.min(340, size.width * 0.5);
  const height = isLow ? Math.min(400, size.height * 0.5) : size.height - 2 * gap;
  const inset = { x: size.width - width - gap, y: gap, width, height };
  return { inset, isLow, area: isLow ? size : { width: inset.x, height: size.height } };
}

function coasts({ geometry, ours }: Chart, view: View): SVGElement {
  const shift = `scale(${String(view.scale)}) translate(${String(-view.left)} ${String(-view.top)})`;
  const group = svg('g', { transform: shift, 'aria-hidden': 'true' });
  for (const [code, d] of Object.entries(geometry.countries)) {
    group.append(
      svg('path', { d, class: ours.has(code) ? 'k-coast is-ours' : 'k-coast', 'data-code': code }),
    );
  }
  return group;
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

function markElement(mark: Placed, name: Name | undefined): SVGElement {
  const link = svg('a', {
    class: 'k-pin',
    href: mark.href,
    'aria-label': mark.summary,
    'data-code': mark.code,
  });
  if (mark.color) link.setAttribute('data-color', String(mark.color));
  const { x, y } = mark;
  if (name) link.append(nameElement(name));
  link.append(svg('circle', { cx: x, cy: y, r: mark.radius }));
  // A fingertip needs more than a small island gives.
  link.append(svg('circle', { cx: x, cy: y, r: mark.reach, class: 'k-pin-reach' }));
  if (mark.count > 1) {
    const count = svg('text', { x, y: y + 4, class: 'k-pin-count' });
    count.textContent = String(mark.count);
    link.append(count);
  }
  return link;
}

const boxOfFrame = ({ x, y, width, height }: Frame): Box => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height,
});

/** From the place to its mark that stands aside; nothing for a mark that covers its place. */
function leader({ x, y, radius, home }: Placed): SVGElement[] {
  if (Math.hypot(x - home.x, y - home.y) <= radius) return [];
  return [
    svg('line', { class: 'k-leader', x1: home.x, y1: home.y, x2: x, y2: y }),
    svg('circle', { class: 'k-leader-end', cx: home.x, cy: home.y, r: 2.5 }),
  ];
}

function marks<P extends Placed>(
  placed: readonly P[],
  sidesOf: (pin: P) => readonly Side[],
  size: Size,
  covered?: Frame,
) {
  const names = namesOf(placed, sidesOf, size, covered ? [boxOfFrame(covered)] : []);
  return [...placed.flatMap(leader), ...placed.map((pin) => markElement(pin, names.get(pin)))];
}

/** The frame on the overview that tells which part the inset shows. */
function outline(view: View): SVGElement {
  const box = boxOf(easternCaribbean);
  return svg('rect', {
    class: 'k-inset-edge',
    'data-part': 'islands',
    x: (box.left - view.left) * view.scale,
    y: (box.top - view.top) * view.scale,
    width: (box.right - box.left) * view.scale,
    height: (box.bottom - box.top) * view.scale,
    rx: 3,
  });
}

const sidesOfOverview: readonly Side[] = ['below', 'above', 'right', 'left'];
const sidesOfCallout = ({ side }: Callout): readonly Side[] => [side, 'below', 'above'];

type Measures = ReturnType<typeof measuresOf>;

/** What the drawing leaves to the region. */
interface Fit {
  area: Size;
  isLow: boolean;
  /** The small islands stand elsewhere: over the region, or on another part. */
  hasIslands: boolean;
  inset?: Frame;
}

function region(
  chart: Chart,
  pins: readonly Pin[],
  { margin, ...measures }: Measures,
  { area, isLow, hasIslands, inset }: Fit,
): SVGElement[] {
  const view = overview(pins, area, { margin, isLow, land: chart.geometry });
  const placed = place(pins, view, area, measures);
  const edge = hasIslands ? [outline(view)] : [];
  return [coasts(chart, view), ...edge, ...marks(placed, () => sidesOfOverview, area, inset)];
}

function islands(chart: Chart, pins: readonly Pin[], size: Size, { reach, step, lead }: Measures) {
  const view = closeUp(size, 30);
  const placed = callouts(pins, view, step, { gap: 2 * reach, lead, height: size.height });
  return [coasts(chart, view), ...marks(placed, sidesOfCallout, size)];
}

function insetOf(chart: Chart, pins: readonly Pin[], frame: Frame, measures: Measures): SVGElement {
  const { x, y, width, height } = frame;
  const inset = svg('svg', { x, y, width, height });
  inset.append(
    svg('rect', { class: 'k-inset-sea', width, height }),
    ...islands(chart, pins, frame, measures),
    svg('rect', { class: 'k-inset-edge', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8 }),
  );
  return inset;
}

function partsOf(chart: Chart, pins: readonly Pin[], size: Size, part: Part): SVGElement[] {
  const [small, large] = [pins.filter(isSmall), pins.filter((pin) => !isSmall(pin))];
  const measures = measuresOf(size);
  if (small.length === 0)
    return region(chart, large, measures, { area: size, isLow: false, hasIslands: false });
  if (!isNarrow(size)) {
    const fit = insetFrame(size);
    return [
      ...region(chart, large, measures, { ...fit, hasIslands: true }),
      insetOf(chart, small, fit.inset, measures),
    ];
  }
  if (part === 'islands' || large.length === 0) return islands(chart, small, size, measures);
  return region(chart, large, measures, { area: size, isLow: false, hasIslands: true });
}

/** @param part  What is shown where there is no room for both (`isSwitched`). */
export function drawMap(
  geometry: Geometry,
  pins: readonly Pin[],
  size: Size,
  { title, part }: { title: string; part: Part },
): SVGElement {
  const chart = { geometry, ours: new Set(pins.map((pin) => pin.code)) };
  const drawing = svg('svg', {
    viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
    role: 'group',
    'aria-label': title,
  });
  drawing.append(...partsOf(chart, pins, size, part));
  return drawing;
}
