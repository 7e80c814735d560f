// SPDX-License-Identifier: Apache-2.0
// What the registers keep back: drafts of projects, experts who have not confirmed, private agreements. Each carries a
// canary; every kind of person reads every list, page and download.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { actors, makeWorld, type Actor, type World } from './world.ts';

/// Written by hand: who may read each. The project and the expert are of Grenada, the agreement is the cluster's.
const readers: Record<string, Actor[]> = {
  Kanariproject: ['facilitator_own', 'national_own', 'regional_editor', 'administrator'],
  Kanariexpert: ['national_own', 'regional_editor', 'administrator'],
  Kanariagreement: ['facilitator_own'],
};
const addressOfExpert = 'kanariaddress@secret.example';

let world: World;
const ids: Record<string, string> = {};

before(async () => {
  world = await makeWorld();
  const { facilitator_own, national_own } = world.clients;
  const cluster_id = world.ids.cluster_id;
  const project = await facilitator_own.post('/api/projects', {
    name: 'Kanariproject', funder: 'Fund', countries: ['GD'], clusters: [{ cluster_id }], organizations: [],
  });
  const expert = await national_own.post('/api/experts', {
    name: 'Kanariexpert', headline: 'Nobody yet', email: addressOfExpert, objectives: [], topics: [], languages: [],
    countries: ['GD'], engagements: [],
  });
  const agreement = await facilitator_own.post('/api/agreements', {
    title: 'Kanariagreement', kind: 'other', cluster_id, parties: [{ name: 'One' }, { name: 'Other' }], obligations: [],
  });
  for (const made of [project, expert, agreement]) assert.equal(made.status, 201, made.text);
  Object.assign(ids, { project: project.body.id, expert: expert.body.id, agreement: agreement.body.id });
});
after(() => world?.server.stop());

const addresses = () => [
  '/api/projects?limit=100', '/api/projects?q=kanari', `/api/projects/${ids.project}`, '/projects', '/projects?q=kanari',
  '/projects/kanariproject', '/projects.csv', '/projects.json', '/api/experts?limit=100', '/api/experts?q=kanari',
  `/api/experts/${ids.expert}`, '/experts', '/experts?country=GD', '/experts/kanariexpert', '/api/agreements?limit=100',
  `/api/agreements/${ids.agreement}`, '/clusters/windward-cocoa-and-spice', '/countries/GD', '/sitemap.xml',
];

for (const actor of actors) {
  test(`${actor} reads only what the registers mean for them`, async () => {
    const seen = new Set<string>();
    for (const address of addresses()) {
      const { text } = await world.clients[actor].get(address, { headers: { accept: 'text/html, application/json' } });
      assert.ok(!text.includes(addressOfExpert), `${actor} meets an address at ${address}`);
      for (const canary of Object.keys(readers)) {
        if (!text.includes(canary)) continue;
        seen.add(canary);
        assert.ok(readers[canary]!.includes(actor), `${actor} meets ${canary} at ${address}`);
      }
    }
    for (const [canary, allowed] of Object.entries(readers))
      if (allowed.includes(actor)) assert.ok(seen.has(canary), `${actor} never meets ${canary}`);
  });
}

test('who writes for the region does not confirm the own words, even with an office in the country', async () => {
  const { regional_editor } = world.clients;
  const database = new DatabaseSync(join(world.server.folder, 'konbit.sqlite'));
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec(`INSERT INTO grants (id, account_id, role, scope, scope_id, created_at)
    SELECT '0f8fad5b-d9cb-469f-a165-70867728950e', id, 'national', 'country', 'GD', 0 FROM accounts
    WHERE email = 'editor@test.example'`);
  database.close();
  const fact = (await regional_editor.post('/api/facts', {
    country_code: 'GD', kind: 'law', statement: { en: 'An act' }, source: 'Gazette', as_of: '2025-01-01',
  })).body;
  const refused = await regional_editor.post(`/api/facts/${fact.id}/confirm`, undefined, { headers: { 'if-match': '"1"' } });
  assert.equal(refused.status, 409, refused.text);
  assert.equal(refused.body.reason, 'own_statement');
});

test('the log names no link of an expert', () => assert.ok(!/token=/.test(world.server.log)));
