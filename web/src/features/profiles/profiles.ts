// SPDX-License-Identifier: Apache-2.0
import { api, ask, ifMatch } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type { Kind, ProfileDraft, ProfileRecord } from './drafts';

/// Profiles of organizations and clusters, edited section by section.

export const findProfile = (kind: Kind, id: string): Promise<Result<ProfileRecord>> =>
  kind === 'organization'
    ? ask(api.GET('/api/organizations/{id}', { params: { path: { id } } }))
    : ask(api.GET('/api/clusters/{cluster_id}', { params: { path: { cluster_id: id } } }));

type Body = Partial<ProfileDraft>;

/** Changes the given fields of the version that is seen. */
export const saveProfile = (kind: Kind, record: ProfileRecord, body: Body): Promise<Result<ProfileRecord>> =>
  kind === 'organization'
    ? ask(
        api.PATCH('/api/organizations/{id}', {
          params: { path: { id: record.id }, header: ifMatch(record) },
          body,
        }),
      )
    : ask(
        api.PATCH('/api/clusters/{cluster_id}', {
          params: { path: { cluster_id: record.id }, header: ifMatch(record) },
          body,
        }),
      );

/** Says that all of the version that is seen is right today. */
export const confirmProfile = (kind: Kind, record: ProfileRecord): Promise<Result<ProfileRecord>> =>
  kind === 'organization'
    ? ask(
        api.POST('/api/organizations/{id}/confirm', {
          params: { path: { id: record.id }, header: ifMatch(record) },
        }),
      )
    : ask(
        api.POST('/api/clusters/{cluster_id}/confirm', {
          params: { path: { cluster_id: record.id }, header: ifMatch(record) },
        }),
      );
