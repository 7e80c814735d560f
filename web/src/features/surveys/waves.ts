// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { RespondentState, Wave, WaveCreate, WaveDesign, WaveDetail, WaveState } from '$lib/api/schema';
import { date, t } from '$lib/i18n/i18n.svelte';
import { planned } from './design';

export const listWaves = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/waves', { params: { path: { cluster_id } } }));

export const addWave = (cluster_id: string, body: WaveCreate) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/waves', {
      params: { path: { cluster_id }, header: idempotency() },
      body,
    }),
  );

export const findWave = (id: string) => ask(api.GET('/api/waves/{id}', { params: { path: { id } } }));

/** What may be done to a wave, in the order of its life. */
export type WaveAct = 'open' | 'close' | 'reopen' | 'freeze' | 'publish';

export const actsOf: Record<WaveState, readonly WaveAct[]> = {
  draft: ['open'],
  open: ['close'],
  closed: ['freeze', 'reopen'],
  frozen: ['publish'],
  published: [],
};

const daysOfReply = 10;

/** Whether the members have had their days to object since the wave was closed: before, nothing can be frozen. */
export const isReplyOver = ({ closed_at }: Pick<WaveDetail, 'closed_at'>): boolean =>
  closed_at !== null && Date.now() >= Date.parse(closed_at) + daysOfReply * 86_400_000;

/** Whether this can be done to this wave: an imported one has nobody to ask again. */
export const mayAct = (what: WaveAct, wave: WaveDetail): boolean =>
  what === 'freeze' ? isReplyOver(wave) : what !== 'reopen' || wave.imported_from === null;

export const act = (id: string, what: WaveAct) =>
  ask(api.POST(`/api/waves/{id}/${what}`, { params: { path: { id }, header: idempotency() } }));

export const deleteWave = (wave: WaveDetail) =>
  ask(
    api.DELETE('/api/waves/{id}', {
      params: { path: { id: wave.id }, header: { ...ifMatch(wave), ...idempotency() } },
    }),
  );

/** Whether nobody has begun to answer, so that nothing but the roster is lost with the wave. */
export const mayBeDeleted = ({ members, pilot_of }: WaveDetail): boolean =>
  pilot_of !== null || members.every(({ state }) => state === 'invited');

export const findDesign = (id: string) =>
  ask(api.GET('/api/waves/{id}/design', { params: { path: { id } } }));

export const saveDesign = (id: string, design: Pick<WaveDesign, 'version' | 'questions'>) =>
  ask(
    api.PUT('/api/waves/{id}/design', {
      params: { path: { id }, header: { ...ifMatch(design), ...idempotency() } },
      body: { questions: planned(design.questions) },
    }),
  );

/** Asks one to five members of a draft; their answers count nowhere. */
export const makePilot = (id: string, members: string[]) =>
  ask(
    api.POST('/api/waves/{id}/pilot', {
      params: { path: { id }, header: idempotency() },
      body: { members },
    }),
  );

/** Members whom a pilot can ask, as the server has it. */
export const largestPilot = 5;

export const listLinks = (id: string) => ask(api.GET('/api/waves/{id}/links', { params: { path: { id } } }));

export const reissueLink = (id: string, respondent_id: string) =>
  ask(
    api.POST('/api/waves/{id}/links/{respondent_id}/reissue', {
      params: { path: { id, respondent_id }, header: idempotency() },
    }),
  );

export const sendLinks = (id: string, respondent_ids: string[]) =>
  ask(
    api.POST('/api/waves/{id}/links/send', {
      params: { path: { id }, header: idempotency() },
      body: { respondent_ids },
    }),
  );

export const toneOf: Record<RespondentState, 'good' | 'waiting' | 'off' | 'alert'> = {
  invited: 'off',
  opened: 'waiting',
  started: 'waiting',
  done: 'good',
  declined: 'alert',
  withdrawn: 'alert',
};

/** When the members are or were asked; nothing before that is known. */
export function periodOf({
  opens_at,
  closes_at,
  closed_at,
}: Pick<Wave, 'opens_at' | 'closes_at' | 'closed_at'>): string {
  if (opens_at && closed_at) return t('wave.ran', { from: date(opens_at), to: date(closed_at) });
  if (closes_at) return t('wave.closes', { date: date(closes_at) });
  return opens_at ? t('wave.opened', { date: date(opens_at) }) : '';
}

/** Where an imported network comes from, and of which day it is. */
export const originOf = ({
  imported_from,
  collected_on,
}: Pick<Wave, 'imported_from' | 'collected_on'>): string =>
  collected_on
    ? t('wave.imported_from_on', { source: imported_from ?? '', date: date(collected_on) })
    : t('wave.imported_from', { source: imported_from ?? '' });

/** The end of a day on this device, as an instant. */
export const endOfDay = (date: string): string => new Date(`${date}T23:59:59`).toISOString();

/** When members may correct a closed wave no more; nothing once that is past. */
export function endOfReply(closedAt: string, now = Date.now()): string | undefined {
  const end = Date.parse(closedAt) + daysOfReply * 24 * 3600 * 1000;
  return end > now ? new Date(end).toISOString() : undefined;
}
