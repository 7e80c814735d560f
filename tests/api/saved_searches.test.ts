// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let ana: Client;
let other: Client;

before(async () => {
  server = await TestServer.start(['--demo']);
  visitor = server.client();
  ana = await server.as('alana@m10.example');
  other = await server.as('renata@region.example');
});
after(() => server?.stop());

const path = (url: string) => url.replace(/^https?:\/\/[^/]+/, '');

test('a search is kept, changed, followed and forgotten', async () => {
  const made = await ana.post('/api/saved_searches', { name: 'Cocoa in Grenada', list: 'organizations', query: 'country=GD&q=cocoa' });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.query, 'q=cocoa&country=GD');
  assert.equal(made.body.digest, 'weekly');
  assert.ok(made.body.page_url.endsWith('/organizations?q=cocoa&country=GD'));

  const feed = await visitor.get(path(made.body.feed_url));
  assert.equal(feed.status, 200, 'the address is enough');
  assert.match(feed.text, /<rss version="2.0"/);

  const changed = await ana.patch(`/api/saved_searches/${made.body.id}`, { digest: 'never' }, made.body.version);
  assert.equal(changed.body.digest, 'never');
  assert.equal(changed.body.version, made.body.version + 1);

  assert.equal((await ana.remove(`/api/saved_searches/${made.body.id}`, changed.body.version)).status, 204);
  assert.equal((await visitor.get(path(made.body.feed_url))).status, 404, 'its feed ends with it');
});

test('to others a saved search does not exist', async () => {
  const { body } = await ana.post('/api/saved_searches', { name: 'Mine', list: 'clusters' });
  assert.deepEqual((await other.get('/api/saved_searches')).body.items, []);
  assert.equal((await other.patch(`/api/saved_searches/${body.id}`, { name: 'Theirs' }, body.version)).status, 404);
  assert.equal((await other.remove(`/api/saved_searches/${body.id}`, body.version)).status, 404);
  assert.equal((await visitor.get('/api/saved_searches')).status, 401);
});

test('every broken field is named', async () => {
  const { status, body } = await ana.post('/api/saved_searches', { name: ' ', list: 'clusters', query: `q=${'x'.repeat(600)}` });
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map((each: any) => [each.pointer, each.code]), [['/name', 'required'], ['/query', 'too_long']]);
});

test('any public list is a feed', async () => {
  const { status, text } = await visitor.get('/feeds/clusters.rss?country=GD&lang=fr');
  assert.equal(status, 200);
  assert.match(text, /<language>fr<\/language>/);
  assert.match(text, /<item>/);
});

test('public lists come as files that name their license and day', async () => {
  const csv = await visitor.get('/organizations.csv?country=GD&q=cocoa');
  assert.equal(csv.status, 200);
  const [header, first] = csv.text.split('\r\n');
  assert.ok(header!.startsWith('id,slug,name,') && header!.endsWith(',url,data_license,exported_on'), header);
  assert.match(first!, /,CC-BY-4\.0,\d{4}-\d\d-\d\d$/);
  assert.ok(!header!.includes('sort_key'));

  const json = await visitor.get('/clusters.json');
  assert.equal(json.body.license, 'CC-BY-4.0');
  assert.equal(json.body.next, null);
  assert.ok(json.body.items.length > 0 && json.body.items.every((each: any) => each.visibility === 'public'));
  const asEditor = await other.get('/clusters.json');
  assert.equal(asEditor.body.items.length, json.body.items.length, 'whoever asks, the public records');
});

test('sectors, tables and the map are pages that need no script', async () => {
  for (const [address, expected] of [
    ['/sectors', /href="\/sectors\/C"/],
    ['/sectors/10', /<h1/],
    ['/organizations?view=table&country=GD', /<table/],
    ['/clusters?view=map', /k-map-stage/],
    ['/countries/GD', /k-totals/],
  ] as const) {
    const { status, text } = await visitor.get(address, { headers: { accept: 'text/html' } });
    assert.equal(status, 200, address);
    assert.match(text, expected, address);
  }
  assert.equal((await visitor.get('/sectors/ZZ')).status, 404);
});

test('the links to other languages keep the filters', async () => {
  const { text } = await visitor.get('/organizations?q=cocoa&country=GD', { headers: { accept: 'text/html' } });
  assert.ok(text.includes('href="?q=cocoa&amp;country=GD&amp;lang=es"'), text.match(/href="\?[^"]*"/g)?.join(' '));
});
