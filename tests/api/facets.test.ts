// SPDX-License-Identifier: Apache-2.0
// What lists can be narrowed to: the API counts what the public pages show.
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

const facets = async (path: string) => (await visitor.get(path)).body;
const countIn = (html: string, sector: string) =>
  Number(new RegExp(`data-sector="${sector}"[^>]*>(?:<i[^>]*></i>)?[^<]*\\((\\d+)\\)`).exec(html)?.[1]);

for (const [list, narrowed] of [
  ['organizations', 'country=GD'],
  ['clusters', 'country=GD'],
  ['organizations', ''],
] as const) {
  test(`what /${list}?${narrowed} offers is counted alike on the page and by the API`, async () => {
    const filter = narrowed.replace('country', 'country_code');
    const found = await facets(`/api/${list}/facets?${filter}`);
    const page = await visitor.get(`/${list}?lang=en&${narrowed}`);
    assert.ok(found.sectors.length > 0);
    for (const { code, count } of found.sectors.slice(0, 6)) assert.equal(countIn(page.text, code), count, code);
    assert.match(page.text, new RegExp(`k-count">${found.count} `));
    assert.equal((await visitor.get(`/api/${list}?count=true&limit=1&${filter}`)).body.count, found.count);
  });
}

test('the own filter does not narrow a facet, and the others do', async () => {
  const everywhere = await facets('/api/organizations/facets');
  const grenada = await facets('/api/organizations/facets?country_code=GD');
  assert.deepEqual(grenada.countries, everywhere.countries);
  const here = everywhere.countries.find((each: any) => each.code === 'GD').count;
  assert.equal(grenada.count, here);
  assert.equal(grenada.kinds.reduce((sum: number, each: any) => sum + each.count, 0), here);
});
