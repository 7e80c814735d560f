// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let facilitator: Client;
let windward: any;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  facilitator = await server.as('alana@m10.example');
  windward = (await facilitator.get('/api/clusters?mine=true')).body.items[0];
});
after(() => server.stop());

test('the facilitator finds the own cluster with the number of its members', async () => {
  assert.equal(windward.slug, 'windward-cocoa-and-spice');
  assert.equal(windward.member_count, 28);
  assert.deepEqual(windward.countries, ['GD', 'LC', 'DM']);
});

test('a filter by country finds clusters with members there', async () => {
  const { body } = await visitor.get('/api/clusters?country_code=DM&count=true');
  assert.ok(body.items.some((each: any) => each.slug === windward.slug));
  assert.ok(body.items.every((each: any) => each.countries.includes('DM')));
});

test('whoever starts a cluster becomes its facilitator, and it stays a draft', async () => {
  const jodie = await server.as('jodie@m21.example');
  const made = await jodie.post('/api/clusters', { name: 'Trafalgar Water', country_code: 'DM', objectives: [] });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.publication, 'draft');
  assert.equal((await visitor.get(`/api/clusters/${made.body.id}`)).status, 404);
  const renamed = await jodie.patch(`/api/clusters/${made.body.id}`, { name: 'Trafalgar Waters' }, 1);
  assert.equal(renamed.status, 200, renamed.text);
  assert.equal((await facilitator.patch(`/api/clusters/${made.body.id}`, { name: 'X' }, 2)).status, 404);
});

test('nobody gives a cluster a tier', async () => {
  const answer = await facilitator.patch(`/api/clusters/${windward.id}`, { tier: 'verified' }, windward.version);
  assert.equal(answer.status, 422);
  assert.equal(answer.body.errors[0].code, 'read_only');
});

test('contacts are for the facilitator, profiles for everybody', async () => {
  const roster = await facilitator.get(`/api/clusters/${windward.id}/members`);
  assert.equal(roster.body.items.length, 28);
  assert.ok(roster.body.items[0].contact_email);
  const profiles = await visitor.get(`/api/clusters/${windward.id}/profiles`);
  assert.equal(profiles.body.items.length, 28);
  assert.doesNotMatch(profiles.text, /contact_|@m|[ \d]555-01\d\d"/);
  assert.equal((await visitor.get(`/api/clusters/${windward.id}/members`)).status, 401);
});

test('a member who leaves keeps the entry and is not counted', async () => {
  const { body } = await facilitator.get(`/api/clusters/${windward.id}/members`);
  const member = body.items.find((each: any) => each.organization.slug === 'portsmouth-seasonings');
  const left = await facilitator.patch(`/api/memberships/${member.id}`, { left_on: new Date().toISOString().slice(0, 10) }, member.version);
  assert.equal(left.status, 200, left.text);
  assert.equal((await visitor.get(`/api/clusters/${windward.id}`)).body.member_count, 27);
  const back = await facilitator.patch(`/api/memberships/${member.id}`, { left_on: null }, left.body.version);
  assert.equal(back.body.left_on, null);
});

test('an organization is a member of a cluster once', async () => {
  const { body } = await facilitator.get(`/api/clusters/${windward.id}/members`);
  const again = await facilitator.post(`/api/clusters/${windward.id}/members`, {
    organization_id: body.items[0].organization_id,
  });
  assert.equal(again.status, 422);
  assert.deepEqual(again.body.errors[0].code, 'taken');
});
