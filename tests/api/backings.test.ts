// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let jodie: Client; // a member of a firm of Dominica
let officer: Client; // of Dominica
let national: Client; // of Grenada
let desk: any; // the support organization of Dominica

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  jodie = await server.as('jodie@m21.example');
  officer = await server.as('francine@m27.example');
  national = await server.as('claudia@gd.example');
  desk = (await visitor.get('/api/organizations?q=nature%20isle%20trade')).body.items[0];
});
after(() => server.stop());

const start = (name: string, more: object = {}) =>
  jodie.post('/api/starts', {
    name,
    country_code: 'DM',
    sector: '01',
    organization_id: desk.id,
    purpose: { en: 'We bottle spring water together.' },
    ...more,
  });
const open = async (client: Client, cluster: any) =>
  (await client.get('/api/backings')).body.items.find((each: any) => each.cluster_id === cluster.id);
const decide = (client: Client, backing: any, body: object) => client.post(`/api/backings/${backing.id}/decide`, body);

test('five fields make a draft whose facilitator is the account', async () => {
  const made = await start('Trafalgar Springs');
  assert.equal(made.status, 201, made.text);
  assert.equal(made.headers.get('location'), `/api/clusters/${made.body.id}`);
  assert.deepEqual([made.body.publication, made.body.sector], ['draft', '01']);
  assert.equal((await visitor.get(`/api/clusters/${made.body.id}`)).status, 404);
  assert.ok((await jodie.get('/api/clusters?mine=true')).body.items.some((each: any) => each.id === made.body.id));
});

test('name, country and purpose are needed, and a firm vouches for nobody', async () => {
  const empty = await start('', { purpose: {} });
  assert.equal(empty.status, 422);
  const firm = (await visitor.get('/api/organizations?q=trafalgar%20craft')).body.items[0];
  const wrong = await start('Firm Backed', { organization_id: firm.id });
  assert.deepEqual([wrong.status, wrong.body.errors[0].code], [422, 'not_a_supporter']);
});

test('nobody publishes a cluster that nobody stands behind', async () => {
  const { body: cluster } = await start('Unbacked Cluster');
  const refused = await jodie.patch(`/api/clusters/${cluster.id}`, { publication: 'published' }, cluster.version);
  assert.deepEqual([refused.status, refused.body.reason], [409, 'not_backed']);
  const plain = await jodie.post('/api/clusters', { name: 'Side Door', country_code: 'DM', objectives: [] });
  const aside = await jodie.patch(`/api/clusters/${plain.body.id}`, { publication: 'published' }, 1);
  assert.equal(aside.status, 409, aside.text);
});

test('those who are asked agree, and the cluster may be published', async () => {
  const { body: cluster } = await start('Roseau Herbs');
  const waiting = (await officer.get('/api/backings')).body.items.length;
  assert.equal((await officer.get('/api/desk')).body.backings, waiting, 'the desk says how many wait');
  const asked = await open(officer, cluster);
  assert.equal(asked.requester_name, 'Jodie Laurent');
  assert.equal(asked.purpose.en, 'We bottle spring water together.');
  assert.equal(await open(national, cluster), undefined);
  assert.equal((await decide(national, asked, { is_confirmed: true })).status, 404);
  assert.equal((await decide(jodie, asked, { is_confirmed: true })).status, 404);
  assert.equal((await decide(officer, asked, { is_confirmed: true })).status, 200);
  assert.equal((await decide(officer, asked, { is_confirmed: true })).status, 409);
  const published = await jodie.patch(`/api/clusters/${cluster.id}`, { publication: 'published' }, cluster.version);
  assert.equal(published.status, 200, published.text);
  assert.equal((await visitor.get(`/api/clusters/${cluster.id}`)).status, 200);
});

test('declining needs a reason, which the one who asked reads', async () => {
  const { body: cluster } = await start('Unknown Friends');
  const asked = await open(officer, cluster);
  const silent = await decide(officer, asked, { is_confirmed: false });
  assert.deepEqual([silent.status, silent.body.errors[0].pointer], [422, '/reason']);
  assert.equal((await decide(officer, asked, { is_confirmed: false, reason: 'We do not know you yet.' })).status, 200);
  const { body } = await jodie.get(`/api/clusters/${cluster.id}/backing`);
  assert.deepEqual([body.items[0].state, body.items[0].reason], ['declined', 'We do not know you yet.']);
});

test('the people who are asked are written to', async () => {
  await start('Mail About Me');
  const mailbox = await visitor.get('/dev/mail', { headers: { accept: 'text/html' } });
  assert.match(mailbox.text, /francine@m27\.example/);
});

test('a deputy is written to and decides, but not about what the other asked for', async () => {
  const { id: principal } = (await officer.get('/api/session')).body.account;
  const { id: deputyId } = (await national.get('/api/session')).body.account;
  server.execute(
    `INSERT INTO deputies (id, account_id, deputy_id, role, scope, scope_id, begins_at, ends_at, created_at)
     SELECT '00000000-0000-4000-8000-00000000dee1', account_id, '${deputyId}', role, scope, scope_id, 1, 99999999999999, 1
     FROM grants WHERE account_id = '${principal}' AND scope = 'country' AND scope_id = 'DM'`,
  );
  const mailsTo = async (address: string) =>
    (await visitor.get('/dev/mail', { headers: { accept: 'text/html' } })).text.split('<tr').filter((row) => row.includes(address)).length;
  const before = await mailsTo('claudia@gd.example');
  const { body: cluster } = await start('Deputy Decides', { organization_id: null });
  assert.equal(await mailsTo('claudia@gd.example'), before + 1, 'claudia stands in for francine');
  const asked = await open(national, cluster);
  assert.equal((await decide(national, asked, { is_confirmed: true })).status, 200);

  // Francine starts a cluster herself, and her deputy would vouch for it.
  const own = await officer.post('/api/starts', {
    name: 'Of The Officer', country_code: 'DM', sector: '01', organization_id: null, purpose: { en: 'Hers.' },
  });
  assert.equal(own.status, 201, own.text);
  assert.equal(await mailsTo('claudia@gd.example'), before + 1, 'nobody is asked in place of whoever asks');
  assert.equal(await open(national, own.body), undefined);
  const { body } = await officer.get(`/api/clusters/${own.body.id}/backing`);
  const refused = await decide(national, body.items[0], { is_confirmed: true });
  assert.deepEqual([refused.status, refused.body.reason], [403, 'own_request']);
  server.execute(`DELETE FROM deputies WHERE id = '00000000-0000-4000-8000-00000000dee1'`);
});
