// SPDX-License-Identifier: Apache-2.0
import { listWaves } from '$features/surveys/waves';
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Result } from '$lib/api/problem';
import type {
  Introduction,
  IntroductionAdvice,
  IntroductionConversion,
  IntroductionKind,
  IntroductionPatch,
  IntroductionProposal,
  Wave,
} from '$lib/api/schema';
import { countryName, date, plural, t, textOf } from '$lib/i18n/i18n.svelte';

/// Whom to introduce to whom, and what became of it.

/** The three needs, each with a list of its own, in the order in which the last sentence of the results picks one. */
const kinds: readonly IntroductionKind[] = ['bring_in_isolate', 'bridge_groups', 'close_triangle'];

/** What can be done first; needs that nobody has come last. */
export const orderedKinds = ({ proposals }: Pick<IntroductionAdvice, 'proposals'>): IntroductionKind[] => {
  const isNeeded = (kind: IntroductionKind) => proposals.some((each) => each.kind === kind);
  return [...kinds.filter(isNeeded), ...kinds.filter((kind) => !isNeeded(kind))];
};

/** The last wave whose answers stand. */
export const latestClosed = (waves: readonly Wave[]): Wave | undefined =>
  waves
    .filter(({ state, closed_at }) => closed_at !== null && state !== 'open' && state !== 'draft')
    .sort((a, b) => Date.parse(b.closed_at ?? '') - Date.parse(a.closed_at ?? ''))[0];

/** The lists of the last closed wave; nothing before the first one. */
export async function findAdvice(cluster_id: string): Promise<Result<IntroductionAdvice | null>> {
  const waves = await listWaves(cluster_id);
  if (!waves.ok) return waves;
  const wave = latestClosed(waves.value.items);
  if (!wave) return { ok: true, value: null };
  return ask(api.GET('/api/waves/{id}/introductions', { params: { path: { id: wave.id } } }));
}

export const findDesk = (cluster_id: string) =>
  ask(api.GET('/api/clusters/{cluster_id}/introductions', { params: { path: { cluster_id } } }));

export const takeUp = (wave_id: string, { kind, one_id, other_id, introducer_id }: IntroductionProposal) =>
  ask(
    api.POST('/api/waves/{id}/introductions', {
      params: { path: { id: wave_id }, header: idempotency() },
      body: { kind, one_id, other_id, introducer_id },
    }),
  );

const pathOf = ({ cluster_id, id }: Pick<Introduction, 'cluster_id' | 'id'>) => ({
  cluster_id,
  introduction_id: id,
});

export const changeIntroduction = (item: Introduction, body: IntroductionPatch) =>
  ask(
    api.PATCH('/api/clusters/{cluster_id}/introductions/{introduction_id}', {
      params: { path: pathOf(item), header: ifMatch(item) },
      body,
    }),
  );

export const removeIntroduction = (item: Introduction) =>
  ask(
    api.DELETE('/api/clusters/{cluster_id}/introductions/{introduction_id}', {
      params: { path: pathOf(item), header: ifMatch(item) },
    }),
  );

export const listMessages = (item: Introduction) =>
  ask(
    api.GET('/api/clusters/{cluster_id}/introductions/{introduction_id}/messages', {
      params: { path: pathOf(item) },
    }),
  );

export const mailMessages = (item: Introduction) =>
  ask(
    api.POST('/api/clusters/{cluster_id}/introductions/{introduction_id}/messages', {
      params: { path: pathOf(item), header: idempotency() },
    }),
  );

export const findWillingness = (id: string) =>
  ask(api.GET('/api/memberships/{id}/introductions', { params: { path: { id } } }));

export const sayWilling = (id: string, is_willing: boolean) =>
  ask(api.PUT('/api/memberships/{id}/introductions', { params: { path: { id } }, body: { is_willing } }));

/** Why the two should meet, in the reader's words: what they share, or what parts them. */
export function reasonsFor(
  proposal: IntroductionProposal,
  groups: IntroductionAdvice['group_kind'],
): string[] {
  const { common_contacts, one_group, other_group, subsector } = proposal;
  const word = (group: string) => (groups === 'country' ? countryName(group) : group);
  const reasons: string[] = [];
  if (one_group && other_group)
    reasons.push(t('introduction.reason.groups', { one: word(one_group), other: word(other_group) }));
  if (subsector) reasons.push(t('introduction.reason.subsector', { subsector }));
  if (common_contacts > 0) reasons.push(plural('introduction.reason.common', common_contacts));
  return reasons;
}

/** What the wave after it says; nobody sets that by hand. */
export const outcomeText = ({ outcome, outcome_wave_title }: Introduction): string =>
  textOf(`introduction.outcome.${outcome}`, { wave: outcome_wave_title ?? '' });

/** Shares with what they are of; what no wave can judge is not zero. */
export function conversionLines({ taken_up, met, working, judged, tied }: IntroductionConversion): string[] {
  return [
    t('introduction.conversion.met', { k: met, n: taken_up }),
    t('introduction.conversion.working', { k: working, n: taken_up }),
    judged === 0
      ? t('introduction.conversion.not_judged')
      : t('introduction.conversion.tied', { k: tied, n: judged }),
  ];
}

/** The day of the state that it is in. */
export function stateDate(item: Introduction): string {
  const days = {
    introduced: item.introduced_on,
    met: item.met_on,
    working: item.working_on,
    declined: item.introduced_on,
  };
  return date(days[item.state] ?? item.introduced_on);
}

/** The step that comes next, if there is one. */
export const nextStep: Record<Introduction['state'], Introduction['state'] | null> = {
  introduced: 'met',
  met: 'working',
  working: null,
  declined: null,
};
