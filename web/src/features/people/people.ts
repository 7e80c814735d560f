// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { InvitationDraft, NewPerson, Person, PersonPatch } from '$lib/api/schema';

/// People without accounts and with: who is the contact of whom, and the way to an account or out again.

export const channels = ['email', 'whatsapp', 'phone', 'sms', 'paper'] as const;
export const consents = ['not_asked', 'given', 'withdrawn'] as const;
export const roles = [
  'contact',
  'owner',
  'manager',
  'delegate',
  'chair',
  'treasurer',
  'secretary',
  'facilitator',
  'adviser',
] as const;

/** All people of a cluster, page after page; those of one member where an organization is named. */
export async function listPeople(cluster_id: string, organization_id?: string): Promise<Result<Person[]>> {
  const people: Person[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string; organization_id?: string } = {
      limit: 200,
      ...(after ? { after } : {}),
      ...(organization_id ? { organization_id } : {}),
    };
    const result = await ask(
      api.GET('/api/clusters/{cluster_id}/people', { params: { path: { cluster_id }, query } }),
    );
    if (!result.ok) return result;
    people.push(...result.value.items);
    after = result.value.next;
  } while (after);
  return { ok: true, value: people };
}

export const listDuplicates = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/people/duplicates', { params: { path: { cluster_id } } }));

export const findPerson = (id: string) => ask(api.GET('/api/people/{id}', { params: { path: { id } } }));

export const addPerson = (cluster_id: string, body: NewPerson) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/people', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );

export const changePerson = (person: Person, body: PersonPatch) =>
  ask(api.PATCH('/api/people/{id}', { params: { path: { id: person.id }, header: ifMatch(person) }, body }));

export const makePrimary = (person: Person, role: Person['roles'][number]) =>
  ask(
    api.PATCH('/api/people/{id}/roles/{role_id}', {
      params: { path: { id: person.id, role_id: role.id }, header: ifMatch(role) },
      body: { is_primary: true, until: null },
    }),
  );

/** In which roles the person was asked to be shown publicly, and what came of it. */
export const listShowings = (id: string) =>
  ask(api.GET('/api/people/{id}/showings', { params: { path: { id } } }));

export const askToShow = (id: string, role_id: string) =>
  ask(api.POST('/api/people/{id}/roles/{role_id}/showing', { params: { path: { id, role_id } } }));

export const takeOffPage = (id: string, role_id: string) =>
  ask(api.DELETE('/api/people/{id}/roles/{role_id}/showing', { params: { path: { id, role_id } } }));

export const removeRole = (person: Person, role: Person['roles'][number]) =>
  ask(
    api.DELETE('/api/people/{id}/roles/{role_id}', {
      params: { path: { id: person.id, role_id: role.id }, header: ifMatch(role) },
    }),
  );

export const mergePeople = (kept: Person, other: Person) =>
  ask(
    api.POST('/api/people/{id}/merge', {
      params: { path: { id: kept.id } },
      body: { other_id: other.id },
    }),
  );

export const invitePerson = (person: Person, body: InvitationDraft) =>
  ask(
    api.POST('/api/people/{id}/invite', {
      params: { path: { id: person.id }, header: idempotency() },
      body,
    }),
  );

export const erasePerson = (person: Person) =>
  ask(
    api.POST('/api/people/{id}/erase', {
      params: { path: { id: person.id }, header: ifMatch(person) },
    }),
  );

export const lookAtInvitation = (token: string) =>
  ask(api.POST('/api/invitations/look', { body: { token } }));

export const acceptInvitation = (token: string, password: string) =>
  ask(api.POST('/api/invitations/accept', { body: { token, password } }));

/** What the form of a person holds. */
export type PersonDraft = Required<
  Pick<PersonPatch, 'name' | 'email' | 'phone' | 'language' | 'channel' | 'consent' | 'consent_on'>
>;

export const draftOfPerson = (person?: Person): PersonDraft => ({
  name: person?.name ?? '',
  email: person?.email ?? null,
  phone: person?.phone ?? null,
  language: person?.language ?? 'en',
  channel: person?.channel ?? null,
  consent: person?.consent ?? 'not_asked',
  consent_on: person?.consent_on ?? null,
});
