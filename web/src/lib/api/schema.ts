// SPDX-License-Identifier: Apache-2.0

/// What the server sends and takes, one interface per record; names are the server's columns.

export interface Page<T> {
  items: T[];
  next: string | null;
  count?: number;
}

export type Localized = Record<string, string>;

export type Role =
  | 'member'
  | 'facilitator'
  | 'bso_officer'
  | 'national'
  | 'regional_editor'
  | 'assessor'
  | 'researcher'
  | 'administrator';

export interface Account {
  id: string;
  name: string;
  email: string;
  language: string;
}

export interface Grant {
  role: Role;
  scope: 'platform' | 'country' | 'organization' | 'cluster';
  scope_id: string | null;
  scope_name: string | null;
}

export interface Session {
  account: Account | null;
  grants: Grant[];
}

export interface Country {
  code: string;
  name: string;
  cluster_count: number;
  organization_count: number;
}

export interface ReferenceTerm {
  code: string;
  parent: string | null;
  name: string;
}

export type Stage = 's0' | 's1' | 's2' | 's3' | 's4' | 's5' | 'sx';
export type Tier = 'listed' | 'active' | 'verified';

export interface Cluster {
  id: string;
  slug: string;
  name: string;
  acronym: string | null;
  country_code: string;
  countries: string[];
  locality: string | null;
  website: string | null;
  sector: string | null;
  objectives: string[];
  stage: Stage;
  tier: Tier;
  description: Localized;
  last_confirmed_on: string | null;
  is_demo: boolean;
  version: number;
  /** Null when it may not be known. */
  member_count: number | null;
}

export type OrganizationKind =
  | 'firm'
  | 'cooperative'
  | 'bso'
  | 'association'
  | 'academia'
  | 'research'
  | 'public_body'
  | 'finance'
  | 'non_profit'
  | 'other';

export interface Membership {
  id: string;
  cluster_id: string;
  organization_id: string;
  /** Short name on maps, 1 to 60 characters. */
  label: string;
  subsector: string | null;
  subgroup: string | null;
  country_code: string;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  language: string;
  participates_in_programme: boolean | null;
  is_facilitator: boolean;
  joined_on: string | null;
  left_on: string | null;
  version: number;
  organization: { id: string; name: string; kind: OrganizationKind; slug: string };
}

/** What is sent of a member; the organization is fixed when the member is added. */
export interface MembershipDraft {
  label: string;
  country_code: string;
  subsector: string | null;
  subgroup: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  language: string;
  participates_in_programme: boolean | null;
  is_facilitator: boolean;
  joined_on: string | null;
}

export interface RosterRow {
  row: number;
  organization: string;
  values: Record<string, string>;
  action: 'create' | 'link' | 'update' | 'skip';
  duplicate_of: { row?: number; organization_id?: string; name: string } | null;
  /** Those that do not block are remarks: the row can come in as it is. */
  problems: { field: string; code: string; params?: Record<string, string | number>; blocks: boolean }[];
}

export interface RosterPreview {
  encoding: string;
  delimiter: string;
  columns: { header: string; field: string | null }[];
  missing_columns: string[];
  rows: RosterRow[];
  counts: { create: number; link: number; update: number; skip: number; problems: number };
}

export interface RosterResult {
  created: number;
  linked: number;
  updated: number;
  skipped: number;
  members: number;
}

export type WaveState = 'draft' | 'open' | 'closed' | 'frozen' | 'published';

export interface Wave {
  id: string;
  cluster_id: string;
  survey_id: string;
  title: string;
  state: WaveState;
  is_baseline: boolean;
  opens_at: string | null;
  closes_at: string | null;
  frozen_at: string | null;
  languages: string[];
  revision: number;
  is_demo: boolean;
  version: number;
  asked: number;
  answered: number;
  /** In [0, 1]; null when nobody was asked. */
  response_rate: number | null;
}

export type QuestionKey = 'know' | 'communicate' | 'sensitive' | 'worked_together' | 'competitor';
export type Sensitivity = 'open' | 'limited' | 'sealed';

export interface Question {
  id: string;
  key: QuestionKey;
  position: number;
  sensitivity: Sensitivity;
  scale: 'binary' | 'frequency4';
  gate: QuestionKey | null;
  wording: Localized;
}

export type RespondentState = 'invited' | 'opened' | 'started' | 'done' | 'declined' | 'withdrawn';

export interface WaveMember {
  id: string;
  label: string;
  subsector: string | null;
  subgroup: string | null;
  country_code: string;
  state: RespondentState | null;
}

export interface WaveDetail extends Wave {
  questions: Question[];
  members: WaveMember[];
}

export interface WaveLink {
  respondent_id: string;
  wave_member_id: string;
  label: string;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  language: string | null;
  url: string;
  state: RespondentState;
  last_change_at: string | null;
}

export interface NetworkFigure {
  id: string;
  value: number | null;
  suppressed: boolean;
  n: number;
  coverage: number | null;
}

export interface NetworkQuestion {
  id: string;
  key: QuestionKey;
  sensitivity: Sensitivity;
  shown: 'full' | 'limited' | 'aggregate' | 'hidden';
  hidden_reason: string | null;
  observed_rows: number;
  /** Rows that may be shown by name. */
  named_rows: number;
  figures: NetworkFigure[];
}

export interface NetworkNode {
  id: string;
  label: string;
  kind: OrganizationKind;
  country_code: string;
  subsector: string | null;
  subgroup: string | null;
  is_facilitator: boolean;
  answered: boolean;
  /** In [-1, 1]. */
  x: number;
  y: number;
  community: number | null;
  indegree: number | null;
  outdegree: number | null;
  betweenness: number | null;
  core: number | null;
  indegree_share: number | null;
}

export interface NetworkTie {
  from: string;
  to: string;
  question: QuestionKey;
  value: number;
  /** Only one side said it although both answered, or the other side did not answer. */
  one_sided: boolean;
  mutual: boolean;
}

export interface FunnelStep {
  key: QuestionKey;
  ties: number | null;
  possible: number;
  share: number | null;
  conversion_from_previous: number | null;
  suppressed: boolean;
}

export interface Network {
  wave: {
    id: string;
    title: string;
    state: WaveState;
    is_baseline: boolean;
    cluster_id: string;
    cluster_name: string;
  };
  response: {
    asked: number;
    answered: number;
    declined: number;
    rate: number | null;
    level: 'full' | 'directional' | 'interval_only';
    missing_prominent: string[];
  };
  sentences: { key: string; params: Record<string, string | number>; n: number; basis: string }[];
  questions: NetworkQuestion[];
  map: { question: QuestionKey; layout_from: QuestionKey[]; nodes: NetworkNode[]; ties: NetworkTie[] };
  funnel: FunnelStep[];
  engine_version: string;
  input_hash: string;
}
