// SPDX-License-Identifier: Apache-2.0
// The pages that explain the API hold what the API is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
});
after(() => server.stop());

const page = (path: string) => visitor.get(path, { headers: { accept: 'text/html' } });
const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

test('every resource of openapi.json has its page, and each is light', async () => {
  const { body: description } = await visitor.get('/openapi.json');
  const resources = new Set(Object.keys(description.paths).map((path) => path.split('/')[2]!));
  const overview = await page('/developers');
  for (const name of resources) {
    assert.ok(overview.text.includes(`href="/developers/${name}"`), name);
    const { status, text } = await page(`/developers/${name}`);
    assert.equal(status, 200, name);
    assert.ok(gzipSync(text).length <= 40 * 1024, `${name}: ${gzipSync(text).length} bytes`);
  }
  assert.equal((await page('/developers/nothing')).status, 404);
});

test('an example is an answer of this server', async () => {
  const text = unescaped((await page('/developers/organizations')).text);
  const [first] = (await visitor.get('/api/organizations?limit=1')).body.items;
  assert.ok(text.includes(`curl '${server.base}/api/organizations?limit=1'`));
  assert.ok(text.includes(`"slug": "${first.slug}"`));
  assert.ok(text.includes(`/api/organizations/${first.id}`));
  assert.ok((await page('/developers/facts')).text.includes('Answered just now'));
});

test('what needs a role says which, and shows no example', async () => {
  const { text } = await page('/developers/claims');
  assert.ok(text.includes('Regional team'));
  assert.ok(!text.includes('curl'));
});

test('an installation without public records shows the shape of an answer only', async () => {
  const plain = await TestServer.start([]);
  const { text } = await plain.client().get('/developers/projects', { headers: { accept: 'text/html' } });
  assert.ok(text.includes('only the shape of an answer'));
  assert.ok(!text.includes('Answered just now'));
  await plain.stop();
});

/// The records in the answers of what anybody may read.
function publicRecords(description: any): Set<string> {
  const found = new Set<string>();
  const collect = (schema: unknown) => {
    for (const [, name] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g))
      if (!found.has(name!)) {
        found.add(name!);
        collect(description.components.schemas[name!]);
      }
  };
  for (const { get } of Object.values<any>(description.paths))
    if (['anyone', 'whoever may see the cluster'].includes(get?.['x-policy'])) collect(get.responses['200']);
  return found;
}

test('every field that visitors read has a meaning in each language', async () => {
  const records = publicRecords((await visitor.get('/openapi.json')).body);
  for (const name of ['organizations', 'clusters', 'countries', 'projects', 'experts', 'facts', 'map', 'reference'])
    for (const language of ['en', 'es', 'fr']) {
      const { text } = await page(`/developers/${name}?lang=${language}`);
      for (const [, record, section] of text.matchAll(/<section id="([A-Z]\w*)">(.*?)<\/section>/gs)) {
        if (!records.has(record!)) continue;
        const blank = [...section!.matchAll(/<th scope="row"><code>(\w+)<\/code><\/th><td>(?:(?!<\/td>).)*<\/td><td><\/td>/g)];
        assert.deepEqual(blank.map(([, field]) => field), [], `${record} in ${language}`);
      }
    }
});

test('cards, feeds and files are shown with addresses that work', async () => {
  const text = unescaped((await page('/developers/sharing')).text);
  const addresses = [...text.matchAll(new RegExp(`${server.base}(/(?:embed|feeds|clusters|organizations|projects|sitemap)[^"'<\\s]*)`, 'g'))];
  assert.ok(addresses.length >= 10);
  for (const [, path] of addresses) assert.equal((await visitor.get(path!)).status, 200, path);
});
