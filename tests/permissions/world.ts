// SPDX-License-Identifier: Apache-2.0
// The demonstration cluster with one person of every kind, and the records that the routes are asked for.
import { Client, demoPassword, TestServer } from '../harness.ts';

/// The columns of expected.csv, in its order.
export const actors = [
  'anonymous',
  'respondent',
  'member',
  'facilitator_own',
  'facilitator_other',
  'bso_officer',
  'national_own',
  'national_other',
  'regional_editor',
  'researcher',
  'administrator',
] as const;
export type Actor = (typeof actors)[number];

/// Accounts of the demonstration (docs/demo.md). The records asked for belong to the Windward cluster: Jodie is a
/// member of the organization, Alana facilitates the cluster, Francine's country is the organization's, the others'
/// is not.
const people: Partial<Record<Actor, string>> = {
  member: 'jodie@m21.example',
  facilitator_own: 'alana@m10.example',
  bso_officer: 'francine@m27.example',
};

export type World = {
  server: TestServer;
  clients: Record<Actor, Client>;
  ids: Record<string, string>;
};

async function oneOf(client: Client, path: string, wanted: (item: any) => boolean): Promise<any> {
  const { body } = await client.get(path);
  const found = body.items.find(wanted);
  if (!found) throw new Error(`nothing wanted at ${path}`);
  return found;
}

/// Makes an account with the password of the demonstration.
export function addAccount(server: TestServer, email: string, role: string, scope: string, scopeId: string) {
  const words = ['user', 'add', '--data', server.folder, '--email', email, '--name', 'Test Person', '--role', role];
  words.push('--scope', scope, '--password', demoPassword);
  if (scopeId) words.push('--scope-id', scopeId);
  const made = server.command(...words);
  if (made.status !== 0) throw new Error(`user add: ${made.stdout}${made.stderr}`);
}

/// Opens a wave of the Windward cluster; answers are given to it and to no demonstration data.
export async function openWave(facilitator: Client, clusterId: string) {
  const made = await facilitator.post(`/api/clusters/${clusterId}/waves`, { title: 'Permission test', is_baseline: false });
  if (made.status !== 201) throw new Error(`wave: ${made.status} ${made.text}`);
  const opened = await facilitator.post(`/api/waves/${made.body.id}/open`, undefined, {
    headers: { 'if-match': `"${made.body.version}"` },
  });
  if (opened.status >= 300) throw new Error(`open: ${opened.status} ${opened.text}`);
  return (await facilitator.get(`/api/waves/${made.body.id}`)).body;
}

/// A visitor who has followed the personal link.
export async function followLink(server: TestServer, url: string): Promise<Client> {
  const client = server.client();
  const answer = await client.post('/api/answer/session', { token: url.slice(url.indexOf('#') + 1) });
  if (answer.status >= 300) throw new Error(`link: ${answer.status} ${answer.text}`);
  return client;
}

/// Two organizations of Dominica are made one.
async function mergeTwo(administrator: Client): Promise<string> {
  const add = async (name: string) =>
    (await administrator.post('/api/organizations', { name, kind: 'bso', country_code: 'DM', publication: 'published' })).body.id;
  const order = { survivor_id: await add('Permission One'), duplicate_id: await add('Permission Two'), take: [] };
  return (await administrator.post('/api/merges', order)).body.id;
}

/// A visitor claims the organization and reports an error on its page.
async function writeToTheDesk(visitor: Client, administrator: Client, slug: string) {
  const send = (path: string, fields: Record<string, string>) =>
    visitor.post(path, undefined, {
      raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(fields).toString() },
    });
  const page = `/organizations/${slug}`;
  await send('/report', { page, text: 'A word is wrong' });
  await send('/claim', { page, name: 'Somebody', email: 'somebody@claims.example' });
  const claim = (await administrator.get('/api/claims?state=unproven')).body.items[0];
  const correction = (await administrator.get('/api/corrections')).body.items[0];
  return { claim_id: claim.id as string, correction_id: correction.id as string };
}

/// A member list whose only row has a problem, so that nobody can have it written.
async function bringTable(facilitator: Client, clusterId: string): Promise<string> {
  const raw = { type: 'text/csv', bytes: 'name,email\nPermission Test,nobody\n' };
  const made = await facilitator.post(`/api/clusters/${clusterId}/imports`, undefined, { raw });
  if (made.status !== 201) throw new Error(`import: ${made.status} ${made.text}`);
  return made.body.id;
}

/// What the facilitator keeps of the member: its person, a group, an entry of its statement, and a view of the roster.
async function keptRecords(facilitator: Client, clusterId: string, membership: any): Promise<Record<string, string>> {
  const cluster = `/api/clusters/${clusterId}`;
  const person = await oneOf(facilitator, `${cluster}/people?organization_id=${membership.organization_id}`, () => true);
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await facilitator.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body.id;
  };
  return {
    person_id: person.id,
    role_id: person.roles[0].id,
    group_id: await made(`${cluster}/groups`, { name: 'Permission test', membership_ids: [membership.id] }),
    view_id: await made(`${cluster}/views`, {
      name: 'Permission test',
      filter: { category: [], country_code: [], subgroup: [], fee_class: [], tag: [], group: [] },
    }),
    entry_id: await made(`/api/memberships/${membership.id}/statement/entries`, {
      direction: 'gives', kind: 'other', note: 'Permission test', happened_on: '2026-01-01',
    }),
  };
}

/// Two members are introduced to each other, and a meeting is noted.
async function bringTogether(facilitator: Client, clusterId: string): Promise<Record<string, string>> {
  const cluster = `/api/clusters/${clusterId}`;
  const wave = await oneOf(facilitator, `${cluster}/waves`, ({ closed_at }) => closed_at);
  const { proposals } = (await facilitator.get(`/api/waves/${wave.id}/introductions`)).body;
  const { kind, one_id, other_id } = proposals[0];
  const introduction = await facilitator.post(`/api/waves/${wave.id}/introductions`, { kind, one_id, other_id });
  const meeting = await facilitator.post(`${cluster}/meetings`, {
    title: 'Permission test', held_on: '2026-01-01', kind: 'social', membership_ids: [],
  });
  return { introduction_id: introduction.body.id, meeting_id: meeting.body.id };
}

/// A view of the wave's map that its facilitator keeps.
async function keptMapView(facilitator: Client, wave: any): Promise<string> {
  const scene = {
    form: 'drawing', questions: ['know'], size_by: 'same', color_by: 'community', order_by: 'community',
    filters: [], hidden: [], is_ego: false, zoom: 1, dx: 0, dy: 0,
  };
  const made = await facilitator.post(`/api/waves/${wave.id}/views`, { name: 'Permission test', scene });
  if (made.status !== 201) throw new Error(`view: ${made.status} ${made.text}`);
  return made.body.id;
}

/// A cluster of Dominica that the officer of Dominica starts, waiting for somebody to stand behind it.
async function askForBacking(officer: Client, administrator: Client): Promise<string> {
  const start = { name: 'Permission test', country_code: 'DM', purpose: { en: 'To be asked about.' } };
  const made = await officer.post('/api/starts', start);
  if (made.status !== 201) throw new Error(`start: ${made.status} ${made.text}`);
  const open = await oneOf(administrator, '/api/backings', (backing) => backing.cluster_id === made.body.id);
  return open.id;
}

/// A document of a record; nobody describes it, so it stays a draft.
async function attach(editor: Client, record: string): Promise<string> {
  const raw = { type: 'application/pdf', bytes: '%PDF-1.4\n%%EOF\n' };
  const made = await editor.post(`${record}/attachments?purpose=document`, undefined, { raw });
  if (made.status !== 201) throw new Error(`attachment: ${made.status} ${made.text}`);
  return made.body.id;
}

export async function makeWorld(): Promise<World> {
  const server = await TestServer.start();
  const anyone = server.client();
  const cluster = await oneOf(anyone, '/api/clusters?limit=100', (c) => c.slug === 'windward-cocoa-and-spice');
  const peer = await oneOf(anyone, '/api/clusters?limit=100', (c) => c.is_demo && c.id !== cluster.id);
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  addAccount(server, 'editor@test.example', 'regional_editor', 'platform', '');
  addAccount(server, 'other@test.example', 'facilitator', 'cluster', peer.id);
  addAccount(server, 'grenada@test.example', 'national', 'country', 'GD');
  addAccount(server, 'belize@test.example', 'national', 'country', 'BZ');
  addAccount(server, 'research@test.example', 'researcher', 'cluster', cluster.id);

  const facilitator = await server.as(people.facilitator_own!);
  const membership = await oneOf(facilitator, `/api/clusters/${cluster.id}/members?limit=100`, (m) =>
    m.organization.name.startsWith('Trafalgar'),
  );
  const wave = await openWave(facilitator, cluster.id);
  const links = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const link = links.find((each: any) => each.label && each.wave_member_id === links[0].wave_member_id);

  const hour = 3_600_000;
  const room = await facilitator.post(`/api/waves/${wave.id}/room`, { minutes: 20 });

  const clients: Record<Actor, Client> = {
    anonymous: anyone,
    respondent: await followLink(server, link.url),
    member: await server.as(people.member!),
    facilitator_own: facilitator,
    facilitator_other: await server.as('other@test.example'),
    bso_officer: await server.as(people.bso_officer!),
    national_own: await server.as('grenada@test.example'),
    national_other: await server.as('belize@test.example'),
    regional_editor: await server.as('editor@test.example'),
    researcher: await server.as('research@test.example'),
    administrator: await server.as('administrator@test.example'),
  };
  const know = wave.questions.find((question: any) => question.key === 'know');
  const alter = wave.members.find((member: any) => member.id !== link.wave_member_id);
  const suspension = await clients.administrator.post('/api/suspensions', {
    country_code: 'GD',
    reason: 'holiday',
    begins_at: new Date(Date.now() - hour).toISOString(),
    ends_at: new Date(Date.now() + hour).toISOString(),
  });
  const request = await facilitator.post(`/api/waves/${wave.id}/research`, {
    recipient: 'Permission test', purpose: 'To be asked about', agreement: 'None', agreed_by: 'Nobody', agreed_on: '2026-01-01',
  });
  const history = await facilitator.get(`/api/memberships/${membership.id}/history`);
  const { claim_id, correction_id } = await writeToTheDesk(anyone, clients.administrator, membership.organization.slug);
  const saved = await clients.member.post('/api/saved_searches', { name: 'Cocoa', list: 'clusters', query: 'q=cocoa' });
  const kept = await keptRecords(facilitator, cluster.id, membership);
  const together = await bringTogether(facilitator, cluster.id);
  const backing_id = await askForBacking(clients.bso_officer, clients.administrator);
  const merge_id = await mergeTwo(clients.administrator);
  const attachment_id = await attach(clients.member, `/api/organizations/${membership.organization_id}`);
  const cluster_attachment_id = await attach(facilitator, `/api/clusters/${cluster.id}`);
  const project = await oneOf(anyone, '/api/projects?limit=100', (each) => each.slug === 'windward-window');
  const fact = await oneOf(anyone, '/api/facts?country_code=GD', () => true);
  const expert = await oneOf(anyone, '/api/experts', (each) => each.slug === 'yvette-mondesir');
  const agreement = await oneOf(facilitator, '/api/agreements', (each) => each.visibility === 'cluster');
  const blindMap = await facilitator.post(`/api/waves/${wave.id}/blind_maps`, { recipient: 'Funder', purpose: 'Permission test' });
  const breach = await clients.administrator.post('/api/breaches', {
    title: 'Permission test', found_at: new Date().toISOString(), what: 'Nothing', whose: 'Nobody', countries: ['GD'],
  });
  const processor = await clients.administrator.post('/api/processors', {
    name: 'Permission test', task: 'other', territory_code: 'GD', data: 'None', since_on: '2026-01-01',
  });
  const ids = {
    breach_id: breach.body.id,
    processor_id: processor.body.id,
    saved_search_id: saved.body.id,
    ...kept,
    ...together,
    attachment_id,
    cluster_attachment_id,
    backing_id,
    blind_map_id: blindMap.body.id,
    merge_id,
    fact_id: fact.id,
    expert_id: expert.id,
    agreement_id: agreement.id,
    claim_id,
    correction_id,
    change_id: history.body.items[0].id,
    list: 'organization_kind',
    code: 'GD',
    cluster_id: cluster.id,
    organization_id: membership.organization_id,
    membership_id: membership.id,
    project_id: project.id,
    wave_id: wave.id,
    // Nothing was asked of this wave: an admitted request is told that there is no such question.
    analysis_id: wave.id,
    map_view_id: await keptMapView(facilitator, wave),
    respondent_id: links.at(-1).respondent_id,
    room_id: room.body.room.id,
    suspension_id: suspension.body.id,
    request_id: request.body.id,
    question_id: know.id,
    alter_id: alter.id,
    unlisted_id: '00000000-0000-4000-8000-000000000001',
    // Nobody's: whoever is signed in is told that it is none of theirs.
    session_id: '00000000-0000-4000-8000-000000000002',
    passkey_id: '00000000-0000-4000-8000-000000000003',
    identity_id: '00000000-0000-4000-8000-000000000010',
    token_id: '00000000-0000-4000-8000-000000000009',
    provider: 'nowhere',
    grant_id: '00000000-0000-4000-8000-000000000004',
    offer_id: '00000000-0000-4000-8000-000000000005',
    deputy_id: '00000000-0000-4000-8000-000000000006',
    join_id: '00000000-0000-4000-8000-000000000007',
    account_id: '00000000-0000-4000-8000-000000000008',
    scope: 'cluster',
    scope_id: cluster.id,
    member_id: alter.id,
    import_id: await bringTable(facilitator, cluster.id),
    number: '2',
    kind: 'organization',
    record_id: membership.organization_id,
  };
  return { server, clients, ids };
}

/// The path with the ids of the world in its holes; `{id}` means the record that the path is about.
export function filled(path: string, ids: Record<string, string>): string {
  const owner = path.startsWith('/api/organizations') ? 'organization_id'
    : path.startsWith('/api/memberships') ? 'membership_id'
    : path.startsWith('/api/projects') ? 'project_id'
    : path.startsWith('/api/facts') ? 'fact_id'
    : path.startsWith('/api/experts') ? 'expert_id'
    : path.startsWith('/api/agreements') ? 'agreement_id'
    : path.startsWith('/api/waves') ? 'wave_id'
    : path.startsWith('/api/saved_searches') ? 'saved_search_id'
    : path.startsWith('/api/imports') ? 'import_id'
    : path.startsWith('/api/people') ? 'person_id'
    : path.startsWith('/api/groups') ? 'group_id'
    : path.startsWith('/api/views') ? 'view_id'
    : path.startsWith('/api/statement_entries') ? 'entry_id'
    : 'id';
  const attached = path.startsWith('/api/clusters') ? 'cluster_attachment_id' : 'attachment_id';
  const nameOf = (hole: string) => (hole === 'id' ? owner : hole === 'attachment_id' ? attached : hole);
  return path.replace(/\{(\w+)\}/g, (_, hole: string) => ids[nameOf(hole)] ?? hole);
}
