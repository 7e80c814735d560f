// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let facilitator: Client; // of the Windward cluster
let officer: Client; // of Dominica, whose support organization keeps an agreement
let windward: any;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  facilitator = await server.as('alana@m10.example');
  officer = await server.as('francine@m27.example');
  windward = (await facilitator.get('/api/clusters?mine=true')).body.items[0];
});
after(() => server.stop());

const draft = (more: object = {}) => ({
  title: 'Shared press', kind: 'service', cluster_id: windward.id,
  parties: [{ name: 'Windward Cluster' }, { name: 'Mill Street Works' }], obligations: [], ...more,
});
const titles = async (client: Client, query = '') =>
  (await client.get(`/api/agreements?${query}`)).body.items.map((each: any) => each.title);

test('a new agreement is private to those who keep it', async () => {
  const made = await facilitator.post('/api/agreements', draft({ valid_until: '2027-03-31' }));
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.visibility, 'private');
  assert.equal(made.body.keeper_name, windward.name);
  for (const client of [visitor, officer])
    assert.equal((await client.get(`/api/agreements/${made.body.id}`)).status, 404);
});

test('it becomes public only when every party has agreed', async () => {
  const made = (await facilitator.post('/api/agreements', draft({ title: 'Open press' }))).body;
  const refused = await facilitator.patch(`/api/agreements/${made.id}`, { visibility: 'public' }, 1);
  assert.deepEqual(refused.body.errors.map((each: any) => `${each.pointer} ${each.code}`), ['/visibility parties_not_agreed']);
  const parties = made.parties.map((party: any) => ({ ...party, agrees_to_publish: true }));
  const opened = await facilitator.patch(`/api/agreements/${made.id}`, { parties, visibility: 'public' }, 1);
  assert.equal(opened.status, 200, opened.text);
  assert.equal((await visitor.get(`/api/agreements/${made.id}`)).body.title, 'Open press');
  assert.match((await visitor.get('/clusters/windward-cocoa-and-spice')).text, /Open press/);
});

test('nobody enters an agreement for a cluster of others', async () => {
  const refused = await officer.post('/api/agreements', draft());
  assert.equal(refused.status, 403);
  assert.equal(refused.body.reason, 'not_keeper');
});

test('an officer keeps the agreements of the support organizations of the own country', async () => {
  assert.deepEqual(await titles(officer, 'mine=true'), ['Shared desk for exporters']);
  const own = (await officer.get('/api/agreements?mine=true')).body.items[0];
  const obligations = [{ ...own.obligations[0], done_on: '2026-10-20' }];
  const done = await officer.patch(`/api/agreements/${own.id}`, { obligations }, own.version);
  assert.equal(done.status, 200, done.text);
  assert.equal(done.body.obligations[0].done_on, '2026-10-20');
});

test('a cluster agreement is read by its keepers, a public one by everybody', async () => {
  assert.ok((await titles(facilitator)).includes("Use of the duty concession in St. George's"));
  assert.deepEqual((await titles(visitor)).filter((title: string) => !title.startsWith('Open')),
    ['Bench hours for members', 'Shared desk for exporters']);
  assert.match((await visitor.get('/organizations/nature-isle-trade-desk')).text, /Shared desk for exporters/);
});

test('whoever keeps an agreement is told before it ends', async () => {
  const soon = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  server.execute(`UPDATE agreements SET valid_until = '${soon}' WHERE title LIKE 'Use of the duty concession%'`);
  server.execute("UPDATE jobs SET run_at = 0 WHERE kind = 'agreement_notices'");
  const pages = async () => (await visitor.get('/dev/mail', { headers: { accept: 'text/html' } })).text;
  let text = '';
  for (let n = 0; n < 300 && !text.includes('An agreement ends soon'); n++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    text = await pages();
  }
  assert.match(text, /An agreement ends soon/);
});

test('an agreement is taken out', async () => {
  const made = (await facilitator.post('/api/agreements', draft({ title: 'Short-lived' }))).body;
  assert.equal((await facilitator.remove(`/api/agreements/${made.id}`, 1)).status, 204);
  assert.equal((await facilitator.get(`/api/agreements/${made.id}`)).status, 404);
});
