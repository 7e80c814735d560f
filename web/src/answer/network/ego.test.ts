// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { OwnNetwork } from '$lib/api/schema';
import { countriesOf, placeOf, sharePicture, tied, type Contact } from './ego';

const contact = (label: string, country_code: string, named: boolean): Contact =>
  ({
    member_id: label,
    label,
    country_code,
    named: named ? ['know'] : [],
    names_me: [],
    disputed: ['know'],
  }) as never;
const contacts = [contact('Concord <Chocolate>', 'GD', true), contact('Trafalgar', 'DM', true)];

test('what is shared names nobody but oneself', () => {
  const picture = sharePicture(contacts, 'Cocoa & Co', '2 contacts in 2 countries');
  expect(picture).toContain('Cocoa &#38; Co');
  for (const { label } of contacts) expect(picture).not.toContain(label.split(' ')[0]);
  expect(picture.match(/<circle/g)).toHaveLength(3);
});

test('somebody who is only disputed is no contact', () => {
  const network = { contacts: [...contacts, contact('Choiseul', 'LC', false)] } as unknown as OwnNetwork;
  expect(tied(network).map(({ label }) => label)).toEqual(['Concord <Chocolate>', 'Trafalgar']);
  expect(countriesOf(tied(network))).toBe(2);
});

test('contacts stand around the middle, the first above it', () => {
  expect(placeOf(0, 4).y).toBeCloseTo(-1);
  expect(placeOf(1, 4).x).toBeCloseTo(1);
});
