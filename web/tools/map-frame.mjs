// SPDX-License-Identifier: Apache-2.0
// The frame of the map, shared with src/lib/map/projection.ts by a test.

/** West, south, east, north in degrees. */
export const box = [-98, -24, -43, 42];

const scale = 6000 / (box[2] - box[0]);
const mercator = (latitude) => (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** Spherical Mercator in map units: x grows to the east, y to the south, 6000 units wide. */
export const project = ([longitude, latitude]) => [
  (longitude - box[0]) * scale,
  (mercator(box[3]) - mercator(latitude)) * scale,
];

export const size = { width: 6000, height: Math.round(project([0, box[1]])[1]) };

/** ISO 3166-1 numeric to alpha-2 of what belongs to the wider Caribbean. */
export const codes = {
  '028': 'AG',
  '044': 'BS',
  '052': 'BB',
  '060': 'BM',
  '084': 'BZ',
  '092': 'VG',
  136: 'KY',
  192: 'CU',
  212: 'DM',
  214: 'DO',
  308: 'GD',
  328: 'GY',
  332: 'HT',
  388: 'JM',
  500: 'MS',
  531: 'CW',
  533: 'AW',
  534: 'SX',
  630: 'PR',
  652: 'BL',
  659: 'KN',
  660: 'AI',
  662: 'LC',
  663: 'MF',
  670: 'VC',
  740: 'SR',
  780: 'TT',
  796: 'TC',
  850: 'VI',
};
