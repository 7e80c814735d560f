// SPDX-License-Identifier: Apache-2.0
import { api, ask, fieldText, idempotency } from '$lib/api/client.svelte';
import type { Problem } from '$lib/api/problem';
import type { Candidate, OrganizationKind } from '$lib/api/schema';
import type { MemberDraft } from './memberships';

/// Adding one member to a roster.

/** What the form holds of an organization that the register may lack. */
export interface OrganizationDraft {
  name: string;
  kind: OrganizationKind;
  country_code: string;
  sector: string;
  locality: string;
  website: string;
}

export const newOrganization = (country_code: string): OrganizationDraft => ({
  name: '',
  kind: 'firm',
  country_code,
  sector: '',
  locality: '',
  website: '',
});

/** The choice of somebody who saw what resembles the organization: it is another one. */
export const noneOfThem = 'new';

/** The organizations of the register that the draft may mean; none while the name is too short to tell. */
export const candidatesOf = (cluster_id: string, { name, country_code, website }: OrganizationDraft) =>
  ask(
    api.GET('/api/clusters/{cluster_id}/candidates', {
      params: { path: { cluster_id }, query: { name, country_code, ...(website ? { website } : {}) } },
    }),
  );

/** What stays chosen when the register was asked again. None of others was not said of these.
 * @param before  The candidates among which it was chosen. */
export function choiceAmong(
  found: readonly Candidate[],
  choice: string,
  before: readonly Candidate[],
): string {
  const ids = found.map(({ id }) => id);
  const isStill =
    choice === noneOfThem
      ? ids.length === before.length && before.every(({ id }) => ids.includes(id))
      : ids.includes(choice);
  return isStill ? choice : '';
}

/** What the form of a new member holds. */
export interface NewMemberDraft {
  organization: OrganizationDraft;
  /** The id of an organization of the register, `noneOfThem`, or nothing while nobody was asked. */
  choice: string;
  draft: MemberDraft;
  /** The contact agreed, today, to stand on the roster. */
  agreed: boolean;
  /** The contact was erased on request before, and shall be asked again. */
  asksAgain: boolean;
}

function organizationOf({ organization, choice }: NewMemberDraft) {
  if (choice && choice !== noneOfThem) return { organization_id: choice };
  const { name, kind, country_code, sector, locality, website } = organization;
  return {
    organization: {
      name,
      kind,
      country_code,
      sector: sector || null,
      locality: locality || null,
      website: website || null,
    },
    is_new: choice === noneOfThem,
  };
}

/** Adds the member; `maybe_duplicate` asks the person to choose. */
export const addMember = (cluster_id: string, form: NewMemberDraft) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/members', {
      params: { path: { cluster_id }, header: idempotency() },
      body: {
        ...organizationOf(form),
        subsector: form.draft.subsector,
        subgroup: form.draft.subgroup,
        contact_name: form.draft.contact_name,
        contact_email: form.draft.contact_email,
        contact_phone: form.draft.contact_phone,
        language: form.draft.language,
        participates_in_programme: form.draft.participates_in_programme,
        asks_again: form.asksAgain,
        contact_consent_on: form.agreed ? new Date().toISOString().slice(0, 10) : null,
      },
    }),
  );

/** One message per field of the form; those of the organization stand a level deeper. */
export const errorsOf = ({ errors }: Problem): Record<string, string> =>
  Object.fromEntries(errors.map((error) => [error.pointer.split('/').at(-1) ?? '', fieldText(error)]));
