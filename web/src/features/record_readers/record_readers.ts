// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { ReadKind } from '$lib/api/schema';
import { href } from '../../app/navigation';

/// Who can see a record.

const kinds: readonly ReadKind[] = [
  'organization',
  'cluster',
  'project',
  'expert',
  'agreement',
  'person',
  'wave',
  'attachment',
  'exported_file',
];

/** The kind that an address names; an organization for anything else, which the server then does not find. */
export const kindOf = (text: string): ReadKind => kinds.find((kind) => kind === text) ?? 'organization';

/** The page of the record itself; files have none. */
export const pageOf = (kind: ReadKind, id: string): string | undefined =>
  ({
    organization: href('organization_profile', { organization_id: id }),
    cluster: href('cluster', { cluster_id: id }),
    project: href('project', { project_id: id }),
    expert: href('expert', { expert_id: id }),
    agreement: href('agreement', { agreement_id: id }),
    person: href('person', { person_id: id }),
    wave: href('wave', { wave_id: id }),
    attachment: undefined,
    exported_file: undefined,
  })[kind];

export const findReaders = (kind: ReadKind, id: string) =>
  ask(api.GET('/api/record_readers', { params: { query: { kind, id } } }));
