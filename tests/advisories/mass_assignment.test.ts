// SPDX-License-Identifier: Apache-2.0
// Mass assignment (Discourse CVE-2026-28219: privileged attributes set through PUT). Every column name of every table is
// put into the body of every route that takes one; nothing in the database may follow it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changedTables, columnNames, contents } from '../abuse/database.ts';
import { bodySchema, operations, type Operation } from '../abuse/routes.ts';
import { filled, makeWorld, type Actor, type World } from '../permissions/world.ts';

let world: World;
let columns: string[];
before(async () => {
  world = await makeWorld();
  columns = columnNames(world.server);
});
after(() => world?.server.stop());

/// What an attacker would write into a column of that name.
function wanted(column: string): unknown {
  if (/(^|_)id$/.test(column)) return '00000000-0000-4000-8000-00000000abba';
  if (/^(is|has|may)_/.test(column)) return true;
  if (/_at$/.test(column)) return '2001-01-01T00:00:00Z';
  if (/_on$/.test(column)) return '2001-01-01';
  if (/version|count|bytes|position/.test(column)) return 4711;
  if (column === 'visibility') return 'public';
  if (column === 'role') return 'administrator';
  return 'abba';
}

const foreign = (operation: Operation) => {
  const known = new Set(Object.keys(bodySchema(operation)?.properties ?? {}));
  return Object.fromEntries(columns.filter((column) => !known.has(column)).map((column) => [column, wanted(column)]));
};

/// Sends a body as an admitted person would, with the version that the record has.
async function send(actor: Actor, { method, path }: Operation, body: object) {
  const address = filled(path, world.ids);
  const stored = method === 'PATCH' ? await world.clients[actor].get(address) : undefined;
  const version = stored?.body?.version ?? stored?.body?.plan?.version ?? 1;
  return world.clients[actor].request(method, address, { body, headers: { 'if-match': `"${version}"` } });
}

/// What the answer holds against a body, by field.
const codes = (body: any): Map<string, string> => new Map((body?.errors ?? []).map((each: any) => [each.pointer.slice(1), each.code]));

test('no column can be written that is no field of the body, by whoever may use the route', async () => {
  const withBody = operations.filter((each) => bodySchema(each)?.properties);
  assert.ok(withBody.length > 80 && columns.length > 300, `${withBody.length} routes, ${columns.length} columns`);
  const before = contents(world.server);
  const taken: string[] = [];
  for (const operation of withBody)
    for (const actor of ['administrator', 'facilitator_own', 'respondent'] as const) {
      const body = foreign(operation);
      const answer = await send(actor, operation, body);
      const where = `${actor} ${operation.method} ${operation.path}`;
      if ([401, 403, 404, 409, 428, 429].includes(answer.status)) continue;
      if (answer.status !== 422) taken.push(`${where}: ${answer.status} ${answer.text.slice(0, 200)}`);
      const told = codes(answer.body);
      for (const column of Object.keys(body))
        if (!['unknown', 'read_only'].includes(told.get(column) ?? '')) taken.push(`${where}: ${column} is ${told.get(column) ?? 'taken'}`);
    }
  assert.deepEqual(taken, []);
  assert.deepEqual(changedTables(before, contents(world.server)), []);
});

test('a body that is right in everything else is refused for one field too many', async () => {
  const { national_own: officer, facilitator_own: facilitator } = world.clients;
  const cluster = `/api/clusters/${world.ids.cluster_id}`;
  const drafts: [typeof officer, string, object][] = [
    [officer, '/api/organizations', { name: 'Abba Traders', kind: 'bso', country_code: 'GD' }],
    [officer, '/api/clusters', { name: 'Abba', country_code: 'GD', countries: ['GD'], objectives: [] }],
    [facilitator, `${cluster}/waves`, { title: 'Abba', is_baseline: false }],
    [facilitator, `${cluster}/meetings`, { title: 'Abba', held_on: '2026-01-01', kind: 'social', membership_ids: [] }],
    [facilitator, `${cluster}/people`, { name: 'Abba', organization_id: world.ids.organization_id }],
    [world.clients.member, '/api/saved_searches', { name: 'Abba', list: 'clusters', query: 'q=abba' }],
  ];
  const privileged = {
    id: wanted('id'), version: 9, claim: 'claimed', is_demo: true, tier: 'verified', state: 'published', account_id: wanted('id'),
    created_at: wanted('created_at'), updated_at: wanted('updated_at'), role: 'administrator', password_hash: 'x', sort_key: 'a',
    cluster_id: wanted('id'), feed_key: 'x', owner_id: wanted('id'), country_scope: '*',
  };
  const before = contents(world.server);
  for (const [client, path, draft] of drafts)
    for (const [name, value] of Object.entries(privileged).filter(([each]) => !(each in draft))) {
      const answer = await client.post(path, { ...draft, [name]: value });
      assert.equal(answer.status, 422, `POST ${path} takes ${name}: ${answer.text}`);
    }
  assert.deepEqual(changedTables(before, contents(world.server)), []);
});

test('the prototype of an object is a name like any other', async () => {
  for (const name of ['__proto__', 'constructor', 'prototype'])
    assert.equal((await world.clients.administrator.request('POST', '/api/organizations', {
      raw: { type: 'application/json', bytes: `{"name":"A","kind":"bso","country_code":"GD","${name}":{"is_admin":true}}` },
    })).status, 422, name);
});
