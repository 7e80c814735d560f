// SPDX-License-Identifier: Apache-2.0
// Makes the Caribbean map from Natural Earth (world-atlas): clips it, gives the French and Dutch islands their own
// codes, simplifies it, and writes paths that are projected already, so that no projection library is shipped.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import { box, codes, project, size } from './map-frame.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const world = JSON.parse(readFileSync(`${root}node_modules/world-atlas/countries-10m.json`, 'utf8'));

const [west, south, east, north] = box;
const edges = [
  {
    inside: ([x]) => x >= west,
    cross: (a, b) => [west, a[1] + ((b[1] - a[1]) * (west - a[0])) / (b[0] - a[0])],
  },
  {
    inside: ([x]) => x <= east,
    cross: (a, b) => [east, a[1] + ((b[1] - a[1]) * (east - a[0])) / (b[0] - a[0])],
  },
  {
    inside: ([, y]) => y >= south,
    cross: (a, b) => [a[0] + ((b[0] - a[0]) * (south - a[1])) / (b[1] - a[1]), south],
  },
  {
    inside: ([, y]) => y <= north,
    cross: (a, b) => [a[0] + ((b[0] - a[0]) * (north - a[1])) / (b[1] - a[1]), north],
  },
];

/** Cuts a ring at the frame, one edge after the other (Sutherland and Hodgman). */
function clip(ring) {
  return edges.reduce(
    (points, edge) => {
      const kept = [];
      points.forEach((point, index) => {
        const before = points[(index + points.length - 1) % points.length];
        if (edge.inside(point) !== edge.inside(before)) kept.push(edge.cross(before, point));
        if (edge.inside(point)) kept.push(point);
      });
      return kept;
    },
    ring.slice(0, -1),
  );
}

/** Guadeloupe, Martinique and French Guiana lie inside France, and Bonaire, Saba and Statia inside the Netherlands. */
function codeOf(numeric, [x, y]) {
  if (numeric === '250') return x > -56 ? 'GF' : y > 15.4 ? 'GP' : 'MQ';
  return numeric === '528' ? 'BQ' : (codes[numeric] ?? '');
}

/** Fiji lies on both sides of the date line, and drawn flat would be a band around the world. */
function isAroundTheWorld(ring) {
  const longitudes = ring.map(([x]) => x);
  return Math.max(...longitudes) - Math.min(...longitudes) > 350;
}

function clippedByCode() {
  const polygons = new Map();
  for (const shape of feature(world, world.objects.countries).features) {
    const parts =
      shape.geometry?.type === 'Polygon' ? [shape.geometry.coordinates] : (shape.geometry?.coordinates ?? []);
    for (const [outer] of parts) {
      if (isAroundTheWorld(outer)) continue;
      const ring = clip(outer);
      if (ring.length < 3) continue;
      const code = codeOf(shape.id, ring[0]);
      if (!polygons.has(code)) polygons.set(code, []);
      polygons.get(code).push([[...ring, ring[0]]]);
    }
  }
  return polygons;
}

// Square degrees of the triangle a point makes with its neighbors; below it the point is dropped.
const coarse = 0.0025;
const fine = 0.0001;
// The Lesser Antilles with Barbados and Tobago, Bermuda, and the islands off Venezuela.
const smallIslands = [
  [-66, 10.8, -58.5, 19.5],
  [-66, 31, -63, 34],
  [-71, 11.9, -67, 13],
];
const isSmallIsland = ([x, y]) => smallIslands.some(([w, s, e, n]) => x > w && x < e && y > s && y < n);

function simplified(polygons) {
  const shapes = Object.fromEntries(
    [...polygons].map(([code, coordinates]) => [code || 'other', { type: 'MultiPolygon', coordinates }]),
  );
  const topo = presimplify(topology(shapes, 1e6));
  topo.arcs = topo.arcs.map((arc) =>
    arc
      .filter(([x, y, weight], index) => {
        const isEnd = index === 0 || index === arc.length - 1;
        return isEnd || weight >= (isSmallIsland([x, y]) ? fine : coarse);
      })
      .map(([x, y]) => [x, y]),
  );
  delete topo.transform;
  return Object.entries(topo.objects).map(([code, object]) => [
    code,
    feature(topo, object).geometry.coordinates,
  ]);
}

/** Closed path of whole map units; empty when nothing of the ring is left at this precision. */
function ringPath(ring) {
  const points = ring.map((point) => project(point).map(Math.round));
  const steps = points.slice(1, -1).map(([x, y], index) => [x - points[index][0], y - points[index][1]]);
  const kept = steps.filter(([dx, dy]) => dx || dy);
  if (kept.length < 2) return '';
  const numbers = kept.flat().map((step, index) => `${index > 0 && step >= 0 ? ' ' : ''}${step}`);
  return `M${points[0].join(' ')}l${numbers.join('')}z`;
}

const pathOf = (polygons) => polygons.map(([ring]) => ringPath(ring)).join('');

const countries = Object.fromEntries(
  simplified(clippedByCode()).map(([code, polygons]) => [code, pathOf(polygons)]),
);
mkdirSync(`${root}src/generated`, { recursive: true });
writeFileSync(`${root}src/generated/caribbean.json`, JSON.stringify({ ...size, countries }));
