// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Cockpit } from '$lib/api/schema';
import { countryName, date, list, plural, t, textOf } from '$lib/i18n/i18n.svelte';

export const findCockpit = (id: string) =>
  ask(api.GET('/api/waves/{id}/cockpit', { params: { path: { id } } }));

/** What to do next, in a sentence. */
export const nextWords = ({ next }: Cockpit): string =>
  textOf(`cockpit.next.${next.key}`, {
    n: next.n ?? 0,
    names: list(next.names),
    until: next.until ? date(next.until) : '',
  });

export const thresholdWords = ({ level, missing }: Cockpit['thresholds'][number]): string =>
  level === 'interval_only'
    ? ''
    : missing === 0
      ? textOf(`cockpit.reached.${level}`)
      : plural(`cockpit.missing.${level}`, missing);

type Group = Cockpit['groups'][number];

export const groupName = ({ by, name }: Group): string =>
  name === null ? t('cockpit.not_stated') : by === 'country' ? countryName(name) : name;

/** The groups of each grouping, in the order of the server. */
export function groupings(groups: readonly Group[]): { by: Group['by']; groups: Group[] }[] {
  const all = new Map<Group['by'], Group[]>();
  for (const group of groups) all.set(group.by, [...(all.get(group.by) ?? []), group]);
  return [...all].map(([by, own]) => ({ by, groups: own }));
}
