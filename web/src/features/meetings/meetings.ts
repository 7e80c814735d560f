// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type {
  CoAttendance,
  Meeting,
  MeetingCreate,
  MeetingKind,
  NetworkNode,
  NetworkTie,
} from '$lib/api/schema';

/// The meetings of a cluster, who was there, and who met whom.

export const meetingKinds: readonly MeetingKind[] = [
  'general_meeting',
  'working_group',
  'training',
  'member_visit',
  'exchange_visit',
  'work_day',
  'social',
  'sticc',
  'other',
];

const ofCluster = (cluster_id: string) => ({ path: { cluster_id } });
const ofMeeting = ({ cluster_id, id }: Meeting) => ({ cluster_id, meeting_id: id });

export const listMeetings = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/meetings', { params: ofCluster(cluster_id) }));

export const addMeeting = (cluster_id: string, body: MeetingCreate) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/meetings', {
      params: { ...ofCluster(cluster_id), header: idempotency() },
      body,
    }),
  );

export const changeMeeting = (meeting: Meeting, body: MeetingCreate) =>
  ask(
    api.PATCH('/api/clusters/{cluster_id}/meetings/{meeting_id}', {
      params: { path: ofMeeting(meeting), header: ifMatch(meeting) },
      body,
    }),
  );

export const removeMeeting = (meeting: Meeting) =>
  ask(
    api.DELETE('/api/clusters/{cluster_id}/meetings/{meeting_id}', {
      params: { path: ofMeeting(meeting), header: ifMatch(meeting) },
    }),
  );

export const previewTable = (cluster_id: string, text: string) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/meetings/preview', {
      params: { ...ofCluster(cluster_id), header: idempotency() },
      body: { text },
    }),
  );

export const importTable = (cluster_id: string, text: string) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/meetings/import', {
      params: { ...ofCluster(cluster_id), header: idempotency() },
      body: { text },
    }),
  );

export const findCoAttendance = (cluster_id: string, period: { from?: string; to?: string }) =>
  ask(
    api.GET('/api/clusters/{cluster_id}/co_attendance', {
      params: { ...ofCluster(cluster_id), query: period },
    }),
  );

/** The pairs that met at least so often. */
export const metAtLeast = (network: CoAttendance, least: number): CoAttendance['pairs'] =>
  network.pairs.filter(({ meetings }) => meetings >= least);

/** Attenders as the map draws members; color is the country, in the order of the list. */
export function nodesOf({ attenders }: CoAttendance): NetworkNode[] {
  const countries = [...new Set(attenders.map(({ country_code }) => country_code))];
  return attenders.map((each) => ({
    id: each.membership_id,
    actor: each.membership_id,
    label: each.label,
    kind: each.kind,
    country_code: each.country_code,
    subsector: each.subsector,
    subgroup: null,
    participates_in_programme: null,
    is_facilitator: each.is_facilitator,
    is_asked: true,
    answered: true,
    known_rows: [],
    x: each.x,
    y: each.y,
    community: countries.indexOf(each.country_code),
    indegree: each.attended,
    outdegree: null,
    betweenness: null,
    core: 0,
    indegree_share: null,
  }));
}

/** Having met holds for both, so every line is full. */
export const tiesOf = (pairs: CoAttendance['pairs']): NetworkTie[] =>
  pairs.map(({ one_id, other_id, meetings }) => ({
    from: one_id,
    to: other_id,
    question: 'know',
    value: meetings,
    one_sided: false,
    mutual: true,
    is_disputed: false,
  }));
