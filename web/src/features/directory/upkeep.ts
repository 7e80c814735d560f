// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { RecordKind, UpkeepLine } from '$lib/api/schema';
import { href } from '../../app/navigation';

/** Why a record wants a look: it is not published, nobody confirmed it for a year, or its source is to be found. */
export type UpkeepReason = 'draft' | 'stale' | 'source';

export const upkeep = (reason: UpkeepReason) =>
  ask(api.GET('/api/upkeep', { params: { query: { reason, limit: 200 } } }));

/** Where what a record says is changed. */
export const editOf = ({ kind, id }: { kind: RecordKind; id: UpkeepLine['id'] }): string =>
  kind === 'cluster'
    ? href('cluster_profile', { cluster_id: id })
    : href('organization_profile', { organization_id: id });
