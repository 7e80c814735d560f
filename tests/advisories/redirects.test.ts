// SPDX-License-Identifier: Apache-2.0
// Open redirects (Directus CVE-2026-22032, CVE-2024-28239): no parameter, form field or header sends anybody elsewhere.
// Host names are compared whole, never by their end (Discourse CVE-2026-33393).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { pageRoutes, filledPage } from '../abuse/routes.ts';
import { exchange } from '../abuse/wire.ts';

let server: TestServer;
let visitor: Client;
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
});
after(() => server?.stop());

const elsewhere = ['https://evil.example/', '//evil.example/', '/\\evil.example/', '\\\\evil.example', '/%09/evil.example', 'javascript:alert(1)', '/..//evil.example'];
const names = ['next', 'to', 'url', 'return', 'return_to', 'redirect', 'redirect_uri', 'continue', 'page', 'back', 'goto', 'target', 'dest', 'r'];

/// A place on this host: one slash, and no second.
const isHere = (location: string) => /^\/(?![/\\])/.test(location) || location.startsWith(server.base + '/');

test('every page keeps whoever it sends on', async () => {
  let sent = 0;
  for (const route of pageRoutes) {
    const [method, path] = route.split(' ') as [string, string];
    for (const address of elsewhere) {
      const fields = new URLSearchParams(names.map((name) => [name, address])).toString();
      const target = filledPage(path, {});
      const answer =
        method === 'GET'
          ? await visitor.get(`${target}?${fields}`, { headers: { accept: 'text/html' } })
          : await visitor.request(method, target, { raw: { type: 'application/x-www-form-urlencoded', bytes: fields } });
      const location = answer.headers.get('location');
      if (location !== null) assert.ok(isHere(location), `${route}: ${location}`);
      if (location !== null) sent++;
      assert.ok(!/<meta[^>]+http-equiv=.?refresh/i.test(answer.text), route);
      assert.ok(!answer.text.includes('href="javascript:') && !answer.text.includes('href="//evil') && !answer.text.includes('href="https://evil.example/"'), `${route} links to ${address}`);
    }
  }
  assert.ok(sent >= 0);
});

test('a moved address leads to a path of this host, whatever stands in it', async () => {
  for (const path of ['/countries/gd', '/countries/%5cevil.example', '/countries//evil.example', '//evil.example/countries/gd', '/clusters//evil.example'])
    for (const line of (await exchange(server.port, `GET ${path} HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n`)).split('\r\n'))
      if (/^location:/i.test(line)) assert.ok(isHere(line.slice(10).trim()), `${path}: ${line}`);
});

test('a change from another site is refused, however its name is made to look like ours', async () => {
  const host = `127.0.0.1:${server.port}`;
  const foreign = [
    'https://evil.example', `http://evil-${host}`, `http://evil.${host}`, `http://${host}.evil.example`, `http://${host}@evil.example`,
    `http://x${host}`, `http://127.0.0.1`, `http://127.0.0.1:1${server.port}`, 'null', 'file://', `http://127.0.0.1:${server.port}0`, `${host}`,
    'http://', 'http://[::1]', `http://${host}/path`, `ftp//${host}`,
  ];
  for (const origin of foreign) {
    const answer = await visitor.post('/api/session', { email: 'a@b.example', password: 'x' }, { headers: { origin } });
    assert.deepEqual([answer.status, answer.body.reason], [403, 'cross_site'], origin);
  }
  const own = await visitor.post('/api/session', { email: 'a@b.example', password: 'x' }, { headers: { origin: server.base } });
  assert.equal(own.body.reason, 'wrong_email_or_password');
});

test('a mailed link has our address, whatever host the request names', async () => {
  const request = (headers: string) =>
    `POST /api/password_resets HTTP/1.1\r\n${headers}Content-Type: application/json\r\nContent-Length: 29\r\nConnection: close\r\n\r\n{"email":"alana@m10.example"}`;
  await exchange(server.port, request('Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n'));
  const list = await visitor.get('/dev/mail', { headers: { accept: 'text/html' } });
  const row = list.text.split('<tr').find((each) => each.includes('alana@m10.example'))!;
  const mail = await visitor.get(/href="([^"]*\/dev\/mail\/[^"]+)"/.exec(row)![1]!, { headers: { accept: 'text/html' } });
  assert.match(mail.text, /\/app\/[\w/-]+#/);
  assert.ok(!mail.text.includes('evil.example'));
});

test('pages name our address, whatever host the request names', async () => {
  for (const path of ['/', '/clusters', '/sitemap.xml', '/robots.txt', '/feeds/clusters.rss', '/developers', '/organizations.json']) {
    const text = await exchange(server.port, `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`);
    assert.ok(!text.includes('evil.example'), path);
  }
});
