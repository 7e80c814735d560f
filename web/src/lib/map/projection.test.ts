// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
// @ts-expect-error The build script has no types; its frame must be ours.
import { project as projectAtBuild } from '../../../tools/map-frame.mjs';
import { project, unproject } from './projection';

vi.mock('$generated/caribbean.json?url', () => ({ default: '/caribbean.json' }));

test('pins and coasts are projected by the same frame', () => {
  const [x, y] = projectAtBuild([-61.75, 12.05]) as [number, number];
  expect(project(-61.75, 12.05).x).toBeCloseTo(x, 9);
  expect(project(-61.75, 12.05).y).toBeCloseTo(y, 9);
});

// 55 degrees of longitude make 6000 units.
test('one degree of longitude is 6000 / 55 units', () => {
  expect(project(-97, 0).x).toBeCloseTo(6000 / 55, 9);
});

test('a place in map units leads back to its degrees', () => {
  const { longitude, latitude } = unproject(project(-61.75, 12.05));
  expect(longitude).toBeCloseTo(-61.75, 9);
  expect(latitude).toBeCloseTo(12.05, 9);
});
