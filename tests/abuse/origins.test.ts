// SPDX-License-Identifier: Apache-2.0
// Changes that another site makes a browser send: every unsafe route is asked with a foreign origin, a body that a form
// can send, an overridden method and a GET; nothing changes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changedTables, contents } from './database.ts';
import { bodySchema, operations, pageRoutes, filledPage } from './routes.ts';
import { filled, makeWorld, type Actor, type World } from '../permissions/world.ts';

let world: World;
let before_: Record<string, string[]>;
before(async () => {
  world = await makeWorld();
  before_ = contents(world.server);
});
after(() => world?.server.stop());

const unsafe = operations.filter(({ method }) => method !== 'GET');
const people: Actor[] = ['administrator', 'facilitator_own', 'respondent'];
const unchanged = () => assert.deepEqual(changedTables(before_, contents(world.server)), []);

const foreign: Record<string, Record<string, string>> = {
  'Origin of another site': { origin: 'https://evil.example' },
  'an opaque Origin': { origin: 'null' },
  'Sec-Fetch-Site: cross-site': { 'sec-fetch-site': 'cross-site' },
  'Sec-Fetch-Site: same-site': { 'sec-fetch-site': 'same-site' },
  'our Origin and Sec-Fetch-Site: cross-site': { 'sec-fetch-site': 'cross-site', origin: 'OURS' },
};

for (const [name, headers] of Object.entries(foreign))
  test(`${name}: no route changes anything`, async () => {
    const sent = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value.replace('OURS', world.server.base)]));
    for (const { method, path } of unsafe)
      for (const actor of people) {
        const answer = await world.clients[actor].request(method, filled(path, world.ids), { body: {}, headers: sent });
        assert.deepEqual([answer.status, answer.body?.reason], [403, 'cross_site'], `${actor} ${method} ${path}`);
      }
    for (const route of pageRoutes.filter((each) => each.startsWith('POST ')))
      assert.equal((await world.clients.administrator.request('POST', filledPage(route.slice(5), world.ids), { headers: sent })).status, 403, route);
    unchanged();
  });

test('a body that a form can send is read by no route that takes JSON', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json', 'application/jsonp', ''])
    for (const operation of unsafe.filter(bodySchema)) {
      const { method, path } = operation;
      const answer = await world.clients.administrator.request(method, filled(path, world.ids), { raw: { type, bytes: '{}' }, headers: { 'if-match': '"1"' } });
      assert.ok([401, 403, 404, 409, 412, 415].includes(answer.status), `${type || 'no type'}: ${method} ${path}: ${answer.status} ${answer.text.slice(0, 120)}`);
    }
  unchanged();
});

test('a method that a header or a field overrides stays what it is', async () => {
  for (const { method, path } of unsafe)
    for (const headers of [{ 'x-http-method-override': method }, { 'x-method-override': method }, { 'x-http-method': method }]) {
      const answer = await world.clients.administrator.get(`${filled(path, world.ids)}`, { headers });
      assert.ok(answer.status < 500, `${method} ${path}`);
    }
  unchanged();
});

test('asking to see changes nothing, whoever asks for whatever', async () => {
  for (const actor of people)
    for (const { method, path } of operations)
      for (const safe of ['GET', 'HEAD', 'OPTIONS']) {
        const answer = await world.clients[actor].request(safe, filled(path, world.ids));
        assert.ok(answer.status < 500, `${safe} for ${method} ${path}: ${answer.status}`);
        assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
      }
  // Who took which figures out, and who opened what, is written down when it is read: that is meant.
  const noted = new Set(['exports', 'report_copies', 'files', 'blind_map_files']);
  assert.deepEqual(changedTables(before_, contents(world.server)).filter((table) => !noted.has(table)), []);
});
