// SPDX-License-Identifier: Apache-2.0
import { fillPath, type PathParams } from '$lib/router/match';
import { createRouter, type Route } from '$lib/router/router.svelte';

/// Every address of the app.

const base = '/app';

const patterns = {
  clusters: '/',
  sign_in: '/sign-in',
  account: '/account',
  saved_searches: '/searches',
  start: '/start',
  backings: '/backings',
  cluster: '/clusters/:cluster_id',
  cluster_profile: '/clusters/:cluster_id/profile',
  cluster_tab: '/clusters/:cluster_id/:tab',
  directory: '/directory',
  claims: '/directory/claims',
  corrections: '/directory/errors',
  merges: '/directory/duplicates',
  removals: '/directory/removed',
  stubs: '/directory/stubs',
  drafts: '/directory/drafts',
  stale: '/directory/stale',
  sources: '/directory/sources',
  organization_profile: '/organizations/:organization_id/profile',
  organizations_import: '/directory/import',
  import: '/imports/:import_id',
  organization_history: '/organizations/:organization_id/history',
  roster_import: '/clusters/:cluster_id/members/import',
  member: '/clusters/:cluster_id/members/:membership_id',
  statement: '/members/:membership_id/statement',
  person: '/people/:person_id',
  invitation: '/invitation',
  wave: '/waves/:wave_id',
  wave_queue: '/waves/:wave_id/send',
  wave_cards: '/waves/:wave_id/cards',
  asked: '/waves/:wave_id/asked',
  design: '/waves/:wave_id/design',
  network: '/waves/:wave_id/network',
  analyses: '/waves/:wave_id/questions',
  measures: '/waves/:wave_id/measures',
  agreements: '/agreements',
  agreement: '/agreements/:agreement_id',
  experts: '/experts',
  expert: '/experts/:expert_id',
  factsheets: '/factsheets',
  projects: '/projects',
  project: '/projects/:project_id',
} as const;
type Name = keyof typeof patterns;

const screens: Record<Name, Route['load']> = {
  clusters: () => import('$features/clusters/MyClustersPage.svelte'),
  sign_in: () => import('$features/accounts/SignInPage.svelte'),
  account: () => import('$features/accounts/AccountPage.svelte'),
  saved_searches: () => import('$features/saved_searches/SavedSearchesPage.svelte'),
  start: () => import('$features/backings/StartPage.svelte'),
  backings: () => import('$features/backings/BackingsPage.svelte'),
  cluster: () => import('$features/clusters/ClusterPage.svelte'),
  cluster_profile: () => import('$features/profiles/ProfilePage.svelte'),
  cluster_tab: () => import('$features/clusters/ClusterPage.svelte'),
  directory: () => import('$features/directory/DirectoryPage.svelte'),
  claims: () => import('$features/directory/ClaimsPage.svelte'),
  corrections: () => import('$features/directory/CorrectionsPage.svelte'),
  merges: () => import('$features/directory/MergesPage.svelte'),
  removals: () => import('$features/directory/RemovalsPage.svelte'),
  stubs: () => import('$features/directory/StubsPage.svelte'),
  drafts: () => import('$features/directory/DraftsPage.svelte'),
  stale: () => import('$features/directory/StalePage.svelte'),
  sources: () => import('$features/directory/SourcesPage.svelte'),
  organization_profile: () => import('$features/profiles/ProfilePage.svelte'),
  organizations_import: () => import('$features/imports/ImportStartPage.svelte'),
  import: () => import('$features/imports/ImportPage.svelte'),
  organization_history: () => import('$features/history/OrganizationHistoryPage.svelte'),
  roster_import: () => import('$features/imports/ImportStartPage.svelte'),
  member: () => import('$features/memberships/MemberPage.svelte'),
  statement: () => import('$features/statements/StatementPage.svelte'),
  person: () => import('$features/people/PersonPage.svelte'),
  invitation: () => import('$features/people/InvitationPage.svelte'),
  wave: () => import('$features/surveys/WavePage.svelte'),
  wave_queue: () => import('$features/links/SendNextPage.svelte'),
  wave_cards: () => import('$features/links/CardsPage.svelte'),
  asked: () => import('$features/informants/AskedPage.svelte'),
  design: () => import('$features/surveys/DesignPage.svelte'),
  network: () => import('$features/networks/NetworkPage.svelte'),
  analyses: () => import('$features/analyses/AnalysesPage.svelte'),
  measures: () => import('$features/analyses/MeasuresPage.svelte'),
  agreements: () => import('$features/agreements/AgreementsPage.svelte'),
  agreement: () => import('$features/agreements/AgreementPage.svelte'),
  experts: () => import('$features/experts/ExpertsPage.svelte'),
  expert: () => import('$features/experts/ExpertPage.svelte'),
  factsheets: () => import('$features/factsheets/FactsheetPage.svelte'),
  projects: () => import('$features/projects/ProjectsPage.svelte'),
  project: () => import('$features/projects/ProjectPage.svelte'),
};

/** The address of a screen with the base path, for links. */
export const href = <N extends Name>(name: N, params: PathParams<(typeof patterns)[N]>): string =>
  base + fillPath(patterns[name], params).replace(/^\/$/, '');

export const navigation = createRouter(
  base,
  (Object.keys(patterns) as Name[]).map((name) => ({ pattern: patterns[name], load: screens[name] })),
);
