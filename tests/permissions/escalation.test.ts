// SPDX-License-Identifier: Apache-2.0
// Rights that somebody could try to give to themselves: by moving a record into their reach, or out of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importTable, type Client } from '../harness.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

const cluster = { name: 'Mine', country_code: 'GD', countries: ['GD'], objectives: [] };

async function organization(client: Client, name: string) {
  const { items } = (await client.get(`/api/organizations?q=${encodeURIComponent(name)}`)).body;
  return items.find((each: any) => each.name === name);
}

test('a national officer moves no organization into another country', async () => {
  const officer = world.clients.national_own;
  const made = await officer.post('/api/organizations', { name: 'Sauteurs Boatyard', kind: 'firm', country_code: 'GD' });
  assert.equal(made.status, 201, made.text);
  const moved = await officer.patch(`/api/organizations/${made.body.id}`, { country_code: 'BZ' }, made.body.version);
  assert.deepEqual([moved.status, moved.body.reason, moved.body.errors[0].pointer], [403, 'other_country', '/country_code']);
  const renamed = await officer.patch(`/api/organizations/${made.body.id}`, { locality: 'Sauteurs' }, made.body.version);
  assert.equal(renamed.status, 200);
});

test('an organization says itself in which country it sits', async () => {
  const { member } = world.clients;
  const own = (await member.get('/api/session')).body.grants.find((grant: any) => grant.scope === 'organization').scope_id;
  const { body } = await member.get(`/api/organizations/${own}`);
  const moved = await member.patch(`/api/organizations/${own}`, { country_code: 'DM' }, body.version);
  assert.equal(moved.status, 200, moved.text);
  await member.patch(`/api/organizations/${own}`, { country_code: body.country_code }, moved.body.version);
});

test('a cluster of one\'s own gives no right to the public organizations put on its roster', async () => {
  const { member } = world.clients;
  const mine = (await member.post('/api/clusters', cluster)).body;
  const { items } = (await member.get('/api/organizations?kind=bso&limit=100')).body;
  const stub = items.find((each: any) => each.claim === 'unclaimed');
  const added = await member.post(`/api/clusters/${mine.id}/members`, { organization_id: stub.id });
  assert.equal(added.status, 201, added.text);
  const patched = await member.patch(`/api/organizations/${stub.id}`, { website: 'https://elsewhere.example' }, stub.version);
  assert.deepEqual([patched.status, patched.body.reason], [403, 'not_allowed']);
  assert.equal((await member.remove(`/api/organizations/${stub.id}`, stub.version)).status, 403);
});

test('a facilitator completes the firms that her roster brought in', async () => {
  const { facilitator_own: facilitator, facilitator_other: other } = world.clients;
  await importTable(
    facilitator, `/api/clusters/${world.ids.cluster_id}/imports`,
    'name,kind,country\r\nVictoria Nutmeg Sorters,firm,Grenada\r\n',
  );
  const firm = await organization(facilitator, 'Victoria Nutmeg Sorters');
  const patched = await facilitator.patch(`/api/organizations/${firm.id}`, { locality: 'Victoria' }, firm.version);
  assert.equal(patched.status, 200, patched.text);
  const raised = await facilitator.patch(`/api/organizations/${firm.id}`, { visibility: 'public' }, patched.body.version);
  assert.deepEqual([raised.status, raised.body.reason], [403, 'owner_only']);
  assert.equal((await other.patch(`/api/organizations/${firm.id}`, { locality: 'X' }, 1)).status, 404);
});

test('no body sets what only Konbit sets', async () => {
  const officer = world.clients.national_own;
  const readOnly = {
    id: '01890000-0000-7000-8000-000000000000', claim: 'claimed', is_demo: true, version: 99, tier: 'verified',
    created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z', sort_key: 'a', name_folded: 'a',
    member_count: 9, password_hash: 'x', cluster_id: world.ids.cluster_id, state: 'published', frozen_at: null,
  };
  for (const [name, value] of Object.entries(readOnly)) {
    const draft = { name: `Hopeful ${name}`, kind: 'firm', country_code: 'GD', [name]: value };
    const made = await officer.post('/api/organizations', draft);
    if (made.status === 201) {
      assert.notDeepEqual(made.body[name], value, `POST took ${name}`);
      const patched = await officer.patch(`/api/organizations/${made.body.id}`, { [name]: value }, made.body.version);
      if (patched.status === 200) assert.notDeepEqual(patched.body[name], value, `PATCH took ${name}`);
    } else assert.equal(made.status, 422, `${name}: ${made.text}`);
    const started = await officer.post('/api/clusters', { ...cluster, name: `Hopeful ${name}`, [name]: value });
    if (started.status === 201 && !['claim'].includes(name)) assert.notDeepEqual(started.body[name], value, `cluster took ${name}`);
  }
});
