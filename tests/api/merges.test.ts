// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica
let facilitator: Client; // of the Windward cluster
let clusterId: string;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
  facilitator = await server.as('alana@m10.example');
  const { body } = await facilitator.get('/api/clusters?mine=true');
  clusterId = body.items.find((each: any) => each.slug === 'windward-cocoa-and-spice').id;
});
after(() => server.stop());

async function publish(name: string, more: object = {}) {
  const answer = await editor.post('/api/organizations', { name, kind: 'bso', country_code: 'DM', publication: 'published', ...more });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

async function enter(organization: { id: string }) {
  const answer = await facilitator.post(`/api/clusters/${clusterId}/members`, { organization_id: organization.id });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

const orderOf = (survivor: { id: string }, duplicate: { id: string }, take: string[] = []) => ({
  survivor_id: survivor.id, duplicate_id: duplicate.id, take,
});
const previewOf = (client: Client, survivor: { id: string }, duplicate: { id: string }) =>
  client.get(`/api/merges/preview?survivor_id=${survivor.id}&duplicate_id=${duplicate.id}`);

test('the preview names each field that differs and what changes hands', async () => {
  const survivor = await publish('Roseau Lime Works', { founded_year: 1990 });
  const duplicate = await publish('Roseau Lime Works Ltd', { founded_year: 1991, locality: 'Roseau' });
  await enter(duplicate);
  const { body } = await previewOf(officer, survivor, duplicate);
  assert.deepEqual(body.differing, [
    { name: 'name', before: 'Roseau Lime Works', after: 'Roseau Lime Works Ltd' },
    { name: 'locality', before: null, after: 'Roseau' },
    { name: 'founded_year', before: 1990, after: 1991 },
  ]);
  assert.deepEqual(body.moves, { memberships: 1 });
});

test('a merge takes the fields chosen, moves the roster entry and leads old addresses on; undo parts them', async () => {
  const survivor = await publish('Marigot Bay Oil', { founded_year: 1990 });
  const duplicate = await publish('Marigot Bay Oils', { locality: 'Marigot' });
  const entry = await enter(duplicate);
  const made = await officer.post('/api/merges', orderOf(survivor, duplicate, ['locality']));
  assert.equal(made.status, 201, made.text);
  const after = (await visitor.get(`/api/organizations/${survivor.id}`)).body;
  assert.deepEqual([after.name, after.locality, after.founded_year], ['Marigot Bay Oil', 'Marigot', 1990]);
  assert.equal((await visitor.get(`/api/organizations/${duplicate.id}`)).status, 404);
  const moved = await visitor.get('/organizations/marigot-bay-oils');
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/organizations/marigot-bay-oil']);
  const members = (await facilitator.get(`/api/clusters/${clusterId}/members?limit=100`)).body.items;
  assert.equal(members.find((each: any) => each.id === entry.id).organization_id, survivor.id);
  const found = (await visitor.get('/api/organizations?q=marigot%20bay')).body.items.map((each: any) => each.id);
  assert.ok(found.includes(survivor.id) && !found.includes(duplicate.id), 'the search knows one');

  assert.equal((await officer.post(`/api/merges/${made.body.id}/undo`)).status, 200);
  assert.equal((await officer.post(`/api/merges/${made.body.id}/undo`)).body.reason, 'already_undone');
  const parted = (await visitor.get(`/api/organizations/${duplicate.id}`)).body;
  assert.deepEqual([parted.slug, parted.locality], ['marigot-bay-oils', 'Marigot']);
  assert.equal((await visitor.get(`/api/organizations/${survivor.id}`)).body.locality, null);
  const again = (await facilitator.get(`/api/clusters/${clusterId}/members?limit=100`)).body.items;
  assert.equal(again.find((each: any) => each.id === entry.id).organization_id, duplicate.id);
});

test('of two entries on one roster the survivor keeps its own, and undo brings the other back', async () => {
  const survivor = await publish('Layou Honey');
  const duplicate = await publish('Layou Honey Co');
  const kept = await enter(survivor);
  const gone = await enter(duplicate);
  assert.deepEqual((await previewOf(editor, survivor, duplicate)).body.shared_clusters, ['Windward Cocoa and Spice Cluster']);
  const made = await editor.post('/api/merges', orderOf(survivor, duplicate));
  assert.equal(made.status, 201, made.text);
  const ids = async () => (await facilitator.get(`/api/clusters/${clusterId}/members?limit=100`)).body.items.map((each: any) => each.id);
  assert.ok((await ids()).includes(kept.id) && !(await ids()).includes(gone.id));
  assert.equal((await editor.post(`/api/merges/${made.body.id}/undo`)).status, 200);
  assert.ok((await ids()).includes(gone.id));
});

test('a field that nobody may give is not taken over, and nothing is merged', async () => {
  const survivor = await publish('Take Test One');
  const duplicate = await publish('Take Test Two');
  const answer = await editor.post('/api/merges', orderOf(survivor, duplicate, ['version']));
  assert.equal(answer.status, 422);
  assert.equal((await visitor.get(`/api/organizations/${duplicate.id}`)).status, 200);
  assert.equal((await editor.post('/api/merges', orderOf(survivor, survivor))).status, 422);
});

test('nobody merges what another country keeps', async () => {
  const ours = await publish('Border Test Ours');
  const theirs = await publish('Border Test Theirs', { country_code: 'JM' });
  assert.equal((await officer.post('/api/merges', orderOf(ours, theirs))).status, 403);
  assert.equal((await previewOf(officer, ours, theirs)).status, 403);
});

test('likely duplicates of a country are listed with reasons until they are merged or told apart', async () => {
  const first = await publish('Wotten Waven Mud Baths', { acronym: 'WWMB' });
  const second = await publish('The Wotten Waven Mud Bath Co. Ltd');
  const pair = async () =>
    (await officer.get('/api/duplicates?country_code=DM')).body.items.find((each: any) => each.first.id === first.id);
  const found = await pair();
  assert.equal(found.second.id, second.id);
  assert.ok(found.score >= 0.8 && found.reasons.length > 0);
  assert.equal((await officer.get('/api/duplicates?country_code=JM')).status, 403, 'another country');
  assert.equal((await facilitator.get('/api/duplicates?country_code=DM')).status, 403);

  const apart = await officer.post('/api/duplicates/apart', { first_id: second.id, second_id: first.id });
  assert.equal(apart.status, 204, apart.text);
  assert.equal(await pair(), undefined);
  const foreign = await publish('Border Test Mud Baths', { country_code: 'JM' });
  assert.equal((await officer.post('/api/duplicates/apart', { first_id: first.id, second_id: foreign.id })).status, 403);
});
