// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica
let ministry: Client; // of Belize

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
  ministry = await server.as('orville@bz.example');
});
after(() => server.stop());

const law = (more: object = {}) => ({
  country_code: 'BZ', kind: 'law', statement: { en: 'Cooperative societies act' }, source: 'Gazette', as_of: '2025-03-01', ...more,
});
const confirm = (client: Client, fact: any) =>
  client.post(`/api/facts/${fact.id}/confirm`, undefined, { headers: { 'if-match': `"${fact.version}"` } });

async function add(client: Client, more: object = {}) {
  const made = await client.post('/api/facts', law(more));
  assert.equal(made.status, 201, made.text);
  return made.body;
}

test('a factsheet lists what is known and names what is not', async () => {
  const { body } = await visitor.get('/api/facts?country_code=GD');
  assert.deepEqual(body.items.map((each: any) => each.kind), ['programme', 'budget', 'budget', 'host_body', 'committee']);
  assert.deepEqual(body.missing, ['law', 'monitoring_evaluation']);
  assert.ok(body.items[1].year > body.items[2].year, 'the latest budget stands first');
  assert.equal('author_id' in body.items[0], false);
});

test('what the region writes is confirmed by the country, not by the region', async () => {
  const fact = await add(editor);
  assert.equal(fact.confirmed_at, null);
  assert.equal((await confirm(visitor, fact)).status, 401);
  assert.equal((await confirm(editor, fact)).status, 403);
  assert.equal((await confirm(officer, fact)).status, 403, 'an office of another country');
  const confirmed = await confirm(ministry, fact);
  assert.equal(confirmed.status, 200, confirmed.text);
  assert.ok(confirmed.body.confirmed_at);
});

test('a change is confirmed anew', async () => {
  const confirmed = (await confirm(ministry, await add(ministry))).body;
  const changed = await editor.patch(`/api/facts/${confirmed.id}`, { source: 'Second gazette' }, confirmed.version);
  assert.equal(changed.status, 200, changed.text);
  assert.equal(changed.body.confirmed_at, null);
  assert.equal((await confirm(ministry, confirmed)).status, 412, 'the country had read something else');
});

test('an office writes about its own country only', async () => {
  assert.equal((await officer.post('/api/facts', law())).status, 403);
  assert.equal((await officer.post('/api/facts', law({ country_code: 'DM' }))).status, 201);
});

test('a budget needs its amount and its year', async () => {
  const { body } = await ministry.post('/api/facts', law({ kind: 'budget' }));
  assert.deepEqual(body.errors.map((each: any) => `${each.pointer} ${each.code}`), ['/amount_minor required', '/year required']);
});

test('the page of a country says first what is not available', async () => {
  const { text } = await visitor.get('/countries/GD');
  assert.match(text, /Not available: Law, Monitoring and evaluation\./);
  assert.match(text, /EC\$ 1,200,000 \(US\$ 444,444\)/);
  assert.ok(text.indexOf('Not available: Law') < text.indexOf('EC$ 1,200,000'));
  assert.match(text, /Confirmed by the country on/);
  assert.match((await visitor.get('/countries/JM')).text, /Not available: Law, Programme, Budget, Host body/);
});

test('a fact is taken out', async () => {
  const fact = await add(ministry, { statement: { en: 'To be taken out' } });
  assert.equal((await ministry.remove(`/api/facts/${fact.id}`, fact.version)).status, 204);
  assert.ok(!(await visitor.get('/countries/BZ')).text.includes('To be taken out'));
});
