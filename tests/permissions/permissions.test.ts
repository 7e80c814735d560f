// SPDX-License-Identifier: Apache-2.0
// Every route of the API, asked by every kind of person, held against the hand-written expected.csv. Requests have no
// body: a policy is asked before the body is read, so whoever is admitted gets another answer than 401, 403 or 404.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { binary } from '../harness.ts';
import { spawnSync } from 'node:child_process';
import { expectedRows, verdict } from './expected.ts';
import { actors, filled, makeWorld, type Actor, type World } from './world.ts';

const rows = expectedRows();
let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

test('every route of the API has a row, and every row a route', () => {
  const description = JSON.parse(spawnSync(binary, ['openapi'], { encoding: 'utf8' }).stdout);
  const routes = Object.entries<any>(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => method !== 'parameters')
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(rows.map((row) => `${row.method} ${row.path}`).sort(), routes.sort());
});

// The admitted come last: what they do (closing a wave, ending a session) must not change what the others see.
function inOrder(expected: Record<Actor, string>): Actor[] {
  return [...actors].sort((a, b) => Number(expected[a] === 'yes') - Number(expected[b] === 'yes'));
}

for (const row of rows.filter((each) => `${each.method} ${each.path}` !== 'DELETE /api/session')) {
  test(`${row.method} ${row.path}`, async () => {
    const found: Record<string, string> = {};
    for (const actor of inOrder(row.expected)) {
      const answer = await world.clients[actor].request(row.method, filled(row.path, world.ids));
      found[actor] = verdict(answer);
      assert.notEqual(answer.status, 500, `${actor}: ${answer.text}`);
    }
    assert.deepEqual(found, { ...row.expected });
  });
}
