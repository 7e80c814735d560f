// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { RosterEntry } from '$lib/api/schema';
import { chosenOf, withPerson } from './chosen';

const entry = (informants: (string | null)[], contact?: string) =>
  ({
    informants: informants.map((person_id) => ({ person_id })),
    candidates: contact ? [{ person_id: contact, is_primary: true }] : [],
  }) as RosterEntry;

test('a link that names nobody reaches the contact of the member', () => {
  expect(chosenOf(entry([null, 'owner'], 'clerk'))).toEqual(['clerk', 'owner']);
  expect(chosenOf(entry([null]))).toEqual([]);
});

test('people are added at the end, and somebody is always asked', () => {
  expect(withPerson(['clerk'], 'owner', true)).toEqual(['clerk', 'owner']);
  expect(withPerson(['clerk', 'owner'], 'clerk', false)).toEqual(['owner']);
  expect(withPerson(['clerk'], 'clerk', false)).toEqual(['clerk']);
});
