// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import { offline, problemOf, type Result } from '$lib/api/problem';
import type {
  ListedMember,
  MembershipPatch,
  OrganizationKind,
  RosterMember,
  RosterResult,
} from '$lib/api/schema';

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

/** Sends the file as it is: encoding and separators are the server's to find out. */
async function sendRoster<T>(
  path: string,
  file: File,
  headers: Record<string, string> = {},
): Promise<Result<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      body: file,
      headers: { 'Content-Type': 'text/csv', ...headers },
    });
    const body: unknown = await response.json().catch(() => undefined);
    return response.ok
      ? { ok: true, value: body as T }
      : { ok: false, problem: problemOf(response.status, body) };
  } catch {
    return { ok: false, problem: offline };
  }
}

/** What a facilitator decides about single rows: leave them out, or take them for another organization of that name. */
export interface RosterChoices {
  skip_rows: readonly number[];
  new_rows: readonly number[];
}

function queryOf(choices: RosterChoices): string {
  const query = new URLSearchParams();
  for (const [name, rows] of Object.entries(choices)) if (rows.length) query.set(name, rows.join(','));
  const text = query.toString();
  return text && `?${text}`;
}

/** All or nothing; a second send with the same key does nothing more. */
export const importRoster = (cluster_id: string, file: File, choices: RosterChoices) =>
  sendRoster<RosterResult>(
    `/api/clusters/${cluster_id}/roster/import${queryOf(choices)}`,
    file,
    idempotency(),
  );

// Columns of a member list by the field of the form that fills them.
const columnOf = {
  organization_name: 'name',
  label: 'label',
  kind: 'kind',
  country_code: 'country',
  subsector: 'subsector',
  subgroup: 'subgroup',
  contact_name: 'contact_name',
  contact_email: 'email',
  contact_phone: 'phone',
  language: 'language',
} as const;

const quoted = (cell: string | null) => `"${(cell ?? '').replaceAll('"', '""')}"`;

/** Adds one member as a list of one row, so that the directory is searched for its organization in the same way. */
export function addMember(cluster_id: string, draft: MemberDraft): Promise<Result<RosterResult>> {
  const fields = Object.keys(columnOf) as (keyof typeof columnOf)[];
  const header = fields.map((field) => columnOf[field]).join(',');
  const row = fields.map((field) => quoted(draft[field])).join(',');
  const programme = draft.participates_in_programme ? 'yes' : '';
  const text = `${header},participates_in_programme\n${row},${programme}\n`;
  return importRoster(cluster_id, new File([text], 'member.csv', { type: 'text/csv' }), {
    skip_rows: [],
    new_rows: [],
  });
}

/** The field of the form that a problem with such a row is about. */
export function fieldOfColumn(column: string): string {
  const [field] = Object.entries(columnOf).find(([, name]) => name === column) ?? [column];
  return field;
}
