// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let editor: Client; // keeps the directory of the region
let officer: Client; // of Dominica
let member: Client; // of Trafalgar Craft Chocolate
let starter: Client; // starts a cluster of her own

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  editor = await server.as('renata@region.example');
  officer = await server.as('francine@m27.example');
  member = await server.as('jodie@m21.example');
  starter = await server.as('alana@m10.example');
});
after(() => server.stop());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const tierOf = async (client: Client, clusterId: string) => (await client.get(`/api/clusters/${clusterId}/tier`)).body;
const missingOf = (report: any) => report.missing.map((each: any) => each.code);

/// The report once a job has noted the step that a change of the record made.
async function noted(client: Client, clusterId: string) {
  for (let attempt = 0; attempt < 800; attempt++) {
    const report = await tierOf(client, clusterId);
    if (report.steps.length > 0) return report;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no step was noted');
}

async function startCluster(name: string, country_code = 'DM') {
  const made = await starter.post('/api/clusters', { name, country_code, countries: [country_code], objectives: [] });
  assert.equal(made.status, 201, made.text);
  return made.body;
}

/// The desk publishes it: who started it would first ask a support organization to stand behind it.
async function publish(cluster: any, more: object) {
  const stated = await starter.patch(`/api/clusters/${cluster.id}`, more, 1);
  const published = await editor.patch(`/api/clusters/${cluster.id}`, { publication: 'published' }, stated.body.version);
  assert.equal(published.status, 200, published.text);
}

test('a cluster rises with its firms, its agreement and a review, and each step is kept', async () => {
  const cluster = await startCluster('Layou River Baskets');
  assert.deepEqual(missingOf(await tierOf(starter, cluster.id)), ['firms']);
  await publish(cluster, { stated_member_count: 3 });
  const listed = await noted(starter, cluster.id);
  assert.equal(listed.tier, 'listed');
  assert.deepEqual([listed.next, missingOf(listed)], ['active', ['agreement']], 'starting it was activity');

  const agreed = await starter.post(`/api/clusters/${cluster.id}/agreement`, { title: 'Charter', held_on: day(-3) });
  assert.equal(agreed.status, 201, agreed.text);
  assert.equal((await tierOf(starter, cluster.id)).tier, 'active');
  assert.equal((await visitor.get(`/api/clusters/${cluster.id}`)).body.tier, 'active', 'cards read it too');

  const review = { kind: 'cluster', record_id: cluster.id, title: 'Roster and charter', held_on: day(0), expires_on: day(365) };
  assert.equal((await officer.post('/api/reviews', review)).status, 201);
  const verified = await tierOf(starter, cluster.id);
  assert.deepEqual([verified.tier, verified.next, verified.missing], ['verified', null, []]);
  assert.deepEqual(verified.steps.map((each: any) => each.tier), ['verified', 'active', 'listed']);
});

test('what is missing is for those who edit the record', async () => {
  const cluster = await startCluster('Calibishie Canoes');
  await publish(cluster, { stated_member_count: 3 });
  const seen = await tierOf(visitor, cluster.id);
  assert.deepEqual([seen.tier, seen.next, seen.missing, seen.evidence], ['listed', null, [], []]);
  assert.deepEqual(missingOf(await tierOf(officer, cluster.id)), ['agreement']);
});

test('a programme answers for a record until a day', async () => {
  const cluster = await startCluster('Wotten Waven Springs');
  await publish(cluster, { stated_member_count: 2 });
  const waiver = { kind: 'cluster', record_id: cluster.id, tier: 'listed', programme: 'Springs programme', reason: 'A third firm joins in May.', until_on: day(200) };
  assert.equal((await officer.post('/api/waivers', { ...waiver, until_on: day(-1) })).status, 422);
  assert.equal((await officer.post('/api/waivers', waiver)).status, 201);
  const report = await tierOf(starter, cluster.id);
  assert.equal(report.tier, 'listed');
  assert.equal(report.waivers[0].programme, 'Springs programme');
});

test('a country sets its own rules, another country does not', async () => {
  const rules = { least_firms: 5, active_months: 6, needs_agreement: false };
  assert.equal((await officer.request('PUT', '/api/countries/JM/tier-rules', { body: rules })).status, 403);
  assert.equal((await editor.request('PUT', '/api/countries/BB/tier-rules', { body: { ...rules, least_firms: 0 } })).status, 422);
  assert.equal((await editor.request('PUT', '/api/countries/BB/tier-rules', { body: rules })).status, 200);
  assert.deepEqual((await visitor.get('/api/countries/BB/tier-rules')).body, rules);
  assert.equal((await visitor.get('/api/countries/GD/tier-rules')).body.least_firms, 3);
  const cluster = await startCluster('Bathsheba Surf Makers', 'BB');
  await starter.patch(`/api/clusters/${cluster.id}`, { stated_member_count: 4 }, 1);
  const report = await tierOf(starter, cluster.id);
  assert.deepEqual([report.tier, report.missing], [null, [{ code: 'firms', n: 5 }]]);
});

test('an organization is listed with a contact and active while its own people keep it', async () => {
  const { body } = await member.get('/api/organizations?q=trafalgar');
  const own = body.items.find((each: any) => each.slug === 'trafalgar-craft-chocolate');
  const report = (await member.get(`/api/organizations/${own.id}/tier`)).body;
  assert.equal(report.tier, 'active');
  assert.deepEqual(missingOf(report), ['review']);
});

test('nobody reviews a record of another country', async () => {
  const cluster = await startCluster('Kingston Harbor Crafts', 'JM');
  await publish(cluster, { stated_member_count: 0 });
  const review = { kind: 'cluster', record_id: cluster.id, title: 'x', held_on: day(0) };
  assert.equal((await officer.post('/api/reviews', review)).status, 403);
});

test('a forged confirm link says nothing and changes nothing', async () => {
  assert.equal((await visitor.get('/confirm?token=organization.a.b.c.d')).status, 404);
  const forged = { raw: { type: 'application/x-www-form-urlencoded', bytes: 'token=x' } };
  assert.equal((await visitor.post('/confirm', undefined, forged)).status, 404);
});
