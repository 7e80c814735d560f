// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica
let facilitator: Client; // of the Windward cluster
let clusterId: string;

before(async () => {
  server = await TestServer.start();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
  facilitator = await server.as('alana@m10.example');
  const { body } = await facilitator.get('/api/clusters?mine=true');
  clusterId = body.items.find((each: any) => each.slug === 'windward-cocoa-and-spice').id;
});
after(() => server.stop());

async function add(name: string, country_code = 'DM') {
  const answer = await editor.post('/api/organizations', { name, kind: 'bso', country_code });
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
}

const historyOf = async (client: Client, path: string) => (await client.get(`/api/${path}/history`)).body.items;
const undo = (client: Client, change: { id: string }) => client.post(`/api/changes/${change.id}/undo`);

test('a change tells who made it and what stood in each field before and after', async () => {
  const made = await add('Roseau Trade Desk');
  await editor.patch(`/api/organizations/${made.id}`, { founded_year: 1998, locality: 'Roseau' }, 1);
  const [changed, created] = await historyOf(editor, `organizations/${made.id}`);
  assert.equal(created.action, 'created');
  assert.equal(changed.action, 'updated');
  assert.equal(changed.author, 'Renata Doorgen');
  assert.equal(changed.record_name, 'Roseau Trade Desk');
  assert.deepEqual(changed.fields_changed, [
    { name: 'locality', before: null, after: 'Roseau' },
    { name: 'founded_year', before: null, after: 1998 },
  ]);
});

test('taking a change back restores its fields and leaves later ones alone', async () => {
  const made = await add('Marigot Packing');
  await editor.patch(`/api/organizations/${made.id}`, { locality: 'Marigot' }, 1);
  await editor.patch(`/api/organizations/${made.id}`, { acronym: 'MP' }, 2);
  const [, located] = await historyOf(editor, `organizations/${made.id}`);
  assert.equal((await undo(editor, located)).status, 204);
  const { body } = await editor.get(`/api/organizations/${made.id}`);
  assert.deepEqual([body.locality, body.acronym, body.version], [null, 'MP', 4]);
  const lines = await historyOf(editor, `organizations/${made.id}`);
  assert.equal(lines[0].action, 'restored');
  assert.equal(lines[2].is_undone, true);
  assert.equal((await undo(editor, located)).body.reason, 'already_undone');
  assert.equal((await undo(editor, lines[0])).status, 204, 'what was taken back can be put there again');
  assert.equal((await editor.get(`/api/organizations/${made.id}`)).body.locality, 'Marigot');
});

test('a field that was changed again is named, and nothing is taken back', async () => {
  const made = await add('Portsmouth Chamber');
  await editor.patch(`/api/organizations/${made.id}`, { acronym: 'PC', founded_year: 1999 }, 1);
  await editor.patch(`/api/organizations/${made.id}`, { acronym: 'PCC' }, 2);
  const [, first] = await historyOf(editor, `organizations/${made.id}`);
  const answer = await undo(editor, first);
  assert.equal(answer.status, 409);
  assert.deepEqual(
    answer.body.errors.map((each: any) => `${each.pointer} ${each.code}`),
    ['/acronym changed_since'],
  );
  assert.equal((await editor.get(`/api/organizations/${made.id}`)).body.founded_year, 1999);
});

test('a removed organization comes back under its address', async () => {
  const made = await add('Castle Bruce Mill');
  assert.equal((await editor.remove(`/api/organizations/${made.id}`, 1)).status, 204);
  const removals = (await officer.get('/api/removals')).body.items;
  const removal = removals.find((each: any) => each.record_id === made.id);
  assert.equal(removal.record_name, 'Castle Bruce Mill');
  assert.equal((await undo(officer, removal)).status, 204);
  const { body } = await editor.get(`/api/organizations/${made.id}`);
  assert.equal(body.slug, 'castle-bruce-mill');
  assert.equal(body.created_at, made.created_at);
  assert.ok(!(await officer.get('/api/removals')).body.items.some((each: any) => each.record_id === made.id));
});

test('the removals of another country are neither listed nor taken back', async () => {
  const made = await add('Kingston Mill', 'JM');
  await editor.remove(`/api/organizations/${made.id}`, 1);
  const removal = (await editor.get('/api/removals')).body.items.find((each: any) => each.record_id === made.id);
  assert.ok(!(await officer.get('/api/removals')).body.items.some((each: any) => each.record_id === made.id));
  assert.equal((await undo(officer, removal)).status, 404);
});

test('the history of a cluster tells of its roster too, and an entry taken out comes back', async () => {
  const members = (await facilitator.get(`/api/clusters/${clusterId}/members?limit=100`)).body.items;
  const member = members.find((each: any) => each.contact_email && !each.is_facilitator);
  const renamed = await facilitator.patch(`/api/memberships/${member.id}`, { label: 'Renamed' }, member.version);
  assert.equal(renamed.status, 200, renamed.text);
  const [line] = await historyOf(facilitator, `clusters/${clusterId}`);
  assert.equal(line.kind, 'membership');
  assert.equal(line.record_name, 'Renamed');
  assert.equal((await undo(facilitator, line)).status, 204);
  const own = await historyOf(facilitator, `memberships/${member.id}`);
  assert.deepEqual(own[0].fields_changed, [{ name: 'label', before: 'Renamed', after: member.label }]);
});

test('who runs another cluster reads nothing of it', async () => {
  const [line] = await historyOf(facilitator, `clusters/${clusterId}`);
  assert.equal((await editor.get(`/api/clusters/${clusterId}/history`)).status, 403);
  assert.equal((await undo(editor, line)).status, 404);
});
