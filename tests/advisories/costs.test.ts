// SPDX-License-Identifier: Apache-2.0
// Small requests that cost much (Directus CVE-2026-35441: query amplification; GHSA-6q22-g298-grjh: a health check that
// anybody can make expensive).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { TestServer, type Client } from '../harness.ts';
import { operations } from '../abuse/routes.ts';

let server: TestServer;
let visitor: Client;
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
});
after(() => server?.stop());

test('health is answered from memory, while the database takes nothing', async () => {
  const other = new DatabaseSync(join(server.folder, 'konbit.sqlite'));
  other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
  const began = Date.now();
  const healthy = await Promise.all(Array.from({ length: 50 }, () => visitor.get('/healthz')));
  const took = Date.now() - began;
  other.exec('ROLLBACK');
  other.close();
  assert.ok(healthy.every(({ status, text }) => status === 200 && text === 'ok\n'));
  assert.ok(took < 2_000, `${took} ms`);
});

test('no list is longer than its page, whatever is asked for', async () => {
  const lists = operations.filter(({ method, operation }) => method === 'GET' && operation['x-policy'] === 'anyone' &&
    operation.parameters?.some((each: any) => each.name === 'limit'));
  assert.ok(lists.length >= 3);
  for (const { path } of lists.filter((each) => !each.path.includes('{')))
    for (const limit of ['100000', '2147483647', '-1', '0', '1e9', '0x10', '']) {
      const answer = await visitor.get(`${path}?limit=${limit}`);
      assert.ok([200, 400, 422].includes(answer.status), `${path}?limit=${limit}: ${answer.status}`);
      assert.ok((answer.body.items ?? []).length <= 200, `${path}?limit=${limit}: ${answer.body.items?.length}`);
    }
});

test('a search of any length and any number of words is answered soon', async () => {
  const words = (n: number, word: (i: number) => string) => Array.from({ length: n }, (_, i) => word(i)).join(' ');
  const searches = [
    'a'.repeat(10_000), words(2_000, (i) => `w${i}`), words(3_000, () => 'a'), '*'.repeat(5_000), words(1_000, () => 'NEAR('), '"'.repeat(9_999),
    words(800, (i) => `cocoa${i}*`), 'cocoa OR '.repeat(900), '('.repeat(5_000), '%'.repeat(4_000), '_'.repeat(4_000), '́'.repeat(3_000),
  ];
  for (const q of searches)
    for (const path of ['/api/organizations', '/api/clusters', '/search', '/organizations']) {
      const began = Date.now();
      const answer = await visitor.get(`${path}?q=${encodeURIComponent(q).slice(0, 14_000).replace(/%.?$/, '')}`);
      assert.ok([200, 400, 422, 431].includes(answer.status), `${path}: ${answer.status}`);
      assert.ok(Date.now() - began < 2_000, `${path} took ${Date.now() - began} ms for ${q.slice(0, 20)}`);
    }
});

test('a parameter given many times is refused or counts once', async () => {
  for (const path of ['/api/organizations', '/api/clusters', '/organizations', '/api/map']) {
    const many = Array.from({ length: 500 }, () => 'country_code=GD').join('&');
    const began = Date.now();
    const answer = await visitor.get(`${path}?${many}`);
    assert.ok([200, 400, 422].includes(answer.status), `${path}: ${answer.status}`);
    assert.ok(Date.now() - began < 2_000);
  }
});

test('a place in a list that nobody was given is refused', async () => {
  for (const after of ['x', '../', 'e30', Buffer.from('{"id":1}').toString('base64url'), 'A'.repeat(5_000), "' OR 1=1 --"]) {
    const answer = await visitor.get(`/api/organizations?after=${encodeURIComponent(after)}`);
    assert.ok([200, 400, 422].includes(answer.status), `${after.slice(0, 20)}: ${answer.status}`);
    assert.ok(answer.status !== 200 || answer.body.items.length <= 100);
  }
});
