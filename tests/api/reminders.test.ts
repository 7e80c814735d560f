// SPDX-License-Identifier: Apache-2.0
// Reminders as their facilitator and their reader meet them; when they go is tested with a clock (reminder_store_test.cpp).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let officer: Client;
let wave: string;

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  officer = await server.as('claudia@gd.example');
  const clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const draft = { title: 'Reminded', is_baseline: false, closes_at: inDays(20) };
  wave = (await facilitator.post(`/api/clusters/${clusterId}/waves`, draft)).body.id;
});
after(() => server?.stop());

const desk = async () => (await facilitator.get(`/api/waves/${wave}/reminders`)).body;
const change = async (body: object) => {
  const { plan } = await desk();
  return facilitator.request('PATCH', `/api/waves/${wave}/reminders`, { body, headers: { 'if-match': `"${plan.version}"` } });
};

test('a draft tells nobody until it says when it opens, and then a week before', async () => {
  const before = await desk();
  assert.deepEqual([before.plan.state, before.plan.opens_on], ['off', null]);
  assert.ok(before.lines.every(({ standing }: any) => standing === 'finished' || standing === 'no_address'));
  assert.equal((await change({ opens_on: inDays(12).slice(0, 10) })).status, 200);
  const [first] = (await desk()).lines;
  assert.equal(first.kind, 'prenotice');
  assert.ok(Date.parse(first.planned_at) > Date.now() + 4 * dayMs);
});

test('once open, everybody who was not handed a link is planned to get it, and no address is told', async () => {
  await facilitator.post(`/api/waves/${wave}/open`);
  const shown = await desk();
  const planned = shown.lines.filter(({ standing }: any) => standing === 'planned');
  assert.ok(planned.length > 0);
  assert.ok(planned.every(({ kind }: any) => kind === 'launch'));
  assert.ok(!JSON.stringify(shown).includes('@'));
});

test('reminders are held and go on; a late change is refused', async () => {
  assert.equal((await change({ state: 'held' })).body.plan.state, 'held');
  const late = await facilitator.request('PATCH', `/api/waves/${wave}/reminders`, {
    body: { state: 'on' },
    headers: { 'if-match': '"1"' },
  });
  assert.equal(late.status, 412);
  assert.equal((await change({ state: 'off' })).body.plan.state, 'off');
});

test('an officer suspends the own country only, and the facilitator is offered a later end', async () => {
  const closes = async () => Date.parse((await facilitator.get(`/api/waves/${wave}`)).body.closes_at);
  const hurricane = { reason: 'hurricane', begins_at: inDays(2), ends_at: inDays(5) };
  assert.equal((await officer.post('/api/suspensions', { ...hurricane, country_code: 'BZ' })).status, 403);
  assert.equal((await officer.post('/api/suspensions', { ...hurricane, country_code: 'GD', ends_at: inDays(1) })).status, 422);
  const made = await officer.post('/api/suspensions', { ...hurricane, country_code: 'GD' });
  assert.equal(made.status, 201);
  const before = await closes();
  const offered = await desk();
  assert.equal(offered.suspensions.length, 1);
  assert.equal(await closes(), before, 'nothing moves by itself');
  assert.equal(Date.parse(offered.suggested_closes_at) - before, Date.parse(hurricane.ends_at) - Date.parse(hurricane.begins_at));
  assert.equal((await facilitator.post(`/api/waves/${wave}/reminders/move_closing`)).status, 200);
  assert.equal(await closes(), Date.parse(offered.suggested_closes_at));
  assert.equal((await facilitator.post(`/api/waves/${wave}/reminders/move_closing`)).body.reason, 'nothing_to_move');
  assert.equal((await officer.request('DELETE', `/api/suspensions/${made.body.id}`)).status, 204);
  assert.deepEqual((await desk()).suspensions, []);
});

test('whoever does not hold the link of a mail ends no reminders', async () => {
  const { items } = (await facilitator.get(`/api/waves/${wave}/links`)).body;
  const path = `/unsubscribe/reminders/${items[0].respondent_id}?key=GUESSED`;
  assert.equal((await server.client().get(path)).status, 404);
  assert.equal((await server.client().request('POST', path)).status, 404);
});
