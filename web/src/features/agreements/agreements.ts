// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Agreement, AgreementCreate, AgreementKind, Obligation, Visibility } from '$lib/api/schema';
import { orNull } from '$features/registers/pickers';

export const agreementKinds: readonly AgreementKind[] = [
  'memorandum',
  'cooperation',
  'funding',
  'service',
  'data_sharing',
  'other',
];

/** Who may read an agreement; other levels do not exist for it. */
export const agreementLevels: readonly Visibility[] = ['private', 'cluster', 'public'];

/** The agreements that the account keeps. */
export const listAgreements = () =>
  ask(api.GET('/api/agreements', { params: { query: { mine: true, limit: 200 } } }));

export const findAgreement = (id: string) =>
  ask(api.GET('/api/agreements/{id}', { params: { path: { id } } }));

export const removeAgreement = (agreement: Agreement) =>
  ask(
    api.DELETE('/api/agreements/{id}', {
      params: { path: { id: agreement.id }, header: ifMatch(agreement) },
    }),
  );

/** "cluster:ID" or "organization:ID": who keeps an agreement, as one value of a menu. */
export type Keeper = string;

/** What the form of an agreement holds: texts as they are typed. */
export interface AgreementDraft {
  title: string;
  kind: AgreementKind;
  keeper: Keeper;
  parties: { organization_id: string | null; name: string; agrees_to_publish: boolean }[];
  obligations: { text: string; owner: string; due_on: string; done_on: string }[];
  signed_on: string;
  valid_from: string;
  valid_until: string;
  document_url: string;
  visibility: Visibility;
}

const keeperOf = ({ cluster_id, organization_id }: Agreement): Keeper =>
  cluster_id ? `cluster:${cluster_id}` : `organization:${organization_id ?? ''}`;

/** A draft with nothing but its keeper, or what the agreement has. */
export const draftOf = (keeper: Keeper, agreement?: Agreement): AgreementDraft => ({
  title: agreement?.title ?? '',
  kind: agreement?.kind ?? 'memorandum',
  keeper: agreement ? keeperOf(agreement) : keeper,
  parties: (agreement?.parties ?? []).map((party) => ({ ...party })),
  obligations: (agreement?.obligations ?? []).map(({ text, owner, due_on, done_on }) => ({
    text,
    owner: owner ?? '',
    due_on: due_on ?? '',
    done_on: done_on ?? '',
  })),
  signed_on: agreement?.signed_on ?? '',
  valid_from: agreement?.valid_from ?? '',
  valid_until: agreement?.valid_until ?? '',
  document_url: agreement?.document_url ?? '',
  visibility: agreement?.visibility ?? 'private',
});

/** What is sent of a draft. */
export function sentOf(draft: AgreementDraft): AgreementCreate {
  const [scope, id = ''] = draft.keeper.split(':');
  return {
    title: draft.title,
    kind: draft.kind,
    cluster_id: scope === 'cluster' ? id : null,
    organization_id: scope === 'organization' ? id : null,
    parties: draft.parties,
    obligations: draft.obligations.map(({ text, owner, due_on, done_on }) => ({
      text,
      owner: orNull(owner),
      due_on: orNull(due_on),
      done_on: orNull(done_on),
    })),
    signed_on: orNull(draft.signed_on),
    valid_from: orNull(draft.valid_from),
    valid_until: orNull(draft.valid_until),
    document_url: orNull(draft.document_url),
    visibility: draft.visibility,
  };
}

/** Enters a new agreement, or changes one as it was seen. */
export const saveAgreement = (draft: AgreementDraft, agreement?: Agreement) =>
  agreement
    ? ask(
        api.PATCH('/api/agreements/{id}', {
          params: { path: { id: agreement.id }, header: ifMatch(agreement) },
          body: sentOf(draft),
        }),
      )
    : ask(api.POST('/api/agreements', { params: { header: idempotency() }, body: sentOf(draft) }));

/** Whether something is owed that is past its day. */
export const isOverdue = ({ due_on, done_on }: Obligation, today: string): boolean =>
  due_on !== null && done_on === null && due_on < today;

const soonDays = 90;

/** Whether an agreement ends within the time in which its keepers are told. */
export function endsSoon({ valid_until }: Agreement, today: string): boolean {
  if (!valid_until || valid_until < today) return false;
  return Date.parse(valid_until) - Date.parse(today) <= soonDays * 86_400_000;
}
