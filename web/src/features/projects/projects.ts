// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Project, ProjectCreate, ProjectRole, ProjectStatus } from '$lib/api/schema';
import { majorOf, minorOf, orNull } from '$features/registers/pickers';

export const projectStatuses: readonly ProjectStatus[] = ['planned', 'running', 'completed', 'cancelled'];
export const projectRoles: readonly ProjectRole[] = ['lead', 'support', 'trainer'];

export const listProjects = (mine: boolean) =>
  ask(api.GET('/api/projects', { params: { query: { mine, limit: 200 } } }));

export const findProject = (id: string) => ask(api.GET('/api/projects/{id}', { params: { path: { id } } }));

export const removeProject = (project: Project) =>
  ask(api.DELETE('/api/projects/{id}', { params: { path: { id: project.id }, header: ifMatch(project) } }));

/** What the form of a project holds: texts as they are typed. */
export interface ProjectDraft {
  name: string;
  description: Project['description'];
  funder: string;
  call_name: string;
  call_year: string;
  countries: string[];
  amount: string;
  currency: string;
  starts_on: string;
  ends_on: string;
  status: ProjectStatus;
  source: string;
  source_url: string;
  as_of: string;
  isPublished: boolean;
  clusters: { cluster_id: string; name: string }[];
  organizations: { organization_id: string; name: string; role: ProjectRole }[];
}

/** An empty draft, or what the project has. */
export const draftOf = (project?: Project): ProjectDraft => ({
  name: project?.name ?? '',
  description: { ...project?.description },
  funder: project?.funder ?? '',
  call_name: project?.call_name ?? '',
  call_year: project?.call_year?.toString() ?? '',
  countries: [...(project?.countries ?? [])],
  amount: majorOf(project?.amount_minor ?? null),
  currency: project?.currency ?? 'USD',
  starts_on: project?.starts_on ?? '',
  ends_on: project?.ends_on ?? '',
  status: project?.status ?? 'planned',
  source: project?.source ?? '',
  source_url: project?.source_url ?? '',
  as_of: project?.as_of ?? '',
  isPublished: project?.publication === 'published',
  clusters: (project?.clusters ?? []).map(({ cluster_id, name }) => ({ cluster_id, name })),
  organizations: (project?.organizations ?? []).map(({ organization_id, name, role }) => ({
    organization_id,
    name,
    role,
  })),
});

/** What is sent of a draft. */
export function sentOf(draft: ProjectDraft): ProjectCreate {
  const amount_minor = minorOf(draft.amount);
  return {
    name: draft.name,
    description: draft.description,
    funder: draft.funder,
    call_name: orNull(draft.call_name),
    call_year: draft.call_year ? Number(draft.call_year) : null,
    countries: draft.countries,
    amount_minor,
    currency: amount_minor === null ? null : draft.currency,
    starts_on: orNull(draft.starts_on),
    ends_on: orNull(draft.ends_on),
    status: draft.status,
    source: orNull(draft.source),
    source_url: orNull(draft.source_url),
    as_of: orNull(draft.as_of),
    publication: draft.isPublished ? 'published' : 'draft',
    clusters: draft.clusters.map(({ cluster_id }) => ({ cluster_id })),
    organizations: draft.organizations.map(({ organization_id, role }) => ({ organization_id, role })),
  };
}

/** Enters a new project, or changes one as it was seen. */
export const saveProject = (draft: ProjectDraft, project?: Project) =>
  project
    ? ask(
        api.PATCH('/api/projects/{id}', {
          params: { path: { id: project.id }, header: ifMatch(project) },
          body: sentOf(draft),
        }),
      )
    : ask(api.POST('/api/projects', { params: { header: idempotency() }, body: sentOf(draft) }));
