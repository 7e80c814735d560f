// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { RecordKind, TierReport } from '$lib/api/schema';

export type { TierReport };
export type Tier = NonNullable<TierReport['tier']>;

/// How much of a listing was checked, what is missing for the next tier, and the documents behind it.

export interface Subject {
  kind: RecordKind;
  id: string;
}

/** From the first to the highest. */
export const tiers: readonly Tier[] = ['listed', 'active', 'verified'];

/** Whether a document is called what it is for, so that once is enough; apostrophes come in two shapes. */
export const isNamedByPurpose = (title: string, purpose: string): boolean =>
  title.replaceAll("'", '’').toLowerCase() === purpose.toLowerCase();

export const tierReport = ({ kind, id }: Subject) =>
  kind === 'cluster'
    ? ask(api.GET('/api/clusters/{cluster_id}/tier', { params: { path: { cluster_id: id } } }))
    : ask(api.GET('/api/organizations/{id}/tier', { params: { path: { id } } }));

export interface DocumentDraft {
  title: string;
  url: string;
  held_on: string;
  expires_on: string;
}

export const emptyDocument = (): DocumentDraft => ({
  title: '',
  url: '',
  held_on: new Date().toISOString().slice(0, 10),
  expires_on: '',
});

const sent = ({ title, url, held_on, expires_on }: DocumentDraft) => ({
  title,
  url: url || null,
  held_on,
  expires_on: expires_on || null,
});

export const noteAgreement = (cluster_id: string, draft: DocumentDraft) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/agreement', {
      params: { path: { cluster_id } },
      body: sent(draft),
    }),
  );

export const noteReview = ({ kind, id }: Subject, draft: DocumentDraft) =>
  ask(api.POST('/api/reviews', { body: { kind, record_id: id, ...sent(draft) } }));

export interface WaiverDraft {
  tier: 'listed' | 'active' | 'verified';
  programme: string;
  reason: string;
  until_on: string;
}

export const waive = ({ kind, id }: Subject, draft: WaiverDraft) =>
  ask(api.POST('/api/waivers', { body: { kind, record_id: id, ...draft } }));
