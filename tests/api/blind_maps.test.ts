// SPDX-License-Identifier: Apache-2.0
// A picture of a network without names for a funder: asked for by one person, let go by another, drawn anew each time.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { pagesOfPdf } from '../documents.ts';
import { TestServer, type Client } from '../harness.ts';
import { expect } from '../permissions/survey.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let facilitator: Client;
let officer: Client;
let cluster: string;
let wave: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  wave = waves.find((each: any) => each.title === 'After one year').id;
  addAccount(server, 'editor@test.example', 'regional_editor', 'platform', '');
  addAccount(server, 'belize@test.example', 'national', 'country', 'BZ');
  officer = await server.as('editor@test.example');
});
after(() => server?.stop());

const agree = (agrees: boolean) =>
  server.execute(`UPDATE respondents SET shares_with_research = ${agrees} WHERE wave_id = '${wave}' AND consent IS NOT NULL`);

const askFor = async (recipient: string) =>
  expect(await facilitator.post(`/api/waves/${wave}/blind_maps`, { recipient, purpose: 'Mid-term review' }), 201);
const decide = (client: Client, id: string, how: string, body?: unknown) => client.post(`/api/blind_map_requests/${id}/${how}`, body);
const file = (id: string) => `/api/waves/${wave}/blind_maps/${id}`;

/// The text and the drawing of a picture.
async function picture(id: string) {
  const { status, bytes } = await facilitator.get(file(id));
  assert.equal(status, 200);
  const { stdout: drawing } = spawnSync('pdftoppm', ['-gray', '-r', '30', '-'], { input: bytes, maxBuffer: 1 << 24 });
  return { text: pagesOfPdf(bytes).join(' ').replace(/\s+/g, ' '), drawing };
}

test('a request says for whom and what for', async () => {
  const { body } = await facilitator.post(`/api/waves/${wave}/blind_maps`, { recipient: ' ', purpose: '' });
  assert.deepEqual(body.errors.map((each: any) => each.pointer).sort(), ['/purpose', '/recipient']);
});

test('nothing leaves before a second person has let it go', async () => {
  agree(true);
  const { id, state } = await askFor('Development bank');
  assert.equal(state, 'waiting');
  assert.equal((await facilitator.get(file(id))).body.reason, 'not_approved');
  assert.ok(expect(await officer.get('/api/blind_map_requests'), 200).items.some((each: any) => each.id === id));
  const line = expect(await decide(officer, id, 'approve'), 200);
  assert.deepEqual([line.state, line.decided_by_name, line.files], ['approved', 'Test Person', 0]);
  assert.equal((await decide(officer, id, 'decline', { reason: 'Too late' })).body.reason, 'already_decided');
  assert.equal((await facilitator.get(file(id))).status, 200);
  const { items } = expect(await facilitator.get(`/api/waves/${wave}/blind_maps`), 200);
  assert.equal(items.find((each: any) => each.id === id).files, 1, 'each file is noted');
});

test('who asked, or keeps another country, does not decide', async () => {
  const { id } = await askFor('Ministry');
  assert.equal((await decide(facilitator, id, 'approve')).status, 403);
  assert.equal((await decide(await server.as('belize@test.example'), id, 'approve')).status, 404);
  addAccount(server, 'both@test.example', 'regional_editor', 'platform', '');
  const account = `(SELECT id FROM accounts WHERE email = 'both@test.example')`;
  server.execute(`UPDATE blind_map_requests SET asked_by = ${account} WHERE id = '${id}'`);
  assert.equal((await decide(await server.as('both@test.example'), id, 'approve')).body.reason, 'own_request');
});

test('who belongs to a member firm does not decide either', async () => {
  const { id } = await askFor('Chamber of commerce');
  addAccount(server, 'owner@test.example', 'regional_editor', 'platform', '');
  const { items } = expect(await facilitator.get(`/api/clusters/${cluster}/members?limit=100`), 200);
  const { organization } = items.find((each: any) => each.organization.kind === 'firm');
  server.execute(`INSERT INTO grants (id, account_id, role, scope, scope_id, created_at)
    SELECT '00000000-0000-4000-8000-0000000000aa', id, 'member', 'organization', '${organization.id}', 0
    FROM accounts WHERE email = 'owner@test.example'`);
  assert.equal((await decide(await server.as('owner@test.example'), id, 'approve')).body.reason, 'own_firm_is_member');
});

test('a refusal says why, and gives no file', async () => {
  const { id } = await askFor('Blogger');
  assert.equal((await decide(officer, id, 'decline', { reason: '' })).status, 422);
  assert.equal(expect(await decide(officer, id, 'decline', { reason: 'Not a funder' }), 200).reason, 'Not a funder');
  assert.equal((await facilitator.get(file(id))).body.reason, 'not_approved');
});

test('an approval ends after thirty days', async () => {
  const { id } = await askFor('Foundation');
  const { decided_at, expires_at } = expect(await decide(officer, id, 'approve'), 200);
  assert.equal(Date.parse(expires_at) - Date.parse(decided_at), 30 * 24 * 3_600_000);
  server.execute(`UPDATE blind_map_requests SET expires_at = 1 WHERE id = '${id}'`);
  assert.equal((await facilitator.get(file(id))).body.reason, 'not_approved');
});

test('the picture names nobody, is stamped, and is another one each time', async () => {
  const { id } = await askFor('Regional fund');
  expect(await decide(officer, id, 'approve'), 200);
  const [first, second] = [await picture(id), await picture(id)];
  const { map, frozen } = expect(await facilitator.get(`/api/waves/${wave}/network`), 200);
  for (const { label } of map.nodes) assert.ok(!first.text.includes(label), label);
  for (const word of ['Regional fund', 'Mid-term review', 'by Alana', 'Test Person', id, frozen.results_sha256, 'structure alone'])
    assert.ok(first.text.includes(word), `${word} in ${first.text}`);
  assert.ok(!first.drawing.equals(second.drawing), 'two files cannot be laid side by side');
});

test('it rests on members who agreed to files without names, and on five at least', async () => {
  const { id } = await askFor('Donor');
  expect(await decide(officer, id, 'approve'), 200);
  agree(false);
  assert.equal((await facilitator.get(file(id))).body.reason, 'too_few_agreed');
  const { items } = expect(await facilitator.get(`/api/waves/${wave}/blind_maps`), 200);
  assert.equal(items.find((each: any) => each.id === id).files, 0, 'nothing left');
});
