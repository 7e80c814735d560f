// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test, vi } from 'vitest';
import type { Member } from './memberships';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
const { emptyFilter, fits, narrowedBy, valuesOf } = await import('./roster');

const member = (own: Partial<Record<string, unknown>>): Member =>
  ({
    label: 'Concord Chocolate',
    organization: { name: 'Concord Valley Chocolate' },
    category: 'core_firm',
    country_code: 'GD',
    subgroup: 'Grenada',
    fee_class: null,
    tags: [],
    groups: [],
    participates_in_programme: null,
    contact_name: null,
    contact_email: null,
    contact_phone: null,
    left_on: null,
    ...own,
  }) as unknown as Member;
const today = '2026-10-20';

describe('a roster', () => {
  test('shows who belongs: who leaves tomorrow does, who left today does not', () => {
    expect(fits(member({ left_on: '2026-10-21' }), emptyFilter(), today)).toBe(true);
    expect(fits(member({ left_on: '2026-10-20' }), emptyFilter(), today)).toBe(false);
    expect(fits(member({ left_on: '2026-10-20' }), { ...emptyFilter(), presence: 'left' }, today)).toBe(true);
  });

  test('finds a member by any of its names, its contact and its tags', () => {
    const wanted = member({ contact_name: 'Shanelle Joseph', tags: ['Organic'] });
    for (const search of ['valley', 'CONCORD choc', 'shanelle', 'organic'])
      expect(fits(wanted, { ...emptyFilter(), search }, today)).toBe(true);
    expect(fits(wanted, { ...emptyFilter(), search: 'nutmeg' }, today)).toBe(false);
  });

  test('takes several values of one list as any of them, and several lists as all of them', () => {
    const filter = { ...emptyFilter(), tag: ['Organic', 'Export'], country_code: ['GD'] };
    expect(fits(member({ tags: ['Export'] }), filter, today)).toBe(true);
    expect(fits(member({ tags: ['Export'], country_code: 'LC' }), filter, today)).toBe(false);
    expect(narrowedBy(filter)).toBe(2);
  });

  test('counts a member whom nobody asked as not taking part', () => {
    const filter = { ...emptyFilter(), participates_in_programme: false };
    expect(fits(member({}), filter, today)).toBe(true);
    expect(fits(member({ participates_in_programme: true }), filter, today)).toBe(false);
  });

  test('finds members that nobody can reach', () => {
    const filter = { ...emptyFilter(), has_contact: false };
    expect(fits(member({}), filter, today)).toBe(true);
    expect(fits(member({ contact_phone: '+1-473-555-0102' }), filter, today)).toBe(false);
  });

  test('offers each value once, in order', () => {
    expect(
      valuesOf([member({ tags: ['b', 'a'] }), member({ tags: ['a'] })], (each) =>
        'tags' in each ? each.tags : [],
      ),
    ).toEqual(['a', 'b']);
  });
});
