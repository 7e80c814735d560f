// SPDX-License-Identifier: Apache-2.0
// Private made public by somebody who may only tidy up (Discourse CVE-2026-21865: a moderator turns private messages into
// a public topic), and steps of governance taken by whoever asked for them (Decidim CVE-2026-40869).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { importTable, type Client } from '../harness.ts';
import { actors, makeWorld, type Actor, type World } from '../permissions/world.ts';

let world: World;
let firm: any;
const canary = 'Kanarigeheim';

before(async () => {
  world = await makeWorld();
  await importTable(
    world.clients.facilitator_own, `/api/clusters/${world.ids.cluster_id}/imports`,
    `name,kind,country,locality\r\n${canary},firm,Grenada,Victoria\r\n`,
  );
  const { items } = (await world.clients.facilitator_own.get(`/api/organizations?q=${canary}`)).body;
  firm = items[0];
});
after(() => world?.server.stop());

const stored = async () => (await world.clients.facilitator_own.get(`/api/organizations/${firm.id}`)).body;
const isPublic = async () =>
  (await world.clients.anonymous.get(`/api/organizations/${firm.id}`)).status === 200 ||
  (await world.clients.anonymous.get('/organizations.csv')).text.includes(canary);

test('a firm that a roster brought in is for its cluster, and nobody else raises that', async () => {
  assert.equal((await stored()).visibility, 'cluster');
  for (const actor of actors.filter((each) => each !== 'administrator'))
    for (const visibility of ['public', 'regional_aggregate', 'national', 'bso']) {
      const { version } = await stored();
      const answer = await world.clients[actor].patch(`/api/organizations/${firm.id}`, { visibility }, version);
      assert.ok([401, 403, 404].includes(answer.status), `${actor} → ${visibility}: ${answer.status}`);
    }
  assert.equal((await stored()).visibility, 'cluster');
});

test('publishing, confirming and bringing in again leave it where it is', async () => {
  const { facilitator_own: facilitator } = world.clients;
  await facilitator.patch(`/api/organizations/${firm.id}`, { publication: 'published' }, (await stored()).version);
  await facilitator.post(`/api/organizations/${firm.id}/confirm`);
  await importTable(
    facilitator, `/api/clusters/${world.ids.cluster_id}/imports`,
    `name,kind,country,locality,visibility,publication\r\n${canary},firm,Grenada,Victoria,public,published\r\n`,
  ).catch(() => {});
  assert.equal((await stored()).visibility, 'cluster');
  assert.equal(await isPublic(), false);
});

test('taking a change back does not bring back a wider circle that its owner narrowed', async () => {
  const { member, facilitator_own: facilitator, national_own: officer } = world.clients;
  const own = world.ids.organization_id;
  const read = async () => (await member.get(`/api/organizations/${own}`)).body;
  const before = await read();
  const narrowed = await member.patch(`/api/organizations/${own}`, { visibility: 'cluster' }, before.version);
  assert.equal(narrowed.status, 200, narrowed.text);
  const { items } = (await member.get(`/api/organizations/${own}/history`)).body;
  for (const client of [facilitator, officer, world.clients.bso_officer, world.clients.national_other]) {
    const answer = await client.post(`/api/changes/${items[0].id}/undo`);
    assert.ok([401, 403, 404].includes(answer.status), `${answer.status} ${answer.text}`);
  }
  assert.equal((await read()).visibility, 'cluster');
  const again = await read();
  await member.patch(`/api/organizations/${own}`, { visibility: before.visibility }, again.version);
});

test('two records made one keep the narrower circle', async () => {
  const { administrator, anonymous } = world.clients;
  const add = async (name: string, visibility: string) =>
    (await administrator.post('/api/organizations', { name, kind: 'bso', country_code: 'DM', visibility, publication: 'published', website: `https://${name.toLowerCase()}.example` })).body;
  const open = await add('Kanarioffen', 'public');
  const hidden = await add('Kanarizu', 'private');
  const order = { survivor_id: open.id, duplicate_id: hidden.id, take: [] };
  const merged = await administrator.post('/api/merges', order);
  const page = await anonymous.get(`/organizations/${open.slug}`, { headers: { accept: 'text/html' } });
  assert.ok(!page.text.includes('Kanarizu') && !page.text.includes('kanarizu'), `merging: ${merged.status}`);
  const former = await anonymous.get(`/organizations/${hidden.slug}`, { headers: { accept: 'text/html' } });
  assert.ok(!former.text.includes('Kanarizu'));
});

test('what is private to one person stays so: saved searches, views, messages', async () => {
  const { facilitator_own: facilitator } = world.clients;
  const others = actors.filter((each) => !['facilitator_own', 'anonymous'].includes(each));
  const views = (await facilitator.get(`/api/waves/${world.ids.wave_id}/views`)).body.items;
  for (const actor of others) {
    const { status } = await world.clients[actor].request('PATCH', `/api/waves/${world.ids.wave_id}/views/${views[0].id}`, {
      body: { is_shared: true }, headers: { 'if-match': `"${views[0].version}"` },
    });
    assert.ok([401, 403, 404].includes(status), `${actor}: ${status}`);
  }
});

type Row = [method: string, path: string, ...cells: string[]];
const rows = readFileSync(new URL('../permissions/expected.csv', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split(',') as Row);

/// Written by hand: steps in which somebody decides on what another asked for.
const decisions: Record<string, readonly Actor[]> = {
  'POST /api/claims/{claim_id}/approve': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/claims/{claim_id}/decline': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  // A report about an organization may be taken by the organization itself.
  'POST /api/corrections/{correction_id}/accept': ['member', 'facilitator_own', 'bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/merges': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/backings/{backing_id}/decide': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/research_requests/{request_id}/approve': ['national_own', 'national_other', 'regional_editor', 'administrator', 'researcher'],
  'POST /api/blind_map_requests/{blind_map_id}/approve': ['national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/reviews': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
  'POST /api/waivers': ['bso_officer', 'national_own', 'national_other', 'regional_editor', 'administrator'],
};

for (const [route, may] of Object.entries(decisions))
  test(`${route} is decided by those who keep the directory, and by nobody who asks`, () => {
    const row = rows.find(([method, path]) => `${method} ${path}` === route);
    assert.ok(row, 'the route is gone');
    const [, , ...cells] = row;
    for (const [i, actor] of actors.entries()) if (cells[i] === 'yes') assert.ok(may.includes(actor), `${actor} decides`);
  });

/// Makes an account that may decide, and lets it ask for what it decides on.
async function askAndDecide(client: Client, ask: () => Promise<any>, decide: (id: string) => Promise<any>) {
  const asked = await ask();
  assert.ok(asked.status < 300, asked.text);
  const decided = await decide(asked.body.id);
  assert.ok([403, 404, 409].includes(decided.status), `decided by the asker: ${decided.status} ${decided.text}`);
  return client;
}

test('whoever starts a cluster does not stand behind it', async () => {
  const { bso_officer: officer } = world.clients;
  await askAndDecide(
    officer,
    () => officer.post('/api/starts', { name: 'Kanaristart', country_code: 'DM', purpose: { en: 'To be decided on.' } }),
    async (id) => {
      const backing = (await world.clients.administrator.get('/api/backings')).body.items.find((each: any) => each.cluster_id === id);
      return officer.post(`/api/backings/${backing.id}/decide`, { is_accepted: true, accepted: true });
    },
  );
});

test('whoever asks for research data does not approve them', async () => {
  const { facilitator_own: facilitator } = world.clients;
  const decided = await facilitator.post(`/api/research_requests/${world.ids.request_id}/approve`);
  assert.ok([403, 404].includes(decided.status), `${decided.status}`);
});
