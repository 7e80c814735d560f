// SPDX-License-Identifier: Apache-2.0
import { api, ask, ifMatch } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { ListedMember, MembershipPatch, OrganizationKind, RosterMember } from '$lib/api/schema';

export const organizationKinds: readonly OrganizationKind[] = [
  'firm',
  'cooperative',
  'bso',
  'association',
  'academia',
  'research',
  'public_body',
  'finance',
  'non_profit',
  'other',
];

export const categories = [
  'core_firm',
  'related_firm',
  'support_organization',
  'academia',
  'public_body',
  'finance',
  'civil_society',
  'other',
] as const;

export const leftReasons = [
  'closed',
  'merged',
  'moved',
  'cost',
  'no_benefit',
  'no_time',
  'excluded',
  'other',
] as const;

/** Contacts come only to the one who runs the cluster. */
export type Member = RosterMember | ListedMember;

export const hasContacts = (member: Member): member is RosterMember => 'contact_email' in member;

/** All members, page after page; without contacts for whoever does not run the cluster. */
export async function listMembers(cluster_id: string, mayEdit: boolean): Promise<Result<Member[]>> {
  const path = mayEdit ? '/api/clusters/{cluster_id}/members' : '/api/clusters/{cluster_id}/profiles';
  const members: Member[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = after ? { limit: 200, after } : { limit: 200 };
    const result = await ask(api.GET(path, { params: { path: { cluster_id }, query } }));
    if (!result.ok) return result;
    members.push(...result.value.items);
    after = result.value.next;
  } while (after);
  return { ok: true, value: members };
}

/** What the form of a member holds: its own fields and the organization behind it. */
export interface MemberDraft extends Omit<Required<MembershipPatch>, 'organization_id'> {
  organization_name: string;
  kind: OrganizationKind;
}

function sentOf({ organization_name, kind, ...own }: MemberDraft): MembershipPatch {
  void kind;
  return {
    ...own,
    label: own.label || organization_name.slice(0, 60),
    joined_on: own.joined_on || null,
    left_on: own.left_on || null,
  };
}

export const changeMember = (member: RosterMember, draft: MemberDraft) =>
  ask(
    api.PATCH('/api/memberships/{id}', {
      params: { path: { id: member.id }, header: ifMatch(member) },
      body: sentOf(draft),
    }),
  );

export const removeMember = (member: RosterMember) =>
  ask(api.DELETE('/api/memberships/{id}', { params: { path: { id: member.id }, header: ifMatch(member) } }));

/** A draft with nothing filled in, or with what the member has. */
export function draftOf(member: RosterMember | undefined, country_code: string): MemberDraft {
  return {
    organization_name: member?.organization.name ?? '',
    kind: member?.organization.kind ?? 'firm',
    label: member?.label ?? '',
    country_code: member?.country_code ?? country_code,
    subsector: member?.subsector ?? null,
    subgroup: member?.subgroup ?? null,
    contact_name: member?.contact_name ?? null,
    contact_email: member?.contact_email ?? null,
    contact_phone: member?.contact_phone ?? null,
    language: member?.language ?? 'en',
    participates_in_programme: member?.participates_in_programme ?? null,
    is_facilitator: member?.is_facilitator ?? false,
    joined_on: member?.joined_on ?? null,
    left_on: member?.left_on ?? null,
    left_reason: member?.left_reason ?? null,
    category: member?.category ?? null,
    fee_class: member?.fee_class ?? null,
    tags: member?.tags ?? [],
  };
}
