// SPDX-License-Identifier: Apache-2.0
// Every route, every asset and every kind of refusal is asked, and its headers held against one list.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { TestServer, type Answer } from '../harness.ts';
import { filled, makeWorld, type World } from '../permissions/world.ts';
import { filledPage, operations, pageRoutes } from './routes.ts';
import { exchange } from './wire.ts';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self';" +
  " manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';" +
  " require-trusted-types-for 'script'; trusted-types svelte-trusted-html konbit-worker";

/// The one list. What a browser could open as a page gets all of it; data and hashed files what matters for them.
const documents = {
  'content-security-policy': strict,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
};
const data = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/// Written by hand: what is made to be shown elsewhere.
const exceptions: [RegExp, Record<string, string | null>][] = [
  [/^\/embed\//, { 'content-security-policy': null, 'x-frame-options': null, 'cross-origin-resource-policy': null }],
  [/^\/(files|previews)\//, { 'content-security-policy': null, 'cross-origin-resource-policy': null, 'x-frame-options': null }],
];

/// What no answer has: the program behind it.
const telltales = ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials'];

const isData = (status: number, headers: Headers) =>
  status === 204 ||
  /^application\/(problem\+)?json/.test(headers.get('content-type') ?? '') ||
  (headers.get('cache-control') ?? '').endsWith('immutable');

function assertHardened(where: string, status: number, headers: Headers) {
  const path = where.slice(where.indexOf('/'));
  const wanted: Record<string, string | null> = { ...(isData(status, headers) ? data : documents) };
  for (const [pattern, others] of exceptions) if (pattern.test(path) && status === 200) Object.assign(wanted, others);
  for (const [name, value] of Object.entries(wanted))
    if (value !== null) assert.equal(headers.get(name), value, `${where} (${status}): ${name}`);
  assert.ok(headers.get('content-security-policy'), `${where}: no policy at all`);
  for (const name of telltales) assert.equal(headers.get(name), null, `${where}: ${name}`);
  if (status !== 204 && status !== 304) assert.match(headers.get('content-type') ?? '', /^[\w.+-]+\/[\w.+-]+/, `${where}: media type`);
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/')) assert.match(type, /; charset=utf-8|version=0\.0\.4/, `${where}: charset`);
}

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

test('every route of the API answers with them, to whoever may and whoever may not', async () => {
  for (const actor of ['anonymous', 'administrator', 'facilitator_own'] as const)
    for (const { method, path } of operations.filter((each) => each.method === 'GET')) {
      const answer = await world.clients[actor].get(filled(path, world.ids));
      assertHardened(`${method} ${path}`, answer.status, answer.headers);
      // Whatever was meant for one person is kept by no cache on the way.
      if (answer.status >= 400) assert.equal(answer.headers.get('cache-control'), 'no-store', path);
    }
});

test('every unsafe route answers with them', async () => {
  for (const { method, path } of operations.filter((each) => each.method !== 'GET')) {
    const answer = await world.clients.anonymous.request(method, filled(path, world.ids));
    assertHardened(`${method} ${path}`, answer.status, answer.headers);
  }
});

test('every page, file and form answers with them', async () => {
  assert.ok(pageRoutes.length > 40, `${pageRoutes.length} routes were found in the sources`);
  for (const each of pageRoutes) {
    const [method, path] = each.split(' ') as [string, string];
    const answer = await world.clients.anonymous.request(method, filledPage(path, world.ids), { headers: { accept: 'text/html' } });
    assert.notEqual(answer.status, 500, each);
    assertHardened(`${method} ${path}`, answer.status, answer.headers);
  }
});

test('every asset of the web client answers with them', async () => {
  const folder = 'web/dist';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  assert.ok(files.length > 10);
  for (const file of files) {
    const path = join(file.parentPath, file.name).slice(folder.length).replace(/\.(br|gz)$/, '');
    const answer = await world.clients.anonymous.get(path);
    assertHardened(`GET ${path}`, answer.status, answer.headers);
  }
});

/// An answer to bytes that no client library sends.
async function raw(bytes: string): Promise<{ status: number; headers: Headers }> {
  const [head = ''] = (await exchange(world.server.port, bytes)).split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  return { status: Number(first.split(' ')[1]), headers };
}

test('every kind of refusal answers with them', async () => {
  const { anonymous, administrator } = world.clients;
  const draft = { name: 'x', kind: 'bso', country_code: 'GD' };
  const huge = { type: 'application/json', bytes: 'x'.repeat(1_100_000) };
  const refusals: Record<number, Promise<Pick<Answer, 'status' | 'headers'>>> = {
    400: raw('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'),
    401: anonymous.get('/api/account/sessions'),
    403: administrator.post('/api/organizations', draft, { headers: { origin: 'https://evil.example' } }),
    404: anonymous.get('/nowhere', { headers: { accept: 'text/html' } }),
    405: anonymous.request('PUT', '/clusters'),
    412: administrator.request('PATCH', `/api/organizations/${world.ids.organization_id}`, { body: { locality: 'x' }, headers: { 'if-match': '"999"' } }),
    413: administrator.request('POST', '/api/organizations', { raw: huge }),
    415: administrator.request('POST', '/api/organizations', { raw: { type: 'text/plain', bytes: '{}' } }),
    422: administrator.post('/api/organizations', { name: '' }),
    428: administrator.patch(`/api/organizations/${world.ids.organization_id}`, { locality: 'x' }),
    431: raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`),
    501: raw('BREW / HTTP/1.1\r\nHost: a\r\n\r\n'),
  };
  for (const [status, answer] of Object.entries(refusals)) {
    const { status: given, headers } = await answer;
    assert.equal(given, Number(status));
    assertHardened(`/refusal/${status}`, given, headers);
  }
});

test('too many requests, a fault and a locked database answer with them', async () => {
  const server = await TestServer.start(['--demo', '--requests-per-minute', '10']);
  try {
    const client = server.client();
    let answer = await client.get('/api/countries');
    for (let i = 0; i < 20 && answer.status !== 429; i++) answer = await client.get('/api/countries');
    assert.equal(answer.status, 429);
    assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
    assertHardened('GET /api/countries', answer.status, answer.headers);

    server.execute('ALTER TABLE countries RENAME TO gone');
    const fault = await client.get('/countries', { headers: { accept: 'text/html' } });
    assert.equal(fault.status, 500);
    assert.ok(!/gone|no such table|sqlite/i.test(fault.text), 'a fault tells nothing of its cause');
    assertHardened('GET /countries', fault.status, fault.headers);
    server.execute('ALTER TABLE gone RENAME TO countries');

    const other = new DatabaseSync(join(server.folder, 'konbit.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const held = await client.post('/report', undefined, {
      raw: { type: 'application/x-www-form-urlencoded', bytes: 'page=/clusters/windward-cocoa-and-spice&text=Held' },
    });
    other.exec('ROLLBACK');
    other.close();
    assert.equal(held.status, 503);
    assertHardened('POST /report', held.status, held.headers);
  } finally {
    await server.stop();
  }
});
