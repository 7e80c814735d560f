// SPDX-License-Identifier: Apache-2.0
import type { MemberFilter } from '$lib/api/schema';
import { hasContacts, type Member } from './memberships';

/// Which members a roster shows. Pure functions over what the server sent: three hundred members take no time.

/** Everybody who belongs now, by name. */
export const emptyFilter = (): MemberFilter => ({
  search: '',
  category: [],
  country_code: [],
  subgroup: [],
  fee_class: [],
  tag: [],
  group: [],
  participates_in_programme: null,
  has_contact: null,
  presence: 'present',
  sorted_by: 'label',
  is_descending: false,
});

const isAmong = <T>(wanted: readonly T[], own: readonly (T | null)[]): boolean =>
  wanted.length === 0 || own.some((each) => each !== null && wanted.includes(each));

function isFound(member: Member, search: string): boolean {
  const contact = hasContacts(member)
    ? [member.contact_name, member.contact_email, member.contact_phone, ...member.tags]
    : [];
  return [member.label, member.organization.name, ...contact]
    .join(' ')
    .toLocaleLowerCase()
    .includes(search.trim().toLocaleLowerCase());
}

function isPresent(member: Member, presence: MemberFilter['presence'], today: string): boolean {
  const hasLeft = member.left_on !== null && member.left_on <= today;
  return presence === 'all' || hasLeft === (presence === 'left');
}

/** What only the facilitator is told of a member. */
function fitsPrivately(member: Member, filter: MemberFilter): boolean {
  if (!hasContacts(member)) return true;
  const hasContact = Boolean(member.contact_email ?? member.contact_phone);
  return (
    isAmong(filter.fee_class, [member.fee_class]) &&
    isAmong(filter.tag, member.tags) &&
    isAmong(filter.group, member.groups) &&
    (filter.has_contact === null || filter.has_contact === hasContact) &&
    (filter.participates_in_programme === null ||
      filter.participates_in_programme === (member.participates_in_programme ?? false))
  );
}

/** Whether the filter lets a member through. @param today  As `YYYY-MM-DD`: who leaves tomorrow belongs today. */
export function fits(member: Member, filter: MemberFilter, today: string): boolean {
  return (
    isPresent(member, filter.presence, today) &&
    isAmong(filter.category, [member.category]) &&
    isAmong(filter.country_code, [member.country_code]) &&
    isAmong(filter.subgroup, [member.subgroup]) &&
    fitsPrivately(member, filter) &&
    isFound(member, filter.search)
  );
}

/** How many of the filter's parts narrow the roster; the search is seen anyway. */
export function narrowedBy(filter: MemberFilter): number {
  const lists = [
    filter.category,
    filter.country_code,
    filter.subgroup,
    filter.fee_class,
    filter.tag,
    filter.group,
  ];
  const others = [
    filter.participates_in_programme !== null,
    filter.has_contact !== null,
    filter.presence !== 'present',
  ];
  return lists.filter((each) => each.length > 0).length + others.filter(Boolean).length;
}

/** The values that stand on a roster, each once and in order, for the choices of a filter. */
export function valuesOf(members: readonly Member[], read: (member: Member) => readonly (string | null)[]) {
  const found = members.flatMap(read).filter((each): each is string => Boolean(each));
  return [...new Set(found)].sort((a, b) => a.localeCompare(b));
}
