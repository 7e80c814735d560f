// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
});
after(() => server.stop());

test('countries come in the reader’s language and in the order of their names', async () => {
  const { body } = await visitor.get('/api/countries?lang=fr');
  assert.equal(body.items.length, 24);
  assert.equal(body.items.find((each: any) => each.code === 'BB').name, 'Barbade');
  const names = body.items.map((each: any) => each.name);
  assert.deepEqual(names, names.toSorted((a: string, b: string) => a.localeCompare(b, 'en')));
});

test('a country says its currency and its exact peg', async () => {
  const { body } = await visitor.get('/api/countries/GD');
  assert.equal(body.currency, 'XCD');
  assert.equal(body.usd_peg, '2.70');
  assert.ok(body.groups.includes('oecs'));
  assert.ok(body.organization_count >= 11);
});

test('a list that does not exist is not found', async () => {
  assert.equal((await visitor.get('/api/reference/objective')).body.items.length, 10);
  assert.equal((await visitor.get('/api/reference/nothing')).status, 404);
  assert.equal((await visitor.get('/api/countries/XX')).status, 404);
});

test('pages carry the right status and say what is invented', async () => {
  const html = { headers: { accept: 'text/html' } };
  const home = await visitor.get('/', html);
  assert.equal(home.status, 200);
  assert.match(home.text, /Invented demonstration data/);
  const spanish = await visitor.get('/clusters/windward-cocoa-and-spice?lang=es', html);
  assert.match(spanish.text, /<html lang="es">/);
  assert.match(spanish.text, /Datos de demostración inventados/);
  const missing = await visitor.get('/clusters/nobody', html);
  assert.equal(missing.status, 404);
  assert.match(missing.text, /<h1>/);
});

test('no text of a page is a forgotten key', async () => {
  const client = server.client();
  for (const lang of ['en', 'es', 'fr'])
    for (const path of ['/', '/clusters', '/organizations', '/countries', '/countries/HT', '/about', '/privacy',
      '/clusters/windward-cocoa-and-spice', '/organizations/concord-valley-chocolate', '/search?q=zzz', '/nowhere']) {
      const { text } = await client.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`,
        { headers: { accept: 'text/html' } });
      assert.doesNotMatch(text, /[>"](page|cluster|organization)\.[a-z_]+[.a-z_0-9]*[<"]/, `${path} in ${lang}`);
    }
});

test('the map shows the countries that its list is narrowed to', async () => {
  const codes = async (query: string) =>
    (await visitor.get(`/api/map${query}`)).body.countries.map((each: any) => each.code);
  assert.deepEqual(await codes('?country=GD'), ['GD']);
  assert.ok((await codes('')).length > 10);
});
