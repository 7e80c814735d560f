// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import type { CoAttendance } from '$lib/api/schema';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
const { metAtLeast, nodesOf, tiesOf } = await import('./meetings');

const attender = (membership_id: string, country_code: string) => ({
  membership_id,
  country_code,
  attended: 1,
});
const network = {
  attenders: [attender('a', 'GD'), attender('b', 'DM'), attender('c', 'GD')],
  pairs: [
    { one_id: 'a', other_id: 'b', meetings: 3, closeness: 1 },
    { one_id: 'b', other_id: 'c', meetings: 1, closeness: 0.5 },
  ],
} as CoAttendance;

test('members of one country share a color', () => {
  expect(nodesOf(network).map(({ community }) => community)).toEqual([0, 1, 0]);
});

test('pairs that met less often than asked for are left out', () => {
  expect(tiesOf(metAtLeast(network, 2))).toMatchObject([{ from: 'a', to: 'b', value: 3, mutual: true }]);
});
