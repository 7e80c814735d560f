// SPDX-License-Identifier: Apache-2.0
// Limits as they are on from the first start: who is counted, what is told, and what is left free.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { operations, pageRoutes } from './routes.ts';

const html = { headers: { accept: 'text/html' } };

/// A server whose limits are those of an installation that nobody has touched, but for their size.
async function withLimits(perMinute: number, work: (server: TestServer) => Promise<void>) {
  const server = await TestServer.start(['--demo', '--requests-per-minute', String(perMinute)]);
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function until429(ask: () => Promise<{ status: number; headers: Headers; body: any; text: string }>, most = 3_000) {
  for (let n = 0; n < most; n++) {
    const answer = await ask();
    if (answer.status === 429) return { n, answer };
  }
  throw new Error(`${most} requests and no end`);
}

test('every counted route is a route', () => {
  const source = readFileSync('server/src/app/counted_routes.cpp', 'utf8');
  const counted = [...source.matchAll(/\{"(\/[^"]+)", (directory|download)\}/g)].map(([, path]) => path!);
  assert.ok(counted.length > 20);
  const routes = new Set([...operations.filter(({ method }) => method === 'GET').map(({ path }) => path), ...pageRoutes.map((each) => each.slice(4))]);
  assert.deepEqual(counted.filter((path) => !routes.has(path)), []);
  // Whoever adds a table that is downloaded whole decides here whether it is counted.
  const tables = [...routes].filter((path) => /\.(csv|xlsx)$/.test(path) && !counted.includes(path));
  assert.deepEqual(tables.sort(), [
    '/api/account/data.csv', '/api/audit.csv', '/api/imports/{id}/report.csv', '/api/imports/{id}/report.xlsx',
    '/api/waves/{id}/network.csv', '/api/waves/{id}/ties.csv', '/clusters/{slug}/network.csv',
  ]);
});

// A tenth of the default: 60 requests of a visitor, 24 of a stranger, 120 lists, one download of each table.
test('strangers, accounts and addresses are counted apart, and told what is left', () =>
  withLimits(60, async (server) => {
    const stranger = server.client();
    const first = await stranger.get('/api/countries');
    assert.equal(first.headers.get('ratelimit-policy'), '"stranger";q=24;w=240');
    assert.match(first.headers.get('ratelimit')!, /^"stranger";r=23;t=\d+$/);
    const { n, answer } = await until429(() => stranger.get('/api/countries'));
    assert.ok(n >= 22 && n <= 26, `${n}`);
    assert.match(answer.headers.get('retry-after')!, /^\d+$/);
    assert.equal(answer.body.reason, 'too_many_requests');

    stranger.cookies.set('konbit', 'made-up');
    assert.equal((await stranger.get('/api/countries')).status, 429, 'a made-up session is nobody’s');
    stranger.cookies.set('konbit-answer', 'made-up');
    assert.equal((await stranger.get('/api/countries')).status, 429, 'a made-up link is nobody’s');
    assert.equal((await stranger.get('/clusters/windward-cocoa-and-spice', html)).status, 200, 'pages are no API');
    assert.equal((await stranger.get('/healthz')).status, 200);
  }));

test('an account has its own count, however many sessions it opens', () =>
  withLimits(100, async (server) => {
    const sessions = [await server.as('alana@m10.example'), await server.as('alana@m10.example')];
    let turn = 0;
    const { n } = await until429(() => sessions[turn++ % 2]!.get('/api/session'));
    assert.ok(n >= 95 && n <= 110, `${n} of 100`);
    assert.equal((await server.client().get('/api/countries')).status, 200, 'its neighbours go on');
  }));

test('who carries the directory away list by list is shown the table', () =>
  withLimits(60, async (server) => {
    const stranger = server.client();
    const { n, answer } = await until429(() => stranger.get('/organizations', html));
    assert.ok(n >= 119 && n <= 122, `${n} of 120`);
    assert.match(answer.headers.get('retry-after')!, /^\d+$/);
    assert.ok(answer.text.includes('href="/organizations.csv"') && answer.text.includes('CC BY 4.0'), answer.text.slice(0, 400));
    const asked = await stranger.get('/api/organizations');
    assert.deepEqual([asked.status, asked.body.reason, asked.body.params.download], [429, 'directory_quota', '/organizations.csv']);
    assert.equal((await stranger.get('/organizations/trafalgar-craft-chocolate', html)).status, 200, 'one profile is no list');
    assert.equal((await stranger.get('/organizations.csv')).status, 200, 'the table is where it was told to be');
    const member: Client = await server.as('jodie@m21.example');
    assert.equal((await member.get('/organizations', html)).status, 200, 'who is known is not counted');
  }));

test('each whole table is had six times an hour', () =>
  withLimits(600, async (server) => {
    const facilitator = await server.as('alana@m10.example');
    const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
    const { n, answer } = await until429(() => facilitator.get(`/api/clusters/${cluster}/roster.csv`));
    assert.equal(n, 6);
    assert.match(answer.headers.get('retry-after')!, /^(59\d|600)$/);
    assert.equal((await facilitator.get(`/api/clusters/${cluster}/roster.xlsx`)).status, 200, 'another table has its own count');
    assert.equal((await until429(() => server.client().get('/clusters.csv'))).n, 6);
  }));

test('somebody who answers is spared the bytes, and is counted all the same', () =>
  withLimits(600, async (server) => {
    const facilitator = await server.as('alana@m10.example');
    const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
    const wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Counted', is_baseline: false })).body;
    await facilitator.post(`/api/waves/${wave.id}/open`);
    const [link] = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
    const respondent = server.client();
    await respondent.post('/api/answer/session', { token: link.url.slice(link.url.indexOf('#') + 1) });
    const answer = await respondent.get('/api/answer');
    assert.deepEqual([answer.status, answer.headers.get('ratelimit')], [200, null]);
    assert.ok((await until429(() => respondent.get('/api/answer'))).n >= 590);
  }));
