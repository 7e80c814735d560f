// SPDX-License-Identifier: Apache-2.0
// SQL in the place of a value and of an identifier (DHIS2 GHSA-pwmg-mvjw-4m23): what is sorted and filtered by comes from
// a closed list, and everything else is a value.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations, resolved } from '../abuse/routes.ts';
import { changedTables, columnNames, contents } from '../abuse/database.ts';
import { filled, makeWorld, type World } from '../permissions/world.ts';

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

const hostile = [
  "' OR '1'='1", "'; DROP TABLE accounts; --", '" OR ""="', '1) UNION SELECT password_hash FROM accounts --', 'name" DESC, (SELECT 1)', "\\'; --",
  '$1', '$(x)', '%27', "x' AND (SELECT count(*) FROM accounts) > 0 AND 'x'='x", ':name', '?1', '{{7*7}}', '0/**/OR/**/1', 'NULL', "' || (SELECT email FROM accounts LIMIT 1) || '",
];

test('whatever is sorted by is one of a list, and no column', async () => {
  const sorted = operations.filter(({ method, operation }) => method === 'GET' && operation.parameters?.some((each: any) => each.name === 'sort'));
  assert.ok(sorted.length > 0);
  for (const { path, operation } of sorted) {
    const schema = resolved(operation.parameters.find((each: any) => each.name === 'sort').schema);
    assert.ok(Array.isArray(schema.enum), `${path}: sort is a free text`);
    for (const sort of [...columnNames(world.server).slice(0, 40), ...hostile].filter((each) => !schema.enum.includes(each)))
      assert.equal((await world.clients.administrator.get(`${filled(path, world.ids)}?sort=${encodeURIComponent(sort)}`)).status, 422, `${path}?sort=${sort}`);
  }
});

test('no parameter of any route reads SQL', async () => {
  const before = contents(world.server);
  for (const { path, operation } of operations.filter((each) => each.method === 'GET'))
    for (const parameter of (operation.parameters ?? []).filter((each: any) => each.in === 'query'))
      for (const value of hostile) {
        const address = `${filled(path, world.ids)}?${parameter.name}=${encodeURIComponent(value)}`;
        const answer = await world.clients.facilitator_own.get(address);
        assert.ok(answer.status < 500, `${address}: ${answer.status} ${answer.text.slice(0, 200)}`);
        assert.ok(!/sqlite|syntax error|unterminated|near "/i.test(answer.text), `${address} tells of its database`);
      }
  assert.deepEqual(changedTables(before, contents(world.server)), []);
});

test('no part of a path reads SQL', async () => {
  const before = contents(world.server);
  for (const { method, path } of operations.filter((each) => each.path.includes('{')))
    for (const value of hostile.slice(0, 6)) {
      const address = path.replace(/\{\w+\}/g, encodeURIComponent(value));
      const answer = await world.clients.administrator.request(method, address);
      assert.ok(answer.status < 500 && !/sqlite|syntax error/i.test(answer.text), `${method} ${address}: ${answer.status}`);
    }
  assert.deepEqual(changedTables(before, contents(world.server)), []);
});

test('a condition that is always true finds no more than one that never is', async () => {
  for (const path of ['/api/organizations', '/api/clusters', '/api/experts', '/api/projects']) {
    const found = async (q: string) => (await world.clients.anonymous.get(`${path}?q=${encodeURIComponent(q)}`)).body.items?.length ?? 0;
    assert.equal(await found("zzzz' OR '1'='1"), await found("zzzz' OR '1'='2"), path);
    assert.equal(await found('zzzz" OR 1=1 --'), 0, path);
  }
});

test('a parameter that nobody declared is refused by every route', async () => {
  for (const { path, operation } of operations.filter((each) => each.method === 'GET' && (each.operation.parameters ?? []).some((p: any) => p.in === 'query')))
    if (operation['x-policy'] === 'anyone') {
      const answer = await world.clients.anonymous.get(`${filled(path, world.ids)}?sort_by=password_hash`);
      assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`);
    }
});
