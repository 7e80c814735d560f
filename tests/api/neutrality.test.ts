// SPDX-License-Identifier: Apache-2.0
// Who runs a cluster beside a member firm of its own is marked, and reads nothing by name.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, type Canaries } from '../permissions/survey.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let alana: Client;
let jodie: Client;
let administrator: Client;
let cluster: string;
let canaries: Canaries;

/// Jodie, who speaks for a chocolate maker of the cluster, runs the cluster too.
before(async () => {
  server = await TestServer.start();
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  administrator = await server.as('administrator@test.example');
  alana = await server.as('alana@m10.example');
  cluster = expect(await alana.get('/api/session'), 200).grants[0].scope_id;
  jodie = await server.as('jodie@m21.example');
  const { account } = expect(await jodie.get('/api/session'), 200);
  server.execute(
    'INSERT INTO grants (id, account_id, role, scope, scope_id, created_at)' +
      ` VALUES ('${randomUUID()}', '${account.id}', 'facilitator', 'cluster', '${cluster}', 0)`,
  );
  canaries = await answerCanaries(server, alana, (await draftWave(alana, cluster, 'Neutrality')).id);
});
after(() => server?.stop());

const neutrality = async (client: Client) => expect(await client.get(`/api/clusters/${cluster}/neutrality`), 200);

test('somebody of a member firm runs the survey and reads no result of it', async () => {
  const wave = `/api/waves/${canaries.wave.id}`;
  for (const path of ['', '/cockpit', '/links', '/rights', '/design']) expect(await jodie.get(wave + path), 200);
  const results = [
    '/network', '/change', '/measures?question=know', '/analyses', '/outside',
    '/network.csv?purpose=facilitation', '/ties.csv?question=know&purpose=facilitation',
  ];
  for (const path of results) {
    const refused = await jodie.get(wave + path);
    assert.deepEqual([refused.status, refused.body.reason], [403, 'own_firm_is_member'], path);
    assert.equal((await alana.get(wave + path)).status, 200, `${path} for somebody neutral`);
  }
});

test('every facilitator is told, and so are the members who are asked', async () => {
  const own = await neutrality(jodie);
  assert.equal(own.own_firms.length, 1);
  const other = await neutrality(alana);
  assert.deepEqual(other, {
    own_firms: [], people: [{ name: 'Jodie Laurent', firms: own.own_firms }], firms_may_facilitate: true,
  });
  const page = (await canaries.respondents[0]!.get('/who-sees-what')).text;
  assert.ok(page.includes('Jodie Laurent') && page.includes(own.own_firms[0]), page.slice(0, 200));
});

test('an installation can keep people of member firms from running their cluster', async () => {
  expect(await administrator.put('/api/neutrality', { firms_may_facilitate: false }), 200);
  assert.deepEqual(expect(await administrator.get('/api/neutrality'), 200), { firms_may_facilitate: false });
  const { items } = expect(await alana.get(`/api/clusters/${cluster}/people?limit=200`), 200);
  const invite = (person: any) =>
    alana.post(`/api/people/${person.id}/invite`, { role: 'facilitator', scope: 'cluster', scope_id: cluster });
  const grower = items.find((each: any) => each.name === 'Curtis Modeste');
  const refused = await invite(grower);
  assert.deepEqual([refused.status, refused.body.reason], [409, 'own_firm_is_member']);
  assert.equal((await neutrality(alana)).firms_may_facilitate, false);
  expect(await administrator.put('/api/neutrality', { firms_may_facilitate: true }), 200);
  assert.ok((await invite(grower)).status < 300);
});

test('an invitation that was sent before gives no role that the installation forbids since', async () => {
  const mails = (await server.client().get('/dev/mail')).text;
  const row = mails.split('<tr>').find((each) => each.includes('curtis@m01.example'))!;
  const mail = (await server.client().get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text;
  const token = /\/app\/invitation#([^"&<\s]+)/.exec(mail)![1]!;
  expect(await administrator.put('/api/neutrality', { firms_may_facilitate: false }), 200);
  const refused = await server.client().post('/api/invitations/accept', { token, password: 'cocoa nibs under palm leaves' });
  assert.deepEqual([refused.status, refused.body.reason], [409, 'own_firm_is_member']);
  expect(await administrator.put('/api/neutrality', { firms_may_facilitate: true }), 200);
});
