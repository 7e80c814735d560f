// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Engagement, Expert, ExpertCreate, ExpertPatch } from '$lib/api/schema';
import { orNull, type Named } from '$features/registers/pickers';

/** The experts whose profile the account may change. */
export const listExperts = () =>
  ask(api.GET('/api/experts', { params: { query: { mine: true, limit: 200 } } }));

export const findExpert = (id: string) => ask(api.GET('/api/experts/{id}', { params: { path: { id } } }));

/** Asks the expert by mail to confirm the profile as it stands. */
export const inviteExpert = (expert: Expert) =>
  ask(
    api.POST('/api/experts/{id}/invite', {
      params: { path: { id: expert.id }, header: idempotency() },
    }),
  );

/** Erases the expert for good. */
export const eraseExpert = (expert: Expert) =>
  ask(api.DELETE('/api/experts/{id}', { params: { path: { id: expert.id }, header: ifMatch(expert) } }));

/** What the form of an engagement holds. */
export interface EngagementDraft {
  country_code: string;
  topic: string;
  for_whom: string;
  starts_on: string;
  ends_on: string;
  source: string;
  cluster_id: string | null;
}

/** What the form of an expert holds: texts as they are typed. */
export interface ExpertDraft {
  name: string;
  headline: string;
  about: Expert['about'];
  email: string;
  mail_language: string;
  objectives: string[];
  topics: string;
  languages: string[];
  countries: string[];
  organization: Named | null;
  engagements: EngagementDraft[];
}

/** An engagement with nothing filled in, or with what it has. */
export const engagementOf = (country_code: string, engagement?: Engagement): EngagementDraft => ({
  country_code: engagement?.country_code ?? country_code,
  topic: engagement?.topic ?? '',
  for_whom: engagement?.for_whom ?? '',
  starts_on: engagement?.starts_on ?? '',
  ends_on: engagement?.ends_on ?? '',
  source: engagement?.source ?? '',
  cluster_id: engagement?.cluster_id ?? null,
});

/** An empty draft, or what the expert has; the address never comes back. */
export const draftOf = (expert?: Expert): ExpertDraft => ({
  name: expert?.name ?? '',
  headline: expert?.headline ?? '',
  about: { ...expert?.about },
  email: '',
  mail_language: expert?.mail_language ?? 'en',
  objectives: [...(expert?.objectives ?? [])],
  topics: (expert?.topics ?? []).join(', '),
  languages: [...(expert?.languages ?? [])],
  countries: [...(expert?.countries ?? [])],
  organization: expert?.organization_id
    ? { id: expert.organization_id, name: expert.organization_name ?? '…' }
    : null,
  engagements: (expert?.engagements ?? []).map((each) => engagementOf(each.country_code, each)),
});

const sentEngagement = (draft: EngagementDraft): Engagement => ({
  ...draft,
  for_whom: orNull(draft.for_whom),
  starts_on: orNull(draft.starts_on),
  ends_on: orNull(draft.ends_on),
  source: orNull(draft.source),
});

/** What is sent of a draft, but the address. */
export const sentOf = (draft: ExpertDraft): Omit<ExpertCreate, 'email'> => ({
  name: draft.name,
  headline: draft.headline,
  about: draft.about,
  mail_language: draft.mail_language,
  objectives: draft.objectives,
  topics: draft.topics
    .split(',')
    .map((topic) => topic.trim())
    .filter(Boolean),
  languages: draft.languages,
  countries: draft.countries,
  organization_id: draft.organization?.id ?? null,
  engagements: draft.engagements.map(sentEngagement),
});

/** Enters a new expert, or changes one as it was seen; an empty address keeps the present one. */
export function saveExpert(draft: ExpertDraft, expert?: Expert) {
  const sent = sentOf(draft);
  if (!expert)
    return ask(
      api.POST('/api/experts', {
        params: { header: idempotency() },
        body: { ...sent, email: draft.email },
      }),
    );
  const body: ExpertPatch = draft.email ? { ...sent, email: draft.email } : sent;
  return ask(
    api.PATCH('/api/experts/{id}', { params: { path: { id: expert.id }, header: ifMatch(expert) }, body }),
  );
}
