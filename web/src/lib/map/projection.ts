// SPDX-License-Identifier: Apache-2.0
import geometryUrl from '$generated/caribbean.json?url';

/// The frame of the prepared map (`tools/map-frame.mjs`, compared by a test): spherical Mercator, 6000 units wide.
const west = -98;
const north = 42;
const unitsPerDegree = 6000 / 55;

/** Paths in map units by ISO 3166-1 alpha-2 code; `other` is the land around the Caribbean. */
export interface Geometry {
  width: number;
  height: number;
  countries: Record<string, string>;
}

export interface Point {
  x: number;
  y: number;
}

function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

/** The place in map units; x grows to the east, y to the south. */
export function project(longitude: number, latitude: number): Point {
  return {
    x: (longitude - west) * unitsPerDegree,
    y: (mercator(north) - mercator(latitude)) * unitsPerDegree,
  };
}

/** The inverse of `project`: degrees of a place in map units. */
export function unproject({ x, y }: Point): { longitude: number; latitude: number } {
  const height = ((mercator(north) - y / unitsPerDegree) * Math.PI) / 180;
  return {
    longitude: west + x / unitsPerDegree,
    latitude: ((2 * Math.atan(Math.exp(height)) - Math.PI / 2) * 180) / Math.PI,
  };
}

/** Fetches the paths; about 10 kB on the wire, so call it when the page has settled. */
export async function loadGeometry(): Promise<Geometry> {
  const response = await fetch(geometryUrl);
  if (!response.ok) throw new Error(`The map answered ${String(response.status)}`);
  return (await response.json()) as Geometry;
}
