// SPDX-License-Identifier: Apache-2.0
// What an account is told that it can do is what it can do: every line is held against expected.csv, which was written
// by hand. A deputy can what the other can but give rights away; a consultant can nothing that a stranger cannot, but
// read profiles and totals.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Client } from '../harness.ts';
import { actors, addAccount, filled, makeWorld, type Actor, type World } from './world.ts';

let world: World;
let deputy: Client;
let consultant: Client;

const [, ...lines] = readFileSync(new URL('expected.csv', import.meta.url), 'utf8').trim().split('\n');
const rows = lines.map((line) => {
  const [method, path, ...cells] = line.split(',');
  return { method: method!, path: path!, expected: Object.fromEntries(actors.map((actor, i) => [actor, cells[i]!])) as Record<Actor, string> };
});

before(async () => {
  world = await makeWorld();
  const { server, clients, ids } = world;
  addAccount(server, 'deputy@test.example', 'researcher', 'platform', '');
  addAccount(server, 'consultant@test.example', 'researcher', 'platform', '');
  const idOf = async (client: Client) => (await client.get('/api/session')).body.account.id;
  deputy = await server.as('deputy@test.example');
  consultant = await server.as('consultant@test.example');
  const now = Date.now();
  server.execute(
    `DELETE FROM grants WHERE account_id IN ('${await idOf(deputy)}', '${await idOf(consultant)}');` +
      'INSERT INTO deputies (id, account_id, deputy_id, role, scope, scope_id, begins_at, ends_at, created_at) VALUES' +
      ` ('${randomUUID()}', '${await idOf(clients.facilitator_own)}', '${await idOf(deputy)}', 'facilitator', 'cluster',` +
      ` '${ids.cluster_id}', ${now}, ${now + 3_600_000}, ${now});` +
      'INSERT INTO grants (id, account_id, role, scope, scope_id, created_at, ends_at) VALUES' +
      ` ('${randomUUID()}', '${await idOf(consultant)}', 'consultant', 'cluster', '${ids.cluster_id}', ${now}, ${now + 3_600_000})`,
  );
});
after(() => world?.server.stop());

type Told = Map<string, 'opens' | 'every' | 'not'>;

/// What the server tells of each route.
async function toldTo(client: Client): Promise<Told> {
  const { body } = await client.get('/api/account/abilities');
  const told: Told = new Map();
  const note = (groups: any[], as: 'opens' | 'every' | 'not') => {
    for (const { actions } of groups) for (const { method, path } of actions) told.set(`${method.toUpperCase()} ${path}`, as);
  };
  note(body.not_open, 'not');
  for (const role of body.roles) note(role.closed, 'not');
  for (const role of body.roles) note(role.opens, 'opens');
  note(body.with_account, 'every');
  return told;
}

/// Accounts with one role whose place the records of the world lie in, or whose role has no other place.
const told: Actor[] = ['member', 'facilitator_own', 'national_own', 'regional_editor', 'researcher', 'administrator'];

/// Promised within the reach of a role, in which the organization of the world does not lie: it is claimed, so its
/// facilitator keeps it no more, and it is of Dominica, which Grenada does not keep.
const outOfReach: Partial<Record<Actor, RegExp>> = {
  facilitator_own: /^\w+ \/api\/organizations\/\{id\}/,
  national_own: /^\w+ \/api\/organizations\/\{id\}/,
};

for (const actor of told) {
  test(`${actor}: what stays closed is refused, and what is refused everywhere is not promised`, async () => {
    const said = await toldTo(world.clients[actor]);
    const wrong: string[] = [];
    for (const { method, path, expected } of rows) {
      const name = `${method} ${path}`;
      const what = said.get(name);
      if (what === 'not' && expected[actor] === 'yes') wrong.push(`${name} is told to be closed, and is not`);
      if (what === 'opens' && expected[actor] === '403' && !outOfReach[actor]?.test(name)) wrong.push(`${name} is promised, and refused`);
      if (what === undefined && !/^\/api\/answer|developing|mail/.test(path) && expected.respondent !== 'yes') wrong.push(`${name} is told of nowhere`);
    }
    assert.deepEqual(wrong, []);
  });
}

function verdict(status: number, reason: string | undefined): string {
  if (reason === 'prove_again' || reason === 'wrong_email_or_password' || reason === 'analysis' || reason?.startsWith('link_')) return 'yes';
  return [401, 403, 404].includes(status) ? String(status) : 'yes';
}

/// Asked without a body: whoever is admitted is told what is missing. What would end the session or the wave stays out.
const asked = rows.filter(({ method, path, expected }) => method === 'GET' && expected.respondent !== 'yes' && !path.includes('/answer'));

test('a deputy reads what the facilitator reads, and nothing that gives rights away', async () => {
  const gives = ['/api/roles/{scope}/{scope_id}', '/api/clusters/{cluster_id}/handover', '/api/roles/{scope}/{scope_id}/accounts/{account_id}'];
  const personal = ['/api/imports', '/api/views', '/api/saved_searches', '/api/account'];
  for (const { path, expected } of asked) {
    if (personal.some((each) => path.startsWith(each))) continue;
    const answer = await deputy.get(filled(path, world.ids));
    const found = verdict(answer.status, answer.body?.reason);
    if (gives.includes(path)) assert.notEqual(found, 'yes', path);
    else assert.equal(found, expected.facilitator_own, path);
  }
});

test('a consultant reads what every account reads, and the totals of the cluster', async () => {
  const own = ['/api/clusters/{cluster_id}/totals'];
  for (const { path, expected } of asked) {
    const answer = await consultant.get(filled(path, world.ids));
    const found = verdict(answer.status, answer.body?.reason);
    if (own.includes(path)) assert.equal(found, 'yes', path);
    else if (found === 'yes') assert.equal(expected.facilitator_other, 'yes', path);
  }
});

test('the clock ends both in a running session', async () => {
  const cluster = world.ids.cluster_id;
  assert.equal((await deputy.get(`/api/clusters/${cluster}/members`)).status, 200);
  world.server.execute(`UPDATE deputies SET ends_at = ${Date.now()}; UPDATE grants SET ends_at = ${Date.now()} WHERE role = 'consultant'`);
  assert.equal((await deputy.get(`/api/clusters/${cluster}/members`)).status, 403);
  assert.equal((await consultant.get(`/api/clusters/${cluster}/totals`)).status, 404);
});
