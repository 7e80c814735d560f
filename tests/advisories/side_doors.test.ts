// SPDX-License-Identifier: Apache-2.0
// Doors beside the door: what is said about a record that may not be seen (Discourse CVE-2026-32620: read receipts of
// hidden posts), lists, exports and figures that pass another filter than the screen (DHIS2 CVE-2023-32060), and a read
// path that asks nobody (Decidim CVE-2026-40870).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { operations } from '../abuse/routes.ts';
import { filled, makeWorld, type World } from '../permissions/world.ts';

let world: World;
before(async () => {
  world = await makeWorld();
});
after(() => world?.server.stop());

const html = { headers: { accept: 'text/html' } };

/// Everything in which a public record leaves a trace: lists, counts, maps, feeds, files, search.
const traces = (name: string) => [
  `/api/organizations?q=${name}&count=true`, '/api/organizations?limit=100&count=true&country_code=GD', '/api/organizations/facets',
  '/api/organizations/facets?country_code=GD', '/api/countries', '/api/countries/GD', '/api/map', '/api/map?country=GD', `/search?q=${name}`,
  `/organizations?q=${name}`, '/organizations.csv', '/organizations.json', '/feeds/organizations.rss', '/sitemap.xml', '/sectors', '/sectors/C', '/countries/GD', '/',
];

/// What changes from one minute to the next by itself.
const still = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?|\w{3}, \d\d \w{3} \d{4} [\d:]+ \w+/g, 'now');

async function seen(name: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const path of traces(name)) all[path] = still((await world.clients.anonymous.get(path, html)).text);
  return all;
}

test('a record that nobody may see changes no list, no count, no map, no feed and no file', async () => {
  const { administrator } = world.clients;
  const before = await seen('Verborgen');
  for (const visibility of ['private', 'cluster', 'national']) {
    const made = await administrator.post('/api/organizations', {
      name: `Verborgen ${visibility}`, kind: 'bso', country_code: 'GD', sector: '10', visibility, publication: 'published', locality: 'Sauteurs',
    });
    assert.equal(made.status, 201, made.text);
  }
  await administrator.post('/api/organizations', { name: 'Verborgen draft', kind: 'bso', country_code: 'GD', visibility: 'public', publication: 'draft' });
  const after = await seen('Verborgen');
  for (const [path, text] of Object.entries(before)) assert.equal(after[path], text, `${path} tells of what is hidden`);
});

test('what belongs to a record is refused with it: one answer for all, and the answer of none at all', async () => {
  const { administrator, anonymous, national_other: stranger } = world.clients;
  const { body: hidden } = await administrator.post('/api/organizations', {
    name: 'Verborgen anker', kind: 'bso', country_code: 'GD', visibility: 'private', publication: 'published',
  });
  const nobody = '00000000-0000-4000-8000-00000000dead';
  const parts = operations.filter(({ path }) => path.startsWith('/api/organizations/{id}'));
  assert.ok(parts.length > 8);
  for (const client of [anonymous, stranger])
    for (const { method, path } of parts) {
      const ask = (id: string) => client.request(method, path.replace('{id}', id).replace(/\{\w+\}/g, nobody));
      const [given, missing] = [await ask(hidden.id), await ask(nobody)];
      assert.deepEqual([given.status, given.body?.reason], [missing.status, missing.body?.reason], `${method} ${path}`);
      const isEmpty = given.status === 200 && given.body.items?.length === 0 && given.text === missing.text;
      // 415: asked of whoever is signed in, and answered alike for every id, as was just seen.
      assert.ok([401, 403, 404, 415].includes(given.status) || isEmpty, `${method} ${path}: ${given.status}`);
    }
  for (const page of [`/organizations/${hidden.slug}`, `/organizations/${hidden.slug}.vcf`, `/embed/organizations/${hidden.slug}`, `/previews/organizations/${hidden.slug}.png`]) {
    const answer = await anonymous.get(page, html);
    assert.equal(answer.status, 404, page);
    assert.ok(!answer.text.includes('anker'), page);
  }
});

test('list, search, table, file, feed and map show each reader one set of records', async () => {
  const of = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, slug]) => slug!));
  for (const actor of ['anonymous', 'member', 'national_own', 'national_other'] as const) {
    const client = world.clients[actor];
    const listed: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: any = await client.get(`/api/organizations?limit=100&country_code=GD${next && `&after=${encodeURIComponent(next)}`}`);
      listed.push(...body.items.map((each: any) => each.slug));
      next = body.next ?? null;
    }
    const own = new Set(listed);
    const shown = {
      'the list page': of((await client.get('/organizations?country=GD', html)).text, /href="\/organizations\/([\w-]+)"/g),
      'the table': of((await client.get('/organizations?country=GD&view=table', html)).text, /href="\/organizations\/([\w-]+)"/g),
      'the file': of((await client.get('/organizations.json?country=GD')).text, /"slug":"([\w-]+)"/g),
      'the feed': of((await client.get('/feeds/organizations.rss?country=GD')).text, /\/organizations\/([\w-]+)</g),
      'the map': of(JSON.stringify((await client.get('/api/map?country=GD')).body.organizations), /"slug":"([\w-]+)"/g),
    };
    for (const [place, slugs] of Object.entries(shown))
      for (const slug of slugs) assert.ok(own.has(slug), `${actor}: ${place} shows ${slug}, the list does not`);
    const counted = (await client.get('/api/organizations?country_code=GD&count=true')).body.count;
    assert.equal(counted, listed.length, `${actor}: the count`);
  }
});

/// Written by hand: the routes that anybody may ask, because each looks at its viewer, or at a secret in the request.
const open = new Set([
  'GET /api/session', 'GET /api/reference/{list}', 'GET /api/countries', 'GET /api/countries/{code}', 'GET /api/countries/{code}/tier-rules',
  'GET /api/map', 'GET /api/organizations', 'GET /api/organizations/facets', 'GET /api/organizations/{id}', 'GET /api/organizations/{id}/attachments',
  'GET /api/organizations/{id}/team', 'GET /api/organizations/{id}/tier', 'GET /api/clusters', 'GET /api/clusters/facets', 'GET /api/clusters/{cluster_id}',
  'GET /api/clusters/{cluster_id}/attachments', 'GET /api/clusters/{cluster_id}/profiles', 'GET /api/clusters/{cluster_id}/stages',
  'GET /api/clusters/{cluster_id}/team', 'GET /api/clusters/{cluster_id}/tier', 'GET /api/projects', 'GET /api/projects/{id}', 'GET /api/facts',
  'GET /api/experts', 'GET /api/experts/{id}', 'GET /api/clusters/{cluster_id}/recipe', 'GET /api/holidays', 'GET /api/clusters/{cluster_id}/totals',
  'GET /api/agreements', 'GET /api/agreements/{id}', 'GET /api/rooms/{room_id}', 'GET /api/suspensions', 'GET /api/waves/{id}/measures',
  'GET /api/session/providers', 'GET /api/clusters/{cluster_id}/public_figures',
]);

test('only what stands in a list written by hand is read without signing in', () => {
  const rows = readFileSync(new URL('../permissions/expected.csv', import.meta.url), 'utf8').trim().split('\n').slice(1);
  const read = rows.map((row) => row.split(',')).filter(([method, , anonymous]) => method === 'GET' && anonymous === 'yes');
  assert.deepEqual(read.map(([method, path]) => `${method} ${path}`).filter((each) => !open.has(each)), []);
});

test('every route names a policy, and no path is read that is no route', async () => {
  for (const { method, path, operation } of operations) assert.ok(operation['x-policy'], `${method} ${path}`);
  for (const path of ['/api', '/api/', '/api/accounts', '/api/grants', '/api/users', '/api/graphql', '/graphql', '/api/settings', '/api/jobs', '/api/outbox', '/api/files',
    '/.git/config', '/.env', '/konbit.sqlite', '/var/konbit.sqlite', '/../konbit.sqlite', '/assets/../konbit.sqlite', '/files/../keys', '/metrics/', '/admin', '/debug', '/server-status'])
    assert.equal((await world.clients.administrator.get(path)).status, 404, path);
});

test('what is nested in an answer is what the reader may also ask for itself', async () => {
  for (const actor of ['anonymous', 'member', 'national_other', 'researcher'] as const) {
    const client = world.clients[actor];
    for (const { method, path } of operations.filter((each) => each.method === 'GET')) {
      const answer = await client.get(filled(path, world.ids));
      if (answer.status !== 200 || typeof answer.body !== 'object') continue;
      for (const id of organizationIds(answer.body)) {
        const asked = await client.get(`/api/organizations/${id}`);
        // The facilitator's roster names firms to its own members; nobody else meets a firm that is hidden from it.
        assert.ok(asked.status === 200 || actor === 'member', `${actor} ${method} ${path} shows organization ${id}`);
      }
    }
  }
});

/// Ids that stand in an answer as those of organizations.
function organizationIds(value: any): Set<string> {
  const ids = new Set<string>();
  const walk = (each: any) => {
    if (Array.isArray(each)) return each.forEach(walk);
    if (!each || typeof each !== 'object') return;
    for (const [key, inner] of Object.entries<any>(each)) {
      if (key === 'organization_id' && typeof inner === 'string') ids.add(inner);
      if (key === 'organization' && inner?.id) ids.add(inner.id);
      walk(inner);
    }
  };
  walk(value);
  return ids;
}
