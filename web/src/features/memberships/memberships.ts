// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import { offline, problemOf, type Result } from '$lib/api/problem';
import type {
  Membership,
  MembershipDraft,
  OrganizationKind,
  RosterPreview,
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

export const listMembers = (cluster_id: string) =>
  ask(
    api.GET('/api/clusters/{cluster_id}/members', {
      params: { path: { cluster_id }, query: { limit: 500 } },
    }),
  );

/** What the form of a member holds: its own fields and the organization behind it. */
export interface MemberDraft extends MembershipDraft {
  organization_name: string;
  kind: OrganizationKind;
}

const sameName = (a: string, b: string) =>
  a.trim().localeCompare(b.trim(), undefined, { sensitivity: 'base' }) === 0;

/** The organization of that name in the directory, or a new entry. */
async function organizationFor({
  organization_name: name,
  kind,
  country_code,
}: MemberDraft): Promise<Result<{ id: string }>> {
  const found = await ask(api.GET('/api/organizations', { params: { query: { q: name, limit: 20 } } }));
  if (!found.ok) return found;
  const known = found.value.items.find(
    (each) => sameName(each.name, name) && each.country_code === country_code,
  );
  if (known) return { ok: true, value: known };
  return ask(
    api.POST('/api/organizations', {
      body: { name, kind, country_code },
      headers: idempotency(),
    }),
  );
}

function sentOf({ organization_name, kind, ...own }: MemberDraft): MembershipDraft {
  void kind;
  return { ...own, label: own.label || organization_name.slice(0, 60) };
}

export async function addMember(cluster_id: string, draft: MemberDraft): Promise<Result<Membership>> {
  const organization = await organizationFor(draft);
  if (!organization.ok) return organization;
  const body = { ...sentOf(draft), organization_id: organization.value.id };
  return ask(
    api.POST('/api/clusters/{cluster_id}/members', {
      params: { path: { cluster_id } },
      body,
      headers: idempotency(),
    }),
  );
}

export const changeMember = (member: Membership, draft: MemberDraft) =>
  ask(
    api.PATCH('/api/memberships/{id}', {
      params: { path: { id: member.id } },
      body: sentOf(draft),
      headers: ifMatch(member),
    }),
  );

export const removeMember = (member: Membership) =>
  ask(api.DELETE('/api/memberships/{id}', { params: { path: { id: member.id } }, headers: ifMatch(member) }));

/** A draft with nothing filled in, or with what the member has. */
export function draftOf(member: Membership | undefined, country_code: string): MemberDraft {
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

export const previewRoster = (cluster_id: string, file: File) =>
  sendRoster<RosterPreview>(`/api/clusters/${cluster_id}/roster/preview`, file);

/** All or nothing; a second send with the same key does nothing more. */
export const importRoster = (cluster_id: string, file: File, skip_rows: readonly number[]) =>
  sendRoster<RosterResult>(
    `/api/clusters/${cluster_id}/roster/import${skip_rows.length ? `?skip_rows=${skip_rows.join(',')}` : ''}`,
    file,
    idempotency(),
  );
