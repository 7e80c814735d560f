// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type {
  BulkChange,
  MemberFilter,
  MemberGroup,
  MemberGroupCreate,
  MemberGroupPatch,
  SavedView,
} from '$lib/api/schema';

/// What keeps a roster in order: groups, saved views and changes of many members at once.

const inCluster = (cluster_id: string) => ({ params: { path: { cluster_id } } });
const one = (record: { id: string; version: number }) => ({
  params: { path: { id: record.id }, header: ifMatch(record) },
});

export const findMember = (id: string) => ask(api.GET('/api/memberships/{id}', { params: { path: { id } } }));

export const listGroups = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/groups', inCluster(cluster_id)));

export const addGroup = (cluster_id: string, body: MemberGroupCreate) =>
  ask(api.POST('/api/clusters/{cluster_id}/groups', { ...inCluster(cluster_id), body }));

export const changeGroup = (group: MemberGroup, body: MemberGroupPatch) =>
  ask(api.PATCH('/api/groups/{id}', { ...one(group), body }));

export const removeGroup = (group: MemberGroup) => ask(api.DELETE('/api/groups/{id}', one(group)));

export const listViews = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/views', inCluster(cluster_id)));

export const addView = (cluster_id: string, name: string, filter: MemberFilter) =>
  ask(api.POST('/api/clusters/{cluster_id}/views', { ...inCluster(cluster_id), body: { name, filter } }));

export const changeView = (view: SavedView, filter: MemberFilter) =>
  ask(api.PATCH('/api/views/{id}', { ...one(view), body: { filter } }));

export const removeView = (view: SavedView) => ask(api.DELETE('/api/views/{id}', one(view)));

export const previewBulk = (cluster_id: string, body: BulkChange) =>
  ask(api.POST('/api/clusters/{cluster_id}/members/bulk/preview', { ...inCluster(cluster_id), body }));

/** All rows or none; a second send with the same key does nothing more. */
export const applyBulk = (cluster_id: string, body: BulkChange) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/members/bulk', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );
