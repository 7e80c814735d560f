// SPDX-License-Identifier: Apache-2.0
import { countryName } from '$lib/i18n/i18n.svelte';
import type { Group, RosterMember } from './sheet';

/// How a roster is shown that is too long for one list. Pure, so that it can be tested.

/** Names that are shown at once, at most; up to as many the roster is one list. */
export const mostAtOnce = 60;

/** What a group is called; empty when it has no name. */
export const groupName = ({ name, members }: Group): string =>
  members.some(({ by_country }) => by_country) ? countryName(name) : name;

/** Names that are shown together: a group, or a part of one that is too long. */
export interface Segment {
  /** As readers see it; a part says from which letters to which it goes: "Makers C–H". */
  name: string;
  members: RosterMember[];
}

const initial = (member: RosterMember | undefined): string =>
  [...(member?.label ?? '')][0]?.toLocaleUpperCase() ?? '';

function partsOf({ name, members }: Segment): Segment[] {
  const count = Math.ceil(members.length / mostAtOnce);
  if (count === 1) return [{ name, members }];
  const size = Math.ceil(members.length / count);
  return Array.from({ length: count }, (_, at) => {
    const part = members.slice(at * size, (at + 1) * size);
    return { name: `${name} ${initial(part[0])}–${initial(part.at(-1))}`, members: part };
  });
}

/** The groups in their order, those that are too long in parts of about equal length.
 * @param named  What a group is called. */
export const segmentsOf = (groups: readonly Group[], named: (group: Group) => string): Segment[] =>
  groups.flatMap((group) => partsOf({ name: named(group), members: group.members }));

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Those whose name has, for each word that was typed, a word that begins with it; accents and capitals do not
 * matter. Those whose first word fits come first. Nobody when no word was typed.
 * @complexity O(members), about a millisecond for a thousand. */
export function findNames(members: readonly RosterMember[], typed: string): RosterMember[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const found = members.flatMap((member) => {
    const words = wordsOf(member.label);
    const fits = wanted.every((each) => words.some((word) => word.startsWith(each)));
    return fits ? [{ member, isFirst: words[0]?.startsWith(wanted[0] ?? '') ?? false }] : [];
  });
  return [...found.filter(({ isFirst }) => isFirst), ...found.filter(({ isFirst }) => !isFirst)].map(
    ({ member }) => member,
  );
}
