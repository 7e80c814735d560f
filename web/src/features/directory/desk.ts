// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { DeskCounts, RecordKind } from '$lib/api/schema';
import type { IconName } from '$lib/ui/icons';
import type { Messages } from '$generated/locales/keys';
import { session } from '$features/accounts/session.svelte';
import { href } from '../../app/navigation';

/** A piece of work of those who keep the directory: where it is done, and how much waits. */
export interface DeskTile {
  href: string;
  icon: IconName;
  title: keyof Messages;
  text: keyof Messages;
  /** Which count of the server says how much waits; without one nothing ever waits. */
  count?: Exclude<keyof DeskCounts, 'late_backup'>;
}

/** Of administrators only. */
const neutrality = (): DeskTile => ({
  href: href('neutrality', {}),
  icon: 'eye',
  title: 'desk.neutrality',
  text: 'desk.neutrality_text',
});

const audit = (): DeskTile => ({
  href: href('audit', {}),
  icon: 'seal',
  title: 'desk.audit',
  text: 'desk.audit_text',
});

/** Who keeps what: of the platform, or of the first country whose coordination the account is. */
function roleTiles(): DeskTile[] {
  const country = session.grants.find(({ role, held_for }) => role === 'national' && !held_for)?.scope_id;
  const tile = (scope: string, scope_id: string): DeskTile => ({
    href: href('roles', { scope, scope_id }),
    icon: 'account',
    title: 'roles.title',
    text: 'roles.lead',
  });
  if (session.isAdministrator) return [tile('platform', 'all')];
  return country ? [tile('country', country)] : [];
}

/** Of those who answer for data of people: the whole platform's. */
const privacy = (): DeskTile[] => [
  { href: href('breaches', {}), icon: 'clock', title: 'desk.breaches', text: 'desk.breaches_text' },
  { href: href('processors', {}), icon: 'eye', title: 'desk.processors', text: 'desk.processors_text' },
];

/** Every tile of the desk, in the order of the day: what people wait for first. */
export const tiles = (): DeskTile[] => [
  {
    href: href('backings', {}),
    icon: 'clusters',
    title: 'desk.backings',
    text: 'desk.backings_text',
    count: 'backings',
  },
  {
    href: href('claims', {}),
    icon: 'seal',
    title: 'desk.claims',
    text: 'desk.claims_text',
    count: 'claims',
  },
  {
    href: href('corrections', {}),
    icon: 'mail',
    title: 'desk.corrections',
    text: 'desk.corrections_text',
    count: 'corrections',
  },
  {
    href: href('blind_maps', {}),
    icon: 'network',
    title: 'blind_map.desk',
    text: 'blind_map.desk.hint',
  },
  {
    href: href('stubs', {}),
    icon: 'mail',
    title: 'desk.stubs',
    text: 'desk.stubs_text',
    count: 'stubs',
  },
  {
    href: href('drafts', {}),
    icon: 'table',
    title: 'desk.drafts',
    text: 'desk.drafts_text',
    count: 'drafts',
  },
  {
    href: href('stale', {}),
    icon: 'clock',
    title: 'desk.stale',
    text: 'desk.stale_text',
    count: 'stale',
  },
  {
    href: href('sources', {}),
    icon: 'eye',
    title: 'desk.sources',
    text: 'desk.sources_text',
    count: 'sources',
  },
  {
    href: href('research', {}),
    icon: 'seal',
    title: 'desk.research',
    text: 'desk.research_text',
    count: 'research',
  },
  { href: href('merges', {}), icon: 'copy', title: 'desk.merges', text: 'desk.merges_text' },
  {
    href: href('removals', {}),
    icon: 'refresh',
    title: 'desk.removals',
    text: 'desk.removals_text',
    count: 'removals',
  },
  {
    href: href('organizations_import', {}),
    icon: 'upload',
    title: 'desk.imports',
    text: 'desk.imports_text',
  },
  { href: href('projects', {}), icon: 'projects', title: 'desk.projects', text: 'desk.projects_text' },
  { href: href('experts', {}), icon: 'experts', title: 'desk.experts', text: 'desk.experts_text' },
  {
    href: href('agreements', {}),
    icon: 'agreements',
    title: 'desk.agreements',
    text: 'desk.agreements_text',
  },
  {
    href: href('factsheets', {}),
    icon: 'factsheets',
    title: 'desk.factsheets',
    text: 'desk.factsheets_text',
  },
  {
    href: href('suspensions', {}),
    icon: 'clock',
    title: 'desk.suspensions',
    text: 'desk.suspensions_text',
  },
  ...(session.mayKeepPrivacy ? privacy() : []),
  ...(session.isAdministrator ? [neutrality(), audit()] : []),
  ...roleTiles(),
];

/** How much waits in the countries that the account keeps. */
export const deskCounts = () => ask(api.GET('/api/desk'));

/** The public page of an organization or a cluster. */
export const pageOf = (kind: RecordKind, slug: string): string =>
  `/${kind === 'cluster' ? 'clusters' : 'organizations'}/${slug}`;

export const openClaims = () =>
  ask(api.GET('/api/claims', { params: { query: { state: 'open', limit: 100 } } }));

export const approveClaim = (claim_id: string) =>
  ask(api.POST('/api/claims/{claim_id}/approve', { params: { path: { claim_id } } }));

export const declineClaim = (claim_id: string, reason: string) =>
  ask(api.POST('/api/claims/{claim_id}/decline', { params: { path: { claim_id } }, body: { reason } }));

export const openCorrections = () =>
  ask(api.GET('/api/corrections', { params: { query: { state: 'open', limit: 100 } } }));

export const acceptCorrection = (correction_id: string) =>
  ask(api.POST('/api/corrections/{correction_id}/accept', { params: { path: { correction_id } } }));

export const declineCorrection = (correction_id: string, reason: string) =>
  ask(
    api.POST('/api/corrections/{correction_id}/decline', {
      params: { path: { correction_id } },
      body: { reason },
    }),
  );
